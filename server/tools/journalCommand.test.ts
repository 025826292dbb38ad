import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BoardId } from '@duken/shared/board';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { openStorage } from '../storage/index.ts';
import { Cluster } from '../storage/postgres/clusterForTests.ts';
import { openTestServer, type Person, runDuk, type TestServer } from '../testing/index.ts';
import { repairJournal } from './repairJournal.ts';

let server: TestServer;
let mona: Person;
let boardId: string;
let other: string;
/** An installation with two boards on it: each test damages a copy of its own. */
let kept: string;
let cookie: string | undefined;
beforeAll(async () => {
  kept = await mkdtemp(join(tmpdir(), 'duken-kept-'));
  const first = await openTestServer({ dataDir: kept });
  const leader = first.person();
  boardId = (await leader.post('/api/demos/eirin')).json<{ boardId: string }>().boardId;
  other = (await leader.post('/api/demos/sander')).json<{ boardId: string }>().boardId;
  cookie = leader.cookie;
  await first.close();
});
afterAll(() => rm(kept, { recursive: true }));
beforeEach(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'duken-damaged-'));
  await cp(kept, dataDir, { recursive: true });
  await cp(`${kept}.keys`, `${dataDir}.keys`, { recursive: true });
  server = await openTestServer({ dataDir });
  mona = server.person(cookie);
});
afterEach(async () => {
  await server.close();
  await rm(server.dataDir, { recursive: true });
});

const duk = (args: readonly string[], settings: Readonly<Record<string, string>> = { DUK_DATA_DIR: server.dataDir }) =>
  runDuk(args, settings, server.dataDir);

function meddle(sql: string): void {
  const db = new DatabaseSync(join(server.dataDir, 'duk.db'));
  db.prepare(sql).run(boardId);
  db.close();
}

/** Changes one byte in the middle of an entry. */
function alterEntry(position: number): void {
  const db = new DatabaseSync(join(server.dataDir, 'duk.db'));
  const row = db.prepare('select data from journal where document_id = ? and position = ?').get(boardId, position);
  const data = Uint8Array.from(row?.data as Uint8Array);
  const at = Math.floor(data.length / 2);
  data[at] = (data[at] ?? 0) ^ 1;
  db.prepare('update journal set data = ? where document_id = ? and position = ?').run(data, boardId, position);
  db.close();
}

/** Every checkpoint of the board, whole. */
async function readCheckpoints() {
  const { journal } = server.storage;
  const heads = await journal.checkpoints(boardId as BoardId);
  return Promise.all(heads.map(async (head) => [head, await journal.readCheckpoint(boardId as BoardId, head)]));
}

async function freeze(board: string) {
  const { meetingId } = (await mona.post(`/api/boards/${board}/meetings`, { date: '2026-11-22', present: [] })).json();
  return mona.post(`/api/boards/${board}/meetings/${meetingId}/freeze`);
}

// Each runs the command as a person does, several times, in processes of their own.
describe('a board whose journal was damaged', () => {
  it('cannot be frozen, and says so, while the board beside it can', async () => {
    alterEntry(2);
    const refused = await freeze(boardId);
    expect([refused.statusCode, refused.json().type]).toEqual([500, '/problems/boardDamaged']);
    expect(server.logLines.join('')).toContain(`"position":2`);
    expect((await freeze(other)).statusCode).toBe(201);
  });

  it('is opened to nobody, with its id and the entry in the log, while the board beside it is', async () => {
    alterEntry(2);
    const port = await server.listen();
    const enter = (board: string) =>
      new WebSocket(`ws://127.0.0.1:${port}/sync/${board}`, { headers: { cookie: `duk=${mona.cookie}` } });
    const [code, reason] = await once(enter(boardId), 'close');
    expect([code, String(reason)]).toEqual([1011, 'The document cannot be read right now']);
    const line = server.logLines.find((text) => text.includes('could not be opened')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({
      documentId: boardId,
      err: { type: 'JournalUnreadable', stack: expect.stringContaining('entry 2 was altered') },
    });
    const beside = enter(other);
    await once(beside, 'message');
    beside.close();
    await duk(['journal', 'repair', boardId, '--yes']);
    const again = enter(boardId);
    await once(again, 'message');
    again.close();
  });

  it('cannot even be looked for where the file itself is torn, and that is said in one line', async () => {
    const torn = await mkdtemp(join(tmpdir(), 'duken-torn-'));
    await server.storage.check();
    const whole = new DatabaseSync(join(server.dataDir, 'duk.db'));
    whole.exec(`vacuum into '${join(torn, 'duk.db')}'`);
    whole.close();
    const bytes = await readFile(join(torn, 'duk.db'));
    // All but the first pages, which name the tables.
    await writeFile(join(torn, 'duk.db'), bytes.fill(0xff, 3 * 4096));
    for (const args of [['journal', 'check'], ['verify']]) {
      const { code, err } = await duk(args, { DUK_DATA_DIR: torn, DUK_KEYS_DIR: `${server.dataDir}.keys` });
      expect([code, err.trim().split('\n').at(-1)]).toEqual([2, expect.stringMatching(/^Cannot .*malformed/)]);
    }
    await rm(torn, { recursive: true });
  });

  it('is found by duk journal check', async () => {
    expect(await duk(['journal', 'check'])).toMatchObject({
      code: 0,
      out: `2 documents in ${server.dataDir}: every journal is as it was written\n`,
    });
    alterEntry(2);
    meddle('delete from journal where document_id = ? and position in (3, 4)');
    const { code, out } = await duk(['journal', 'check']);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      `document ${boardId}: entry 2 was altered`,
      `document ${boardId}: entries 3 to 4 are missing`,
      `2 documents in ${server.dataDir}: 1 damaged`,
      '',
    ]);
  });

  it('is missed even when all of it is gone, by the versions that were made from it', async () => {
    const last = (await server.storage.journal.heads([boardId as never])).get(boardId as never) ?? 0;
    meddle(`delete from journal where document_id = ? and position >= ${last - 1}`);
    const { code, out } = await duk(['journal', 'check']);
    expect([code, out]).toEqual([1, expect.stringMatching(/entr(y|ies) \d+.* missing/)]);
  });

  it('is shown entry by entry in counts, never in words', async () => {
    alterEntry(2);
    const { code, out } = await duk(['journal', 'show', boardId]);
    expect(code).toBe(1);
    expect(out).toMatch(/^ +entry +bytes +updates +checksum +can be read +clients +written +deleted$/m);
    expect(out).toMatch(/^ +1 +\d+ +1 +as written +yes/m);
    expect(out).toMatch(/^ +2 +\d+ +1 +ALTERED/m);
    expect(out).toContain(`pnpm duk journal repair ${boardId}`);
    expect(out).toMatch(/^checkpoint 20\d\d-\S+Z \(freeze\), up to entry \d+, \d+ bytes$/m);
    expect(out).not.toMatch(/Eirin|verksted/i);
    expect(await duk(['journal', 'show', other])).toMatchObject({ code: 0 });
    expect(await duk(['journal', 'show', 'nobody'])).toMatchObject({ code: 2 });
  });

  it('is repaired as far as it can be, with the whole of it saved first, and can be frozen after', async () => {
    const before = await readRows(server.dataDir, boardId);
    alterEntry(2);
    meddle('delete from journal where document_id = ? and position = 3');
    expect(await duk(['journal', 'repair', boardId])).toMatchObject({ code: 1, err: expect.stringContaining('--yes') });
    expect((await freeze(boardId)).statusCode).toBe(500);
    const versions = (await mona.get(`/api/boards/${boardId}/plans`)).json();
    const checkpoints = await readCheckpoints();
    expect(checkpoints.length).toBe(versions.plans.length);
    const { code, out } = await duk(['journal', 'repair', boardId, '--yes']);
    expect([code, out]).toEqual([0, expect.stringContaining('is repaired')]);
    expect(out).toContain('entry 3 is missing');
    // What was saved is what lay there, byte for byte, and for nobody else to read.
    const names = (await readdir(server.dataDir)).filter((name) => name.startsWith(`damaged-${boardId}-`)).toSorted();
    const saved = join(server.dataDir, names.at(-1) ?? '');
    expect((await stat(saved)).mode & 0o777).toBe(0o600);
    const { entries } = JSON.parse(await readFile(saved, 'utf8')) as { entries: { position: number; data: string }[] };
    expect(entries.map(({ position }) => position)).toEqual(
      before.map(({ position }) => position).filter((position) => position !== 3),
    );
    expect(entries[0]?.data).toBe(before[0]?.data);
    expect((await mona.get(`/api/boards/${boardId}/plans`)).json()).toEqual(versions);
    expect(await duk(['verify'])).toMatchObject({ code: 0 });
    expect(await duk(['journal', 'check'])).toMatchObject({ code: 0 });
    expect(await readCheckpoints()).toEqual(checkpoints);
    expect((await duk(['journal', 'show', boardId])).out).toMatch(/repaired at entry \d+, 20/);
    expect((await freeze(boardId)).statusCode).toBe(201);
    expect(await duk(['verify'])).toMatchObject({ code: 0 });
    expect((await duk(['journal', 'repair', boardId, '--yes'])).out).toContain('nothing to repair');
  });

  it('goes on counting from where it was, so that versions keep their order', async () => {
    const heads = await server.storage.journal.heads([boardId as never]);
    const last = heads.get(boardId as never) ?? 0;
    meddle(`delete from journal where document_id = ? and position = ${last}`);
    await freeze(boardId);
    await duk(['journal', 'repair', boardId, '--yes']);
    expect(await server.storage.journal.heads([boardId as never])).toEqual(heads);
  });

  it.each([
    [['journal']],
    [['journal', 'shew', 'b']],
    [['journal', 'show']],
    [['journal', 'repair', '--yes']],
    [['journal', 'repair', 'b', '--no']],
    [['journal', 'check', 'b']],
  ])('is left alone by %j', async (args) => {
    expect(await duk(args)).toMatchObject({ code: 2, err: expect.stringContaining('duk journal repair') });
  });
});

describe('a damaged journal that cannot be saved first', () => {
  it('is left as it is, and why is said in one line', async () => {
    alterEntry(2);
    const told = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => told.mockRestore());
    const before = await server.storage.journalCare.look(boardId as BoardId);
    // A folder in which nobody can make a file, root neither.
    const code = await repairJournal(server.storage, boardId as BoardId, { folder: '/proc', isAgreed: true });
    expect([code, told.mock.calls]).toEqual([2, [[expect.stringMatching(/could not be saved in \/proc, .*ENOENT/)]]]);
    expect(await server.storage.journalCare.look(boardId as BoardId)).toEqual(before);
  });
});

describe('a damaged journal in PostgreSQL', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await Cluster.start();
  });
  afterAll(() => cluster.remove());

  it('is found and repaired as well, the last entry included, which only the database remembers', async () => {
    const databaseUrl = await cluster.newDatabase();
    const keyFile = `${server.dataDir}.keys/installation.key`;
    const settings = { DUK_DATABASE_URL: databaseUrl, DUK_KEY_FILE: keyFile };
    await duk(['move', '--to', databaseUrl]);
    await cluster.ask(databaseUrl, `delete from versions where board_id = '${boardId}'`);
    await cluster.ask(
      databaseUrl,
      `delete from journal where document_id = '${boardId}' and position = (select last from journal_heads where document_id = '${boardId}')`,
    );
    await cluster.ask(
      databaseUrl,
      `update journal set data = set_byte(data, 45, get_byte(data, 45) # 1) where document_id = '${boardId}' and position = 2`,
    );
    const checked = await duk(['journal', 'check'], settings);
    expect([checked.code, checked.out]).toEqual([
      1,
      expect.stringMatching(/entry 2 was altered\n.*entry \d+ is missing/),
    ]);
    const repaired = await duk(['journal', 'repair', boardId, '--yes'], settings);
    expect(repaired.code, repaired.err).toBe(0);
    expect(await duk(['journal', 'check'], settings)).toMatchObject({ code: 0 });
    const storage = await openStorage({ dataDir: '/nowhere', keys: { keyFile }, databaseUrl });
    if (!storage.ok) throw new Error('could not open');
    const { journal, journalCare } = storage.value;
    const [entry] = await journal.read(boardId as never);
    const appended = await journal.append(new Map([[boardId as never, [Uint8Array.of(0, 0)]]]));
    expect(appended.get(boardId as never)).toBe((entry?.position ?? 0) + 1);
    // Somebody who looked before that may not put anything in its place.
    const seen = await journalCare.look(boardId as never);
    await journal.append(new Map([[boardId as never, [Uint8Array.of(0, 0)]]]));
    const repair = { position: 99, repairedAt: 1, report: '{}' };
    expect(await journalCare.replace(boardId as never, seen, Uint8Array.of(0, 0), repair)).toBe(false);
    expect(await journal.read(boardId as never)).toHaveLength(3);
    await storage.value.close();
  });
});

async function readRows(dataDir: string, board: string): Promise<readonly { position: number; data: string }[]> {
  const db = new DatabaseSync(join(dataDir, 'duk.db'), { readOnly: true });
  const rows = db.prepare('select position, data from journal where document_id = ? order by position').all(board);
  db.close();
  return rows.map(({ position, data }) => ({
    position: Number(position),
    data: Buffer.from(data as Uint8Array).toString('base64'),
  }));
}
