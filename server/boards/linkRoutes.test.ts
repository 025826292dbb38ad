import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';

describe('share links', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  async function boardWithEditor() {
    const leader = server.person();
    const board = await leader.makeBoard();
    const editor = server.person();
    await editor.join(board.boardId, board.joinSecret);
    const { links } = (await leader.get(`${board.api}/links`)).json();
    const joinLink = links.find((link: { role: string }) => link.role === 'editor');
    return { leader, editor, ...board, joinLinkId: joinLink.linkId as string };
  }

  it('are listed for the leader with how many came in, and never with their secret or its hash', async () => {
    const { leader, api, joinLinkId } = await boardWithEditor();
    const reply = await leader.get(`${api}/links`);
    const byRole = reply.json().links.toSorted((a: { role: string }) => (a.role === 'leader' ? -1 : 1));
    expect(byRole).toEqual([
      expect.objectContaining({ role: 'leader', isOwn: true, withBoard: true, joined: 1 }),
      {
        linkId: joinLinkId,
        role: 'editor',
        withBoard: true,
        lobby: false,
        createdAt: expect.any(Number),
        joined: 1,
        used: 1,
      },
    ]);
  });

  it('say whom they are for, to those who look at the list', async () => {
    const { leader, api } = await boardWithEditor();
    const { linkId } = (await leader.post(`${api}/links`, { role: 'viewer', label: ' Bestemor ' })).json();
    const { links } = (await leader.get(`${api}/links`)).json();
    expect(links.find((link: { linkId: string }) => link.linkId === linkId)).toEqual({
      linkId,
      role: 'viewer',
      label: 'Bestemor',
      lobby: false,
      createdAt: expect.any(Number),
      joined: 0,
      used: 0,
    });
  });

  it('give the role they were made for', async () => {
    const { leader, api, boardId } = await boardWithEditor();
    const made = await leader.post(`${api}/links`, { role: 'viewer' });
    expect(made.statusCode).toBe(201);
    const viewer = server.person();
    await viewer.join(boardId, new URL(made.json().url).hash.slice(1));
    expect((await viewer.get(`${api}/me`)).json().role).toBe('viewer');
  });

  it('end access for those who came by them, when withdrawn', async () => {
    const { leader, editor, api, joinLinkId } = await boardWithEditor();
    expect((await leader.delete(`${api}/links/${joinLinkId}`)).statusCode).toBe(204);
    for (const url of ['me', 'participants', 'meetings', 'events']) {
      const reply = await editor.get(`${api}/${url}`);
      expect([url, reply.statusCode, reply.json().type]).toEqual([url, 403, '/problems/accessEnded']);
    }
    expect((await editor.get('/api/boards')).json().boards).toEqual([]);
    expect((await leader.get(`${api}/me`)).statusCode).toBe(200);
    const { links } = (await leader.get(`${api}/links`)).json();
    expect(links.find((link: { linkId: string }) => link.linkId === joinLinkId).withdrawnAt).toEqual(
      expect.any(Number),
    );
  });

  it('end access when they expire', async () => {
    const { leader, api, boardId } = await boardWithEditor();
    const { url } = (await leader.post(`${api}/links`, { role: 'editor', expiresAt: Date.now() + 5_000_000 })).json();
    const guest = server.person();
    await guest.join(boardId, new URL(url).hash.slice(1));
    expect((await guest.get(`${api}/me`)).statusCode).toBe(200);
    server.waitMs(5_000_001);
    expect((await guest.get(`${api}/me`)).statusCode).toBe(403);
  });

  it('can only be withdrawn once, and only on their own board', async () => {
    const { leader, api, joinLinkId } = await boardWithEditor();
    const other = await boardWithEditor();
    expect((await leader.delete(`${api}/links/${other.joinLinkId}`)).statusCode).toBe(404);
    expect((await other.editor.get(`${other.api}/me`)).statusCode).toBe(200);
    await leader.delete(`${api}/links/${joinLinkId}`);
    expect((await leader.delete(`${api}/links/${joinLinkId}`)).json()).toMatchObject({
      type: '/problems/linkNotFound',
    });
  });

  it('bring the leader to another machine, and can be taken back from there and from here, but not from themselves', async () => {
    const { leader, api, boardId } = await boardWithEditor();
    const made = await leader.post(`${api}/leader-link`);
    expect(made.statusCode).toBe(201);
    const elsewhere = server.person();
    await elsewhere.join(boardId, new URL(made.json().url).hash.slice(1), 'Mona');
    expect((await elsewhere.get(`${api}/me`)).json().role).toBe('leader');
    const own = await elsewhere.delete(`${api}/links/${made.json().linkId}`);
    expect([own.statusCode, own.json().type]).toEqual([409, '/problems/ownLinkStays']);
    expect((await leader.delete(`${api}/links/${made.json().linkId}`)).statusCode).toBe(204);
    expect((await elsewhere.get(`${api}/me`)).statusCode).toBe(403);
  });

  it('leave the board its leader', async () => {
    const { leader, api, joinLinkId } = await boardWithEditor();
    const { links } = (await leader.get(`${api}/links`)).json();
    const own = links.find((link: { linkId: string }) => link.linkId !== joinLinkId);
    const reply = await leader.delete(`${api}/links/${own.linkId}`);
    expect(reply.statusCode).toBe(409);
    expect((await leader.get(`${api}/me`)).statusCode).toBe(200);
  });

  it('are no business of those who may not invite', async () => {
    const { editor, api, joinLinkId } = await boardWithEditor();
    for (const reply of [
      await editor.get(`${api}/links`),
      await editor.post(`${api}/links`, { role: 'editor' }),
      await editor.post(`${api}/leader-link`),
      await editor.delete(`${api}/links/${joinLinkId}`),
    ]) {
      expect(reply.statusCode).toBe(403);
      expect(reply.json().type).toBe('/problems/notAllowed');
    }
    expect((await editor.get(`${api}/me`)).statusCode).toBe(200);
  });

  it('are not made for a time that has been, nor for a leader', async () => {
    const { leader, api } = await boardWithEditor();
    const past = await leader.post(`${api}/links`, { role: 'editor', expiresAt: 1 });
    expect(past.statusCode).toBe(400);
    expect(past.json().errors).toEqual([{ pointer: '/expiresAt', detail: expect.any(String) }]);
    expect((await leader.post(`${api}/links`, { role: 'leader' })).statusCode).toBe(400);
    expect((await leader.get(`${api}/links`)).json().links).toHaveLength(2);
  });

  it('are for as many as the leader says, and for no one more', async () => {
    const { leader, api, boardId } = await boardWithEditor();
    const made = (await leader.post(`${api}/links`, { role: 'editor', uses: 2 })).json();
    const secret = new URL(made.url).hash.slice(1);
    const [one, two] = [server.person(), server.person()];
    await one.join(boardId, secret, 'En');
    await two.join(boardId, secret, 'To');
    const third = await server.person().post(`${api}/join`, { secret, name: 'Tre' });
    expect([third.statusCode, third.json().type, third.cookies]).toEqual([403, '/problems/linkRefused', []]);
    await one.join(boardId, secret, 'En');
    const { links } = (await leader.get(`${api}/links`)).json();
    expect(links.find((link: { linkId: string }) => link.linkId === made.linkId)).toMatchObject({ uses: 2, used: 2 });
    expect((await leader.post(`${api}/links`, { role: 'editor', uses: 0 })).statusCode).toBe(400);
  });

  it('of whoever made the board are not withdrawn by somebody who came with another leader link', async () => {
    const { leader, api, boardId, leaderSecret } = await boardWithEditor();
    const made = (await leader.post(`${api}/leader-link`)).json();
    const [other, alike] = [server.person(), server.person()];
    await other.join(boardId, new URL(made.url).hash.slice(1), 'Rolf');
    await alike.join(boardId, leaderSecret, 'Investeringsleder');
    const { links } = (await other.get(`${api}/links`)).json();
    const makers = links.find((link: { role: string; withBoard?: true }) => link.withBoard && link.role === 'leader');
    const refused = await other.delete(`${api}/links/${makers.linkId}`);
    expect([refused.statusCode, refused.json().type]).toEqual([403, '/problems/makerLinkStays']);
    expect((await leader.get(`${api}/me`)).statusCode).toBe(200);
    expect((await leader.delete(`${api}/links/${made.linkId}`)).statusCode).toBe(204);
    expect((await other.get(`${api}/me`)).statusCode).toBe(403);
  });
});
