import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

describe('the news as a socket', () => {
  let server: TestServer;
  let port: number;
  beforeEach(async () => {
    server = await openTestServer();
    port = await server.listen();
  });
  afterEach(() => server.close());

  /** Listens like a page does. */
  function connect(person: Person | undefined, boardId: string, headers: Record<string, string> = {}) {
    const cookie = person ? { cookie: `duk=${person.cookie}` } : {};
    const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}/news`, { headers: { ...cookie, ...headers } });
    const heard: string[] = [];
    socket.on('message', (data) => heard.push(JSON.parse(String(data)).changed));
    socket.on('error', () => undefined);
    const closed = once(socket, 'close').then(([code]) => code as number);
    return { socket, heard, closed };
  }

  async function listen(person: Person, boardId: string) {
    const line = connect(person, boardId);
    await once(line.socket, 'open');
    return line;
  }

  async function statusOf(...asked: Parameters<typeof connect>): Promise<number> {
    const [, reply] = await once(connect(...asked).socket, 'unexpected-response');
    return reply.statusCode;
  }

  it('tells those of the board what changed, and nobody of another board', async () => {
    const leader = server.person();
    const { boardId, api } = await leader.makeBoard();
    const other = await leader.makeBoard();
    const [here, there] = [await listen(leader, boardId), await listen(leader, other.boardId)];
    await leader.post(`${api}/links`, { role: 'viewer' });
    await leader.post(`${other.api}/meetings`, { date: '2026-11-22', present: [] });
    await expect.poll(() => there.heard).toEqual(['meetings']);
    await expect.poll(() => here.heard).toEqual(['links']);
  });

  it('is opened to nobody without a seat, nor from another site, and is nothing without an upgrade', async () => {
    const [leader, stranger] = [server.person(), server.person()];
    const { boardId } = await leader.makeBoard();
    expect(await statusOf(undefined, boardId)).toBe(401);
    await stranger.makeBoard();
    expect(await statusOf(stranger, boardId)).toBe(401);
    expect(await statusOf(leader, boardId, { origin: 'http://evil.example' })).toBe(403);
    expect((await leader.get(`/sync/${boardId}/news`)).statusCode).toBe(404);
    // What was asked for in vain has left its place: there is room for as many as before.
    for (let each = 0; each < 20; each++) await leader.get(`/sync/${boardId}/news`);
    await listen(leader, boardId);
  });

  it('ends with its access, once that has been told', async () => {
    const [leader, kari] = [server.person(), server.person()];
    const { boardId, api, joinSecret } = await leader.makeBoard();
    const kariId = await kari.join(boardId, joinSecret);
    const line = await listen(kari, boardId);
    await leader.delete(`${api}/participants/${kariId}`);
    expect(await line.closed).toBe(4403);
    expect(line.heard).toEqual(['participants', 'access']);
  });

  it('tells whoever waits in the lobby when they are let in, and nothing else', async () => {
    const [leader, guest] = [server.person(), server.person()];
    const { boardId, api } = await leader.makeBoard();
    const { url } = (await leader.post(`${api}/links`, { role: 'viewer', lobby: true })).json();
    const guestId = await guest.join(boardId, new URL(url).hash.slice(1));
    const line = await listen(guest, boardId);
    await leader.post(`${api}/meetings`, { date: '2026-11-22', present: [] });
    await leader.post(`${api}/participants/${guestId}/admit`, { voice: 'network' });
    await expect.poll(() => line.heard[0]).toBe('access');
  });

  it('only tells: whoever says something is closed, and pings are answered, but not without end', async () => {
    const leader = server.person();
    const { boardId } = await leader.makeBoard();
    const talker = await listen(leader, boardId);
    talker.socket.send('hei');
    expect(await talker.closed).toBe(1003);
    const shouter = await listen(leader, boardId);
    shouter.socket.send(Buffer.alloc(100_000));
    expect(await shouter.closed).toBe(1009);
    const pinger = await listen(leader, boardId);
    pinger.socket.ping();
    await once(pinger.socket, 'pong');
    for (let each = 0; each < 100; each++) pinger.socket.ping();
    expect(await pinger.closed).toBe(1006);
  });

  it('takes its place together with the sockets of the table, and gives it back', async () => {
    const small = await openTestServer({ relayLimits: { maxWindows: 1 } });
    port = await small.listen();
    const leader = small.person();
    const { boardId } = await leader.makeBoard();
    const [one] = [await listen(leader, boardId), await listen(leader, boardId)];
    expect(await statusOf(leader, boardId)).toBe(429);
    one.socket.terminate();
    const isOpen = async () => {
      const { socket } = connect(leader, boardId);
      return Promise.race([once(socket, 'open').then(() => true), once(socket, 'close').then(() => false)]);
    };
    await expect.poll(isOpen).toBe(true);
    await small.close();
  });

  it('ends when the server stops, so that nothing keeps it waiting', async () => {
    const leader = server.person();
    const line = await listen(leader, (await leader.makeBoard()).boardId);
    line.socket.pause();
    await server.app.close();
    line.socket.resume();
    expect(await line.closed).toBe(1001);
  });
});
