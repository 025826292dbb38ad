import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { openTestServer, type Person, soonMs, type TestServer } from './testing/index.ts';

describe('the live connection and who may have it', () => {
  let server: TestServer;
  let port: number;
  beforeEach(async () => {
    server = await openTestServer();
    port = await server.listen();
  });
  afterEach(() => server.close());

  function connect(boardId: string, person: Person): WebSocket {
    return new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}`, {
      headers: { cookie: `duk=${person.cookie ?? ''}` },
    });
  }
  async function opened(boardId: string, person: Person): Promise<WebSocket> {
    const socket = connect(boardId, person);
    await once(socket, 'open');
    return socket;
  }
  async function refusal(boardId: string, person: Person): Promise<number | undefined> {
    const socket = connect(boardId, person);
    socket.on('error', () => {}); // ending the refused handshake
    const [, response] = await once(socket, 'unexpected-response');
    response.resume();
    socket.terminate();
    return response.statusCode;
  }
  async function closing(socket: WebSocket): Promise<{ code: number; ms: number }> {
    const asked = performance.now();
    const [code] = await once(socket, 'close');
    return { code, ms: performance.now() - asked };
  }
  async function onlineNames(person: Person, api: string): Promise<string[]> {
    const { participants } = (await person.get(`${api}/participants`)).json();
    return participants
      .filter((participant: { online: boolean }) => participant.online)
      .map((participant: { name: string }) => participant.name);
  }

  it('opens for those who are in, and says so among the participants', async () => {
    const [leader, editor] = [server.person(), server.person()];
    const { boardId, api, joinSecret } = await leader.makeBoard();
    await editor.join(boardId, joinSecret, 'Kari');
    const socket = await opened(boardId, editor);
    await expect.poll(() => onlineNames(leader, api)).toEqual(['Kari']);
    socket.close();
    await expect.poll(() => onlineNames(leader, api)).toEqual([]);
  });

  it('is refused before the upgrade: 401 to those who are not in, 403 to those whose link is withdrawn', async () => {
    const [leader, editor] = [server.person(), server.person()];
    const { boardId, api, joinSecret } = await leader.makeBoard();
    await editor.join(boardId, joinSecret);
    expect(await refusal(boardId, server.person())).toBe(401);
    const { links } = (await leader.get(`${api}/links`)).json();
    await leader.delete(`${api}/links/${links.find((link: { role: string }) => link.role === 'editor').linkId}`);
    expect(await refusal(boardId, editor)).toBe(403);
  });

  it('closes within a second when the link is withdrawn, and only for those who came by it', async () => {
    const [leader, editor] = [server.person(), server.person()];
    const { boardId, api, joinSecret } = await leader.makeBoard();
    await editor.join(boardId, joinSecret);
    const [ofLeader, ofEditor] = [await opened(boardId, leader), await opened(boardId, editor)];
    const { links } = (await leader.get(`${api}/links`)).json();
    const closed = closing(ofEditor);
    await leader.delete(`${api}/links/${links.find((link: { role: string }) => link.role === 'editor').linkId}`);
    const { code, ms } = await closed;
    expect(code).toBe(4403);
    expect(ms).toBeLessThan(soonMs);
    expect(ofLeader.readyState).toBe(WebSocket.OPEN);
    ofLeader.close();
  });

  it('closes within a second for somebody who is removed, and for nobody else by the same link', async () => {
    const [leader, kari, ola] = [server.person(), server.person(), server.person()];
    const { boardId, api, joinSecret } = await leader.makeBoard();
    const kariId = await kari.join(boardId, joinSecret);
    await ola.join(boardId, joinSecret);
    const [ofKari, ofOla] = [await opened(boardId, kari), await opened(boardId, ola)];
    const closed = closing(ofKari);
    await leader.delete(`${api}/participants/${kariId}`);
    const { code, ms } = await closed;
    expect(code).toBe(4403);
    expect(ms).toBeLessThan(soonMs);
    expect(await refusal(boardId, kari)).toBe(403);
    expect(ofOla.readyState).toBe(WebSocket.OPEN);
    ofOla.close();
  });

  it('closes by itself when the link expires', async () => {
    const [leader, guest] = [server.person(), server.person()];
    const { boardId, api } = await leader.makeBoard();
    const { url } = (await leader.post(`${api}/links`, { role: 'editor', expiresAt: Date.now() + 3_600_000 })).json();
    await guest.join(boardId, new URL(url).hash.slice(1));
    const socket = await opened(boardId, guest);
    const closed = closing(socket);
    server.waitMs(3_600_001);
    expect((await closed).code).toBe(4403);
  });

  it('closes with 1001 when the server stops', async () => {
    const leader = server.person();
    const { boardId } = await leader.makeBoard();
    const closed = closing(await opened(boardId, leader));
    await server.app.close();
    expect((await closed).code).toBe(1001);
  });
});
