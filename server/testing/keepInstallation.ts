import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import {
  addNote,
  type BoardDocument,
  deleteNote,
  drawStroke,
  editNoteText,
  moveNote,
  type NoteId,
  noteTextOf,
  type ParticipantId,
  type StrokeId,
  setAction,
  setHeader,
  setPhase,
  type Voice,
} from '@duken/shared/board';
import { demoIds } from '@duken/shared/protocol';
import type { Result } from '@duken/shared/result';
import type { Cell } from '@duken/shared/template';
import { type KeptBoard, showBoard } from './showBoard.ts';
import { originOf, spawnServer } from './spawnServer.ts';
import { Visitor } from './visitor.ts';

/*
 * Keeps an installation for later versions of the product to be tried on, when the format of what is kept has changed:
 *   node server/testing/keepInstallation.ts server/fixtures/2026-11-29                      a folder with SQLite
 *   node server/testing/keepInstallation.ts server/fixtures/2026-11-29 postgres://…/empty   a PostgreSQL, by pg_dump
 */
const [formatDir, databaseUrl] = process.argv.slice(2);
if (!formatDir) throw new Error('say in which folder it is to be kept');
const keptDir = join(formatDir, databaseUrl ? 'postgres' : 'sqlite');
const dataDir = await mkdtemp(join(tmpdir(), 'duken-kept-'));
mkdirSync(keptDir, { recursive: true });

const boards = await withServer(async (origin) => {
  const made = [await makeOrdinaryBoard(origin)];
  for (const demoId of demoIds) {
    const { leader, leaderSecret, joinSecret } = await Visitor.leading(origin, `/api/demos/${demoId}`);
    made.push(await kept(leader, { leader: leaderSecret, join: joinSecret }));
  }
  return made;
});
if (databaseUrl) keep('duk.sql', dumpOf(databaseUrl));
else for (const name of readdirSync(dataDir)) if (name !== 'server.lock') keep(name, readFileSync(join(dataDir, name)));

// What the same version of the product shows of it, started again.
const expected = await withServer(async (origin) => {
  const all: KeptBoard[] = [];
  for (const board of boards) all.push({ ...board, shown: (await showBoard(origin, board)).shown });
  return all;
});
writeFileSync(join(keptDir, 'expected.json'), `${JSON.stringify(expected, undefined, 2)}\n`);
await rm(dataDir, { recursive: true });

/** A board on which everything that can be kept has happened once. */
async function makeOrdinaryBoard(origin: string): Promise<Omit<KeptBoard, 'shown'>> {
  const { leader, leaderSecret, joinSecret } = await Visitor.leading(origin, '/api/boards', {
    title: 'Planen til Ada',
    templateId: 'simple',
    name: 'Mona',
  });
  const { boardId } = leader;
  const invite = async (link: object, path = '/links') => {
    const { linkId, url } = await leader.post<{ linkId: string; url: string }>(path, link);
    return { linkId, secret: new URL(url).hash.slice(1) };
  };
  const viewer = await invite({ role: 'viewer', label: 'Skolen' });
  const grandmother = await invite({ role: 'editor', label: 'Mormor', expiresAt: Date.parse('2100-01-01') });
  const withdrawn = await invite({ role: 'editor', label: 'Feil nummer' });
  const expiresAt = Date.now() + 500;
  const expired = await invite({ role: 'editor', expiresAt });
  const otherMachine = await invite({}, '/leader-link');

  const join = (secret: string, name: string, voice?: Voice) =>
    Visitor.joining(origin, boardId, { secret, name, ...(voice ? { voice } : {}) });
  const ada = await join(joinSecret, 'Ada', 'citizen');
  await join(grandmother.secret, 'Mormor Åse', 'family');
  await join(viewer.secret, 'Lærer Lie 👩‍🏫');
  const neighbour = await join(joinSecret, 'Nabo');
  await join(withdrawn.secret, 'Noen andre');
  await leader.delete(`/links/${withdrawn.linkId}`);
  await leader.delete(`/participants/${await idOf(neighbour)}`);

  const [monaId, adaId] = [await idOf(leader), await idOf(ada)];
  await ada.atDuk((board) => {
    lay(board, 'dream', { column: 'dream', theme: '' }, adaId, 'Et hjem der naboene kjenner oss 👨‍👩‍👧\nOg en hund.');
    lay(board, 'words', { column: 'works', theme: 'network' }, adaId, 'ሰላም · السلام عليكم · «hei på deg»');
    lay(board, 'letters', { column: 'difficult', theme: '' }, adaId, '');
    // So many letters, one by one, that the journal is compacted when nobody is here any more.
    for (let letter = 0; letter < 600; letter += 1) {
      const text = noteTextOf(board, 'letters' as NoteId)?.toString() ?? '';
      const at = text.length;
      const edit =
        letter % 4 === 3
          ? { at: at - 1, removed: 1, inserted: '' }
          : { at, removed: 0, inserted: 'æøå '[at % 4] ?? '' };
      done(editNoteText(board, 'letters' as NoteId, edit));
    }
    const cell: Cell = { column: 'now', theme: 'housing' };
    const points = [10, 10, 0.5, 40.5, 22, 0.75, 80, 12.25, 1];
    done(drawStroke(board, { id: 'heart' as StrokeId, cell, points, colour: 'rust', width: 4, author: adaId }));
  });
  await compacted(origin);
  await leader.atDuk((board) => {
    done(setHeader(board, { for: 'Ada og Jon', horizonShort: '2027-03-01', horizonLong: '2028-12-31' }));
    lay(board, 'rent', { column: 'now', theme: 'economy' }, monaId, 'Søke om bostøtte; =SUM(1+1)', 'service');
    done(setAction(board, 'rent' as NoteId, { owner: 'Mona', service: 'Nav', due: '2026-12-20', status: 'started' }));
    lay(board, 'job', { column: 'short', theme: 'leisure' }, monaId, 'Prøve jobb på verkstedet', 'service');
    done(moveNote(board, { noteId: 'job' as NoteId, to: { column: 'long', theme: 'work-school' } }));
    lay(board, 'binned', { column: 'works', theme: 'health' }, monaId, 'Skrevet på feil duk', 'service');
    done(deleteNote(board, 'binned' as NoteId, Date.now()));
    done(setPhase(board, 'overall', 'exposed'));
    done(setPhase(board, 'housing', 'untenable'));
  });

  const present = [{ name: 'Mona', participantId: monaId }, { name: 'Ada', participantId: adaId }, { name: 'Tolk' }];
  const { meetingId } = await leader.post<{ meetingId: string }>('/meetings', { date: '2026-11-29', present });
  await leader.post(`/meetings/${meetingId}/freeze`);
  await leader.atDuk((board) => {
    done(setAction(board, 'rent' as NoteId, { status: 'done' }));
    lay(board, 'since', { column: 'now', theme: 'health' }, monaId, 'Skrevet etter at duken ble fryst', 'service');
  });
  await leader.post('/meetings', { date: '2027-01-15', present: [] });
  await pause(Math.max(0, expiresAt - Date.now()));
  return kept(leader, {
    leader: leaderSecret,
    join: joinSecret,
    viewer: viewer.secret,
    labelled: grandmother.secret,
    otherMachine: otherMachine.secret,
    withdrawn: withdrawn.secret,
    expired: expired.secret,
  });
}

function lay(
  board: BoardDocument,
  id: string,
  cell: Cell,
  author: ParticipantId,
  text: string,
  voice: Voice = 'citizen',
) {
  done(addNote(board, { id: id as NoteId, cell, text, voice, author, createdAt: Date.now() }));
}

function done(result: Result<unknown, unknown>): void {
  if (!result.ok) throw new Error(`that cannot be done on a duk: ${JSON.stringify(result.failure)}`);
}

async function kept(leader: Visitor, secrets: KeptBoard['secrets']): Promise<Omit<KeptBoard, 'shown'>> {
  const { boardId, token } = leader;
  return { boardId, leader: { token, participantId: await idOf(leader) }, secrets };
}

async function idOf(visitor: Visitor): Promise<ParticipantId> {
  return (await visitor.get<{ participantId: ParticipantId }>('/me')).participantId;
}

async function compacted(origin: string): Promise<void> {
  while (!(await (await fetch(`${origin}/metrics`)).text()).includes('\nduk_folds_total 1')) await pause(20);
}

async function withServer<Value>(act: (origin: string) => Promise<Value>): Promise<Value> {
  const server = spawnServer({
    PORT: '0',
    DUK_DATA_DIR: dataDir,
    ...(databaseUrl ? { DUK_DATABASE_URL: databaseUrl } : {}),
  });
  try {
    const value = await act(await originOf(server));
    server.child.kill('SIGTERM');
    if ((await server.ended) !== 0) throw new Error(`the server did not stop as it should: ${server.said.err}`);
    return value;
  } finally {
    server.child.kill('SIGKILL');
  }
}

function keep(name: string, content: Buffer | string): void {
  writeFileSync(join(keptDir, `${name}.gz`), gzipSync(content, { level: 9 }));
}

/** Without the commands around it that only the newest psql knows. */
function dumpOf(url: string): string {
  const dump = execFileSync('pg_dump', ['--no-owner', '--dbname', url], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  return dump.replaceAll(/^\\(un)?restrict .*\n/gm, '');
}
