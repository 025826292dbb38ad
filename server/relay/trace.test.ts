import { once } from 'node:events';
import type { BoardId } from '@duken/shared/board';
import { afterEach, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { StorageUnavailable } from '../storage/index.ts';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';
import { syncFrame } from './relayForTests.ts';

let server: TestServer;
afterEach(() => server.close());

const lines = (): Record<string, unknown>[] => server.logLines.map((line) => JSON.parse(line));
const linesThat = (msg: string) => lines().filter((line) => line.msg === msg);

async function connect(boardId: string, { cookie }: Person, headers: Record<string, string> = {}): Promise<WebSocket> {
  const port = await server.listen();
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}`, {
    headers: { ...headers, cookie: `duk=${cookie ?? ''}` },
  });
  await once(socket, 'open');
  return socket;
}

/** One update for each word, each typed after the one before. */
function typed(words: readonly string[]): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update) => updates.push(update));
  for (const word of words) doc.getText('text').insert(0, word);
  return updates;
}

/** Says these, and hears that all of them are saved. */
async function say(socket: WebSocket, updates: readonly Uint8Array[]): Promise<void> {
  let saved = 0;
  socket.on('message', (frame: Buffer) => {
    if (frame[0] === 4) saved = frame[1] ?? 0;
  });
  for (const update of updates) socket.send(syncFrame('update', update));
  await expect.poll(() => saved).toBe(updates.length);
}

describe('following messages in the log', () => {
  it('leads from the socket by its trace to the commit, for each message', async () => {
    server = await openTestServer({ logLevel: 'debug' });
    const leader = server.person();
    const { boardId, api } = await leader.makeBoard();
    const { participantId } = (await leader.get(`${api}/me`)).json();
    const socket = await connect(boardId, leader);
    await say(socket, typed(['en', 'to', 'tre']));
    socket.close(1000);
    await expect.poll(() => linesThat('disconnected')).toHaveLength(1);

    const [connected] = linesThat('connected');
    expect(connected).toMatchObject({
      documentId: boardId,
      participantId,
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const { traceId } = connected as { traceId: string };
    expect(linesThat('heard')).toMatchObject([1, 2, 3].map((message) => ({ traceId, message })));
    const saved = linesThat('saved');
    expect(saved.flatMap(({ messages }) => messages)).toEqual([1, 2, 3].map((message) => ({ traceId, message })));
    for (const line of saved) {
      expect(line).toMatchObject({ documentId: boardId, commitMs: expect.any(Number), lagMs: expect.any(Number) });
    }
    const [last] = (await server.storage.journal.heads([boardId as BoardId])).values();
    expect(saved.at(-1)).toMatchObject({ position: last });
    expect(linesThat('disconnected')).toMatchObject([{ documentId: boardId, traceId, code: 1000 }]);
  });

  it('goes on with the trace that the upgrade came with, and so do answers to requests', async () => {
    server = await openTestServer({ logLevel: 'debug' });
    const leader = server.person();
    const { boardId, api } = await leader.makeBoard();
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
    const socket = await connect(boardId, leader, { traceparent });
    await say(socket, typed(['en']));
    expect(linesThat('connected')).toMatchObject([{ traceId }]);
    expect(linesThat('saved').at(-1)).toMatchObject({ messages: [{ traceId, message: 1 }] });
    await leader.ask({ method: 'GET', url: `${api}/me`, headers: { traceparent } });
    expect(lines().at(-1)).toMatchObject({ route: '/api/boards/:boardId/me', traceId });
    socket.terminate();
  });

  it('holds nothing that anybody wrote, and no secret', async () => {
    server = await openTestServer({ logLevel: 'debug' });
    const leader = server.person();
    const { boardId, leaderSecret, joinSecret } = await leader.makeBoard();
    const socket = await connect(boardId, leader, { traceparent: 'Hemmelig' });
    await say(socket, typed(['Hemmelig']));
    socket.send('Hemmelig');
    await once(socket, 'close');
    await expect.poll(() => linesThat('disconnected')).toHaveLength(1);
    const log = server.logLines.join('');
    expect(log).not.toMatch(/hemmelig/i);
    for (const secret of [leaderSecret, joinSecret, leader.cookie]) expect(log).not.toContain(secret);
  });

  it('is left out at the ordinary level', async () => {
    server = await openTestServer();
    const leader = server.person();
    const { boardId } = await leader.makeBoard();
    const socket = await connect(boardId, leader);
    await say(socket, typed(['en']));
    socket.terminate();
    expect(lines().filter(({ level }) => Number(level) < 30)).toEqual([]);
  });

  it('tells of each message whose commit was lost', async () => {
    server = await openTestServer({ logLevel: 'debug' });
    const leader = server.person();
    const { boardId } = await leader.makeBoard();
    const socket = await connect(boardId, leader);
    vi.spyOn(server.storage.journal, 'append').mockRejectedValueOnce(new StorageUnavailable('The disk is full'));
    for (const update of typed(['en'])) socket.send(syncFrame('update', update));
    await once(socket, 'close');
    const [connected] = linesThat('connected');
    const { traceId } = connected as { traceId: string };
    expect(linesThat('lost')).toMatchObject([
      {
        documentId: boardId,
        messages: [{ traceId, message: 1 }],
      },
    ]);
    expect(linesThat('saved')).toEqual([]);
  });
});
