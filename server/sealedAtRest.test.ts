import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addNote, type NoteId, noteTextOf, type ParticipantId, setAction, setHeader } from '@duken/shared/board';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { secretForTests } from './sealing/keysForTests.ts';
import { Cluster } from './storage/postgres/clusterForTests.ts';
import { RedisServer } from './storage/redis/redisForTests.ts';
import { originOf, startServerProcess } from './testing/index.ts';
import { Visitor } from './testing/visitor.ts';

/** A word that stands nowhere else, in each field that people can write in. */
const fields = [
  'title', 'leader', 'link', 'name', 'otherName', 'service', 'phone', 'email', 'decides', 'present', 'note', 'plan', 'owner',
  'ownService', 'purpose', 'consent', 'givenBy', 'withdrawnBy', 'renamed', 'bin', 'reason',
] as const; // biome-ignore format: a list of words
type Field = (typeof fields)[number];
const word = (field: Field): string => `vaktord${field.toLowerCase()}x`;

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());

/** Writes every word where it belongs, by the API and the socket, as people do. */
async function writeEverywhere(origin: string): Promise<void> {
  const { leader, joinSecret } = await Visitor.leading(origin, '/api/boards', {
    title: word('title'),
    templateId: 'simple',
    name: word('leader'),
  });
  const { participantId } = await leader.get<{ participantId: ParticipantId }>('/me');
  await leader.post('/links', { role: 'viewer', label: word('link') });
  const kari = await Visitor.joining(origin, leader.boardId, {
    secret: joinSecret,
    name: word('name'),
    voice: 'citizen',
  });
  await kari.get('/me');
  await leader.post('/people', {
    name: word('otherName'),
    service: word('service'),
    phone: '+47 55 51 23 45',
    email: `${word('email')}@example.no`,
    language: 'ti',
    voices: ['child'],
    mayDecide: word('decides'),
  });
  await leader.atDuk((board) => {
    const cell = { column: 'now', theme: 'economy' } as Parameters<typeof addNote>[1]['cell'];
    const note = { cell, voice: 'service', author: participantId, createdAt: 1 } as const;
    addNote(board, { ...note, id: 'one' as NoteId, text: word('note') });
    addNote(board, { ...note, id: 'gone' as NoteId, text: word('bin') });
    setAction(board, 'one' as NoteId, { owner: word('owner'), service: word('ownService'), due: '2026-12-20' });
    setHeader(board, { for: word('plan') });
  });
  const meeting = { date: '2026-11-30', present: [{ name: word('present') }] };
  const { meetingId } = await leader.post<{ meetingId: string }>('/meetings', meeting);
  await leader.post(`/meetings/${meetingId}/freeze`);
  const { consentId } = await leader.post<{ consentId: string }>('/consents', {
    services: [word('ownService')],
    themes: [],
    purpose: word('purpose'),
    words: word('consent'),
    givenBy: word('givenBy'),
    how: 'spoken',
    givenOn: today(0),
    until: today(30),
  });
  await leader.post(`/consents/${consentId}/withdraw`, { by: word('withdrawnBy'), how: 'spoken' });
  await leader.post('/meetings', { date: '2027-01-15', present: [{ name: word('renamed') }] });
  // What is read by many at once is kept beside the journal.
  await fetch(`${origin}/api/followup`, { headers: { cookie: `duk=${leader.token}` } });
  await leader.patch('', { archived: true, reason: word('reason') });
}

function today(plusDays: number): string {
  return new Date(Date.now() + plusDays * 86_400_000).toISOString().slice(0, 10);
}

/** Which fields' words stand somewhere in these bytes, however PostgreSQL or SQLite writes them. */
function wordsIn(bytes: Buffer): Field[] {
  const asHex = (field: Field) => Buffer.from(Buffer.from(word(field)).toString('hex'));
  const asBase64 = (field: Field) => Buffer.from(Buffer.from(word(field).slice(0, 9)).toString('base64'));
  return fields.filter((field) =>
    [Buffer.from(word(field)), Buffer.from(word(field), 'utf16le'), asHex(field), asBase64(field)].some((form) =>
      bytes.includes(form),
    ),
  );
}

function wordsInFolder(folder: string): Field[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.flatMap((file) => wordsIn(readFileSync(join(file.parentPath, file.name))));
}

describe('what people write', () => {
  it('stands nowhere readable in the files of a data folder, while the server runs and after', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'duken-sealed-'));
    const dataDir = join(folder, 'data');
    const server = startServerProcess({ PORT: '0', DUK_DATA_DIR: dataDir, DUK_LOG_LEVEL: 'debug', TMPDIR: folder });
    await writeEverywhere(await originOf(server));
    expect(readdirSync(dataDir)).toContain('duk.db-wal');
    expect(wordsInFolder(folder)).toEqual([]);
    expect(wordsIn(Buffer.from(server.said.out + server.said.err))).toEqual([]);
    server.child.kill('SIGTERM');
    await server.ended;
    expect(wordsInFolder(folder)).toEqual([]);

    // A copy of the data alone opens to nobody, and says why in one line.
    const robbed = startServerProcess({ PORT: '0', DUK_DATA_DIR: dataDir, DUK_KEYS_DIR: join(folder, 'empty') });
    expect(await robbed.ended).toBe(1);
    expect(robbed.said.err).toMatch(/^Cannot start: .* is sealed, and .* holds none of its keys\. .*\n$/);
    const other = Buffer.from(secretForTests(3)).toString('base64url');
    const wrong = startServerProcess({ PORT: '0', DUK_DATA_DIR: dataDir, DUK_KEY: other });
    expect(await wrong.ended).toBe(1);
    expect(wrong.said.err).toMatch(/^Cannot start: .* is sealed with another key than this\. .*\n$/);
    const again = startServerProcess({ PORT: '0', DUK_DATA_DIR: dataDir });
    await originOf(again);
  });

  it('stands nowhere readable in a dump of PostgreSQL', async () => {
    const databaseUrl = await cluster.newDatabase();
    const DUK_KEY = Buffer.from(secretForTests()).toString('base64url');
    const server = startServerProcess({ PORT: '0', DUK_DATABASE_URL: databaseUrl, DUK_KEY });
    await writeEverywhere(await originOf(server));
    const rows = await cluster.ask<{ all: string }>(
      databaseUrl,
      `select query_to_xml('select * from ' || quote_ident(tablename), true, false, '')::text as all
        from pg_tables where schemaname = 'public'`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { all } of rows) expect(wordsIn(Buffer.from(all))).toEqual([]);
  });

  it('goes unreadable between servers, also while two write on one duk', async () => {
    const redis = await RedisServer.start();
    onTestFinished(() => redis.remove());
    const everything: Buffer[] = [];
    const monitor = connect(redis.port, '127.0.0.1').on('data', (some: Buffer) => everything.push(some));
    onTestFinished(() => void monitor.destroy());
    monitor.write('MONITOR\r\n');
    await once(monitor, 'data');
    const DUK_KEY = Buffer.from(secretForTests()).toString('base64url');
    const databaseUrl = await cluster.newDatabase();
    const settings = { PORT: '0', DUK_DATABASE_URL: databaseUrl, DUK_REDIS_URL: redis.url, DUK_KEY };
    const [one, other] = [startServerProcess(settings), startServerProcess(settings)];
    const origin = await originOf(one);
    const { leader, joinSecret } = await Visitor.leading(origin, '/api/boards', { title: 'Duk', templateId: 'simple' });
    const kari = await Visitor.joining(await originOf(other), leader.boardId, { secret: joinSecret, name: 'Kari' });
    const note = { cell: { column: 'now', theme: 'economy' }, voice: 'service', createdAt: 1 } as const;
    const { participantId: author } = await leader.get<{ participantId: ParticipantId }>('/me');
    await kari.atDuk(async (board) => {
      await leader.atDuk((board) => void addNote(board, { ...note, author, id: 'one' as NoteId, text: word('note') }));
      await expect.poll(() => noteTextOf(board, 'one' as NoteId)?.toString(), { timeout: 60_000 }).toBe(word('note'));
    });
    // It came by the line, so the line has been told of it once it tells of what is asked after.
    const after = connect(redis.port, '127.0.0.1');
    onTestFinished(() => void after.destroy());
    after.write('ECHO afterwards\r\n');
    await expect.poll(() => Buffer.concat(everything).includes('afterwards'), { timeout: 60_000 }).toBe(true);
    const line = Buffer.concat(everything);
    expect(line.includes(`board/${leader.boardId}`)).toBe(true);
    // As MONITOR writes what is published, and as it went.
    expect(wordsIn(line)).toEqual([]);
  });
});
