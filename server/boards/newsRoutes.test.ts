import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

describe('news of a board', () => {
  let server: TestServer;
  let port: number;
  beforeEach(async () => {
    server = await openTestServer();
    port = await server.listen();
  });
  afterEach(() => server.close());

  /** Listens like a browser does. `next()` gives the next thing told, or undefined when the stream has ended. */
  async function listen(person: Person, api: string) {
    const stop = new AbortController();
    const reply = await fetch(`http://127.0.0.1:${port}${api}/events`, {
      headers: { cookie: `duk=${person.cookie}` },
      signal: stop.signal,
    });
    const reader = reply.ok ? reply.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
    let heard = '';
    async function next(): Promise<string | undefined> {
      for (;;) {
        const event = heard.match(/^data: (.*)\n\n/m);
        if (event) {
          heard = heard.slice((event.index ?? 0) + event[0].length);
          return JSON.parse(event[1] ?? '').changed;
        }
        const chunk = await reader?.read();
        if (!chunk || chunk.done) return undefined;
        heard += chunk.value;
      }
    }
    /** What the browser is told first: how long to wait before coming back. */
    async function retryMs(): Promise<number> {
      heard += (await reader?.read())?.value ?? '';
      return Number(heard.match(/^retry: (\d+)\n/)?.[1]);
    }
    return { reply, next, retryMs, stop: () => stop.abort() };
  }

  it('tell everybody on it that somebody came in, that a meeting was opened, that a link was made', async () => {
    const leader = server.person();
    const { boardId, api, joinSecret } = await leader.makeBoard();
    const news = await listen(leader, api);
    expect(news.reply.headers.get('content-type')).toBe('text/event-stream');
    expect(news.reply.headers.get('cache-control')).toBe('no-store');
    await server.person().join(boardId, joinSecret);
    expect(await news.next()).toBe('participants');
    expect(await news.next()).toBe('people');
    await leader.post(`${api}/meetings`, { date: '2026-11-22', present: [] });
    expect(await news.next()).toBe('meetings');
    await leader.post(`${api}/links`, { role: 'viewer' });
    expect(await news.next()).toBe('links');
    news.stop();
  });

  it('ask browsers to come back within a second from a stream that ended, and not all at once', async () => {
    const leader = server.person();
    const { api } = await leader.makeBoard();
    const waits = new Set<number>();
    for (let person = 0; person < 5; person += 1) {
      const news = await listen(leader, api);
      waits.add(await news.retryMs());
      news.stop();
    }
    for (const wait of waits) expect(wait).toBeLessThan(1000);
    expect(waits.size).toBeGreaterThan(1);
  });

  it('say nothing of other boards', async () => {
    const leader = server.person();
    const [own, other] = [await leader.makeBoard(), await leader.makeBoard()];
    const news = await listen(leader, own.api);
    await leader.post(`${other.api}/links`, { role: 'viewer' });
    await leader.post(`${own.api}/meetings`, { date: '2026-11-22', present: [] });
    expect(await news.next()).toBe('meetings');
    news.stop();
  });

  it('of the people of the case are the leader’s alone', async () => {
    const [leader, editor] = [server.person(), server.person()];
    const { boardId, api, joinSecret } = await leader.makeBoard();
    await editor.join(boardId, joinSecret);
    const [forEditor, forLeader] = [await listen(editor, api), await listen(leader, api)];
    await leader.post(`${api}/people`, { name: 'Gro' });
    await leader.post(`${api}/links`, { role: 'viewer' });
    expect([await forLeader.next(), await forLeader.next()]).toEqual(['people', 'links']);
    expect(await forEditor.next()).toBe('links');
    forEditor.stop();
    forLeader.stop();
  });

  it('end for those whose link is withdrawn, and go on for the others', async () => {
    const [leader, editor] = [server.person(), server.person()];
    const { boardId, api, joinSecret } = await leader.makeBoard();
    await editor.join(boardId, joinSecret);
    const [forEditor, forLeader] = [await listen(editor, api), await listen(leader, api)];
    const { links } = (await leader.get(`${api}/links`)).json();
    await leader.delete(`${api}/links/${links.find((link: { role: string }) => link.role === 'editor').linkId}`);
    expect([await forEditor.next(), await forEditor.next(), await forEditor.next()]).toEqual([
      'links',
      'access',
      undefined,
    ]);
    expect(await forLeader.next()).toBe('links');
    await leader.post(`${api}/links`, { role: 'viewer' });
    expect(await forLeader.next()).toBe('links');
    forLeader.stop();
  });

  it('end for somebody who is removed, and tell the others only that the participants changed', async () => {
    const [leader, kari, ola] = [server.person(), server.person(), server.person()];
    const { boardId, api, joinSecret } = await leader.makeBoard();
    const kariId = await kari.join(boardId, joinSecret);
    await ola.join(boardId, joinSecret);
    const [forKari, forOla] = [await listen(kari, api), await listen(ola, api)];
    await leader.delete(`${api}/participants/${kariId}`);
    expect([await forKari.next(), await forKari.next(), await forKari.next()]).toEqual([
      'participants',
      'access',
      undefined,
    ]);
    expect(await forOla.next()).toBe('participants');
    await leader.post(`${api}/links`, { role: 'viewer' });
    expect(await forOla.next()).toBe('links');
    forOla.stop();
  });

  it('end when the link that somebody came by expires', async () => {
    const [leader, guest] = [server.person(), server.person()];
    const { boardId, api } = await leader.makeBoard();
    const { url } = (await leader.post(`${api}/links`, { role: 'viewer', expiresAt: Date.now() + 3_600_000 })).json();
    await guest.join(boardId, new URL(url).hash.slice(1));
    const news = await listen(guest, api);
    server.waitMs(3_600_001);
    expect([await news.next(), await news.next(), await news.next()]).toEqual(['links', 'access', undefined]);
  });

  it('end when the server stops, so that nothing keeps it waiting', async () => {
    const leader = server.person();
    const { api } = await leader.makeBoard();
    const news = await listen(leader, api);
    await server.app.close();
    expect(await news.next()).toBeUndefined();
  });

  it('take their places together with sockets, of one person and in all', async () => {
    const small = await openTestServer({ relayLimits: { maxWindows: 2, maxConnections: 6 } });
    port = await small.listen();
    const [leader, kari, ola] = [small.person(), small.person(), small.person()];
    const { boardId, api, joinSecret } = await leader.makeBoard();
    await kari.join(boardId, joinSecret);
    await ola.join(boardId, joinSecret);
    const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}`, {
      headers: { cookie: `duk=${kari.cookie}` },
    });
    await once(socket, 'message');
    const streams = [await listen(kari, api), await listen(kari, api), await listen(kari, api)];
    const tooMany = await listen(kari, api);
    expect([tooMany.reply.status, tooMany.reply.headers.get('retry-after')]).toEqual([429, '30']);
    expect(await tooMany.reply.text()).toContain('/problems/tooManyWindows');
    const forOla = [await listen(ola, api), await listen(ola, api)];
    expect((await listen(leader, api)).reply.status).toBe(503);
    const refused = new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}`, {
      headers: { cookie: `duk=${leader.cookie}` },
    });
    expect(((await once(refused, 'error')) as [Error])[0].message).toContain('503');
    // Whoever leaves makes room.
    streams[0]?.stop();
    await expect.poll(async () => (await listen(leader, api)).reply.status).toBe(200);
    for (const stream of [...streams, ...forOla]) stream.stop();
    socket.terminate();
    await small.close();
  });
});
