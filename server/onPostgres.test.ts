import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BoardId, replayBoard } from '@duken/shared/board';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { keysForTests, secretForTests } from './sealing/keysForTests.ts';
import { openStorage, updatesIn } from './storage/index.ts';
import { Cluster } from './storage/postgres/clusterForTests.ts';
import { BoardUser, originOf, patience, type ServerProcess, startServerProcess } from './testing/index.ts';

const dataDir = join(tmpdir(), 'duken-never-made');
const DUK_KEY = Buffer.from(secretForTests()).toString('base64url');

let cluster: Cluster;
let databaseUrl: string;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());
beforeEach(async () => {
  databaseUrl = await cluster.newDatabase();
});

async function startServer(): Promise<{ server: ServerProcess; origin: string }> {
  const server = startServerProcess({ PORT: '0', DUK_DATA_DIR: dataDir, DUK_DATABASE_URL: databaseUrl, DUK_KEY });
  return { server, origin: await originOf(server) };
}

async function stopServer({ child, ended }: ServerProcess): Promise<void> {
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
}

/** The notes that the database itself holds. */
async function notesInDatabase(boardId: BoardId): Promise<string[]> {
  const storage = await openStorage({ dataDir, databaseUrl, keys: keysForTests });
  if (!storage.ok) throw new Error(storage.failure.kind);
  const board = replayBoard(updatesIn(await storage.value.journal.read(boardId)));
  await storage.value.close();
  if (!board.ok) throw new Error(board.failure.kind);
  return board.value.notes.map(({ id }) => id as string).toSorted();
}

describe('the whole server on PostgreSQL', () => {
  it('has everything there after a restart, and nothing in the data folder', async () => {
    const first = await startServer();
    const leader = await BoardUser.withNewBoard(first.origin);
    const browser = leader.openBoard(first.origin);
    await browser.allSaved();
    browser.write('note-0001');
    await browser.allSaved();
    const meeting = { date: '2026-11-22', present: [{ name: 'Kari' }] };
    const { meetingId } = (await leader.post(first.origin, '/meetings', meeting)) as { meetingId: string };
    const frozen = await leader.post(first.origin, `/meetings/${meetingId}/freeze`, {});
    expect(frozen).toMatchObject({ version: 1 });
    const plan = await leader.get(first.origin, '/plans/1');
    browser.provider.disconnect();
    await stopServer(first.server);

    const second = await startServer();
    expect(await leader.get(second.origin, '/me')).toMatchObject({ role: 'leader', title: 'Duk' });
    expect(await leader.get(second.origin, '/plans/1')).toEqual(plan);
    const newcomer = leader.openBoard(second.origin);
    await newcomer.allSaved();
    expect(newcomer.notes()).toEqual(['note-0001']);
    await stopServer(second.server);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('ends with one line where another server is using the database, and not after that one was killed', async () => {
    const first = await startServer();
    const second = startServerProcess({ PORT: '0', DUK_DATABASE_URL: databaseUrl, DUK_KEY });
    expect(await second.ended).toBe(1);
    expect(second.said.err).toMatch(
      /^Cannot start: another server is using the database duk_\d+ at .*DUK_DATABASE_URL.*\n$/,
    );
    first.server.child.kill('SIGKILL');
    await first.server.ended;
    await stopServer((await startServer()).server);
  });

  it('calls nothing saved while the database is away, and goes on by itself when it is back', async () => {
    const { server, origin } = await startServer();
    const readiness = async () => (await fetch(`${origin}/readyz`)).status;
    const leader = await BoardUser.withNewBoard(origin);
    const browser = leader.openBoard(origin);
    await browser.allSaved();
    /** Each with the number of its last message. */
    const written = new Map<string, number>();
    const write = () => {
      const id = `note-${String(written.size).padStart(4, '0')}`;
      browser.write(id);
      written.set(id, browser.provider.wsconnected ? browser.sent() : Number.POSITIVE_INFINITY);
    };
    // The database goes while people write.
    const writing = setInterval(write, 5);
    onTestFinished(() => clearInterval(writing));
    await expect.poll(browser.saved, patience).toBeGreaterThan(20);
    const cutOff = new Promise<number>((resolve) => {
      browser.provider.once('connection-close', () => {
        browser.provider.disconnect();
        resolve(browser.saved());
      });
    });
    await cluster.stop('at once');
    const saved = await cutOff;
    clearInterval(writing);
    const promised = [...written].filter(([, sent]) => sent <= saved).map(([id]) => id);
    expect(promised.length).toBeGreaterThan(5);
    expect(await readiness()).toBe(503);

    // Whoever tries meanwhile is told nothing.
    const refused = new Promise((resolve) => browser.provider.once('connection-close', resolve));
    browser.provider.connect();
    write();
    await refused;
    expect(browser.saved()).toBe(0);
    browser.provider.disconnect();

    await cluster.startAgain();
    await expect.poll(readiness, patience).toBe(200);
    expect(await notesInDatabase(leader.boardId)).toEqual(expect.arrayContaining(promised));

    browser.provider.connect();
    await expect.poll(() => notesInDatabase(leader.boardId), patience).toEqual([...written.keys()]);
    await browser.allSaved();
    write();
    await expect.poll(() => notesInDatabase(leader.boardId), patience).toEqual([...written.keys()]);
    await stopServer(server);
  });
});
