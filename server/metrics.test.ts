import { once } from 'node:events';
import { messageType } from '@duken/shared/protocol';
import * as decoding from 'lib0/decoding';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { openTestServer, type Person, type TestServer } from './testing/index.ts';

let server: TestServer;
let port: number;
beforeEach(async () => {
  server = await openTestServer();
  port = await server.listen();
});
afterEach(() => server.close());

/** What a scrape shows, by name and labels as they stand there. */
async function scrape(): Promise<Map<string, number>> {
  const lines = (await server.person().get('/metrics')).body.split('\n');
  const figures = lines.filter((line) => line && !line.startsWith('#'));
  return new Map(figures.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

const socketOf = ({ cookie }: Person) =>
  class extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie: `duk=${cookie ?? ''}` } });
    }
  };

/** Somebody at the table. */
async function sitDown(boardId: string, person: Person) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, boardId, doc, {
    WebSocketPolyfill: socketOf(person) as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  let saved = 0;
  provider.messageHandlers[messageType.saved] = (_encoder, decoder) => {
    saved = decoding.readVarUint(decoder);
  };
  const leave = () => {
    provider.destroy();
    doc.destroy();
  };
  onTestFinished(leave);
  await expect.poll(() => provider.synced).toBe(true);
  return { text: doc.getText('text'), saved: () => saved, leave };
}

async function makeTable() {
  const [leader, editor] = [server.person(), server.person()];
  const board = await leader.makeBoard({ title: 'Hemmelig tittel', templateId: 'simple', name: 'Hemmelig leder' });
  await editor.join(board.boardId, board.joinSecret, 'Hemmelig navn');
  return { ...board, leader, editor };
}

describe('what /metrics tells', () => {
  it('is text that Prometheus reads, and nothing that a cache keeps', async () => {
    const reply = await server.person().get('/metrics');
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.body).toMatch(/^# HELP duk_edits_total .+\n# TYPE duk_edits_total counter\nduk_edits_total 0$/m);
  });

  it('moves when two people edit, and shows in what time it was saved', async () => {
    const { boardId, leader, editor } = await makeTable();
    const before = await scrape();
    expect(before.get('duk_boards_open')).toBe(0);
    const [first, second] = [await sitDown(boardId, leader), await sitDown(boardId, editor)];
    first.text.insert(0, 'Hei');
    await expect.poll(() => second.text.toString()).toBe('Hei');
    second.text.insert(3, ' på deg');
    await expect.poll(() => first.text.toString()).toBe('Hei på deg');
    await expect.poll(() => second.saved()).toBe(2);

    const after = await scrape();
    const moved = (name: string) => (after.get(name) ?? Number.NaN) - (before.get(name) ?? Number.NaN);
    expect(after.get('duk_boards_open')).toBe(1);
    expect(after.get('duk_connections_open')).toBe(2);
    expect(moved('duk_edits_total')).toBe(2);
    expect(moved('duk_edit_bytes_total')).toBeGreaterThan(20);
    expect(moved('duk_beats_total')).toBe(2);
    expect(moved('duk_beats_failed_total')).toBe(0);
    expect(moved('duk_beat_edits_sum')).toBe(2);
    expect(moved('duk_board_load_duration_seconds_count')).toBe(1);
    for (const times of ['duk_beat_duration', 'duk_commit_duration', 'duk_saved_lag']) {
      expect(moved(`${times}_seconds_count`)).toBe(2);
      expect(moved(`${times}_seconds_sum`)).toBeGreaterThan(0);
      expect(moved(`${times}_seconds_bucket{le="+Inf"}`)).toBe(2);
    }
    expect(moved('duk_commit_duration_seconds_sum')).toBeLessThan(moved('duk_beat_duration_seconds_sum'));
    expect(moved('duk_event_loop_busy_seconds_total')).toBeGreaterThan(0);

    first.leave();
    second.leave();
    await expect.poll(async () => (await scrape()).get('duk_connections_open')).toBe(0);
    await expect.poll(async () => (await scrape()).get('duk_boards_open')).toBe(0);
  });

  it('counts who is refused, and why', async () => {
    const { boardId, leader } = await makeTable();
    const stranger = new (socketOf(server.person()))(`ws://127.0.0.1:${port}/sync/${boardId}`);
    stranger.on('error', () => undefined); // ending the refused handshake
    const [, response] = await once(stranger, 'unexpected-response');
    response.resume();
    stranger.terminate();
    const socket = new (socketOf(leader))(`ws://127.0.0.1:${port}/sync/${boardId}`);
    await once(socket, 'open');
    socket.send('words');
    await once(socket, 'close');
    const figures = await scrape();
    expect(figures.get('duk_upgrades_refused_total')).toBe(1);
    expect(figures.get('duk_connections_closed_total{reason="malformed"}')).toBe(1);
    expect(figures.get('duk_connections_closed_total{reason="tooOften"}')).toBe(0);
  });

  it('counts answers under the pattern of their route, and those to no route together', async () => {
    const { api, leader } = await makeTable();
    await leader.get(`${api}/me`);
    await server.person().get(`${api}/me`);
    await leader.get('/hemmelig-side?hemmelig');
    const figures = await scrape();
    const answers = (route: string, status: number) =>
      figures.get(`duk_http_requests_total{method="GET",route="${route}",status="${status}"}`);
    expect(answers('/api/boards/:boardId/me', 200)).toBe(1);
    expect(answers('/api/boards/:boardId/me', 401)).toBe(1);
    expect(answers('(none)', 404)).toBe(1);
  });

  it('holds no id, secret, cookie, name, title or address of anybody', async () => {
    const { boardId, api, leader, editor, leaderSecret, joinSecret } = await makeTable();
    const first = await sitDown(boardId, editor);
    first.text.insert(0, 'Hemmelig lapp');
    await leader.post(`${api}/meetings`, { date: '2026-11-22', present: [{ name: 'Hemmelig mormor' }] });
    await leader.get(`${api}/plans/1.csv`);
    await leader.get('/hemmelig-side');
    await expect.poll(() => first.saved()).toBeGreaterThan(0);
    const { body } = await leader.get('/metrics');
    const { participants } = (await leader.get(`${api}/participants`)).json();
    expect(participants).toHaveLength(2);
    const ids = participants.map(({ participantId }: { participantId: string }) => participantId);
    for (const secret of [boardId, ...ids, leaderSecret, joinSecret, leader.cookie, editor.cookie]) {
      expect(secret).toMatch(/^[\w-]{10,}$/);
      expect(body).not.toContain(secret);
    }
    expect(body).not.toMatch(/hemmelig|127\.0\.0\.1/i);
  });
});
