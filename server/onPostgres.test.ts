import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addNote,
  type BoardId,
  type NoteId,
  openBoardDocument,
  type ParticipantId,
  replayBoard,
} from '@duken/shared/board';
import { isDocumentMessage, messageType } from '@duken/shared/protocol';
import { templates } from '@duken/shared/template';
import * as decoding from 'lib0/decoding';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { openStorage, updatesIn } from './storage/index.ts';
import { Cluster } from './storage/postgres/clusterForTests.ts';
import { originOf, type ServerProcess, startServerProcess } from './testing/index.ts';

/** How long anybody would wait, in milliseconds. */
const patience = { timeout: 15_000, interval: 20 };
const dataDir = join(tmpdir(), 'duken-never-made');

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
  const server = startServerProcess({ PORT: '0', DUK_DATA_DIR: dataDir, DUK_DATABASE_URL: databaseUrl });
  return { server, origin: await originOf(server) };
}

async function stopServer({ child, ended }: ServerProcess): Promise<void> {
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
}

/** Somebody with a browser. */
class Leader {
  readonly #cookie: string;
  readonly boardId: BoardId;

  private constructor(cookie: string, boardId: BoardId) {
    this.#cookie = cookie;
    this.boardId = boardId;
  }

  static async withNewBoard(origin: string): Promise<Leader> {
    const made = await fetch(`${origin}/api/boards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Duk', templateId: 'simple' }),
    });
    const { boardId } = (await made.json()) as { boardId: BoardId };
    return new Leader(made.headers.get('set-cookie')?.split(';')[0] ?? '', boardId);
  }

  async get(origin: string, path: string): Promise<unknown> {
    const reply = await fetch(`${origin}/api/boards/${this.boardId}${path}`, { headers: { cookie: this.#cookie } });
    expect(reply.status).toBe(200);
    return reply.json();
  }

  async post(origin: string, path: string, body: object): Promise<unknown> {
    const reply = await fetch(`${origin}/api/boards/${this.boardId}${path}`, {
      method: 'POST',
      headers: { cookie: this.#cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(reply.status).toBe(201);
    return reply.json();
  }

  openBoard(origin: string) {
    const doc = new Y.Doc();
    const cookie = this.#cookie;
    let saved = 0;
    let sent = 0;
    class SocketWithCookie extends WebSocket {
      constructor(address: string | URL) {
        super(address, { headers: { cookie } });
        saved = 0;
        sent = 0;
      }

      override send(data: Uint8Array): void {
        if (isDocumentMessage(data)) sent += 1;
        super.send(data);
      }
    }
    const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, this.boardId, doc, {
      WebSocketPolyfill: SocketWithCookie as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 100,
    });
    onTestFinished(() => {
      provider.destroy();
      doc.destroy();
    });
    provider.messageHandlers[messageType.saved] = (_encoder, decoder) => {
      saved = decoding.readVarUint(decoder);
    };
    const board = openBoardDocument(doc, templates.simple);
    return {
      provider,
      /** How many document messages of the latest socket were sent, and are called saved. */
      sent: () => sent,
      saved: () => saved,
      allSaved: () => expect.poll(() => provider.synced && sent > 0 && saved === sent, patience).toBe(true),
      write(id: string) {
        const [column, theme] = [board.template.columns[0], board.template.themes[0]];
        const cell = { column: column?.id ?? '', theme: theme?.id ?? '' } as Parameters<typeof addNote>[1]['cell'];
        const note = { id: id as NoteId, cell, text: `Lapp ${id}`, author: 'leader' as ParticipantId, createdAt: 1 };
        expect(addNote(board, { ...note, voice: 'citizen' })).toMatchObject({ ok: true });
      },
      notes: () => [...board.notes.keys()].toSorted(),
    };
  }
}

/** The notes that the database itself holds. */
async function notesInDatabase(boardId: BoardId): Promise<string[]> {
  const storage = await openStorage({ dataDir, databaseUrl });
  if (!storage.ok) throw new Error(storage.failure.kind);
  const board = replayBoard(updatesIn(await storage.value.journal.read(boardId)));
  await storage.value.close();
  if (!board.ok) throw new Error(board.failure.kind);
  return board.value.notes.map(({ id }) => id as string).toSorted();
}

describe('the whole server on PostgreSQL', { timeout: 60_000 }, () => {
  it('has everything there after a restart, and nothing in the data folder', async () => {
    const first = await startServer();
    const leader = await Leader.withNewBoard(first.origin);
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
    const second = startServerProcess({ PORT: '0', DUK_DATABASE_URL: databaseUrl });
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
    const leader = await Leader.withNewBoard(origin);
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
