import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';

describe('removing somebody from the table', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  async function table() {
    const leader = server.person();
    const board = await leader.makeBoard();
    const [kari, ola] = [server.person(), server.person()];
    const kariId = await kari.join(board.boardId, board.joinSecret, 'Kari');
    const olaId = await ola.join(board.boardId, board.joinSecret, 'Ola');
    return { ...board, leader, kari, ola, kariId, olaId };
  }

  it('ends their access, and nobody else’s by the same link', async () => {
    const { leader, api, kari, ola, kariId } = await table();
    const reply = await leader.delete(`${api}/participants/${kariId}`);
    expect([reply.statusCode, reply.body]).toEqual([204, '']);
    for (const url of ['me', 'participants', 'meetings', 'events', 'plans']) {
      const refused = await kari.get(`${api}/${url}`);
      expect([url, refused.statusCode, refused.json().type]).toEqual([url, 403, '/problems/accessEnded']);
    }
    expect((await kari.get('/api/boards')).json().boards).toEqual([]);
    expect((await ola.get(`${api}/me`)).statusCode).toBe(200);
  });

  it('keeps their name for what they wrote, and says since when they are gone', async () => {
    const { leader, api, kariId } = await table();
    await leader.delete(`${api}/participants/${kariId}`);
    const { participants } = (await leader.get(`${api}/participants`)).json();
    expect(participants).toMatchObject([
      { name: 'Investeringsleder' },
      { name: 'Kari', removedAt: expect.any(Number), online: false },
      { name: 'Ola' },
    ]);
    expect(participants[2]).not.toHaveProperty('removedAt');
  });

  it('keeps their browser out, though it still has the link, until the leader makes a new one', async () => {
    const { leader, api, boardId, joinSecret, kari, kariId } = await table();
    await leader.delete(`${api}/participants/${kariId}`);
    const back = await kari.post(`${api}/join`, { secret: joinSecret, name: 'Kari' });
    expect([back.statusCode, back.json().type]).toEqual([403, '/problems/linkRefused']);
    server.waitMs(1);
    const { url } = (await leader.post(`${api}/links`, { role: 'viewer' })).json();
    await kari.join(boardId, new URL(url).hash.slice(1), 'Kari');
    expect((await kari.get(`${api}/me`)).json().role).toBe('viewer');
  });

  it('is done once, on the leader’s own board, and never to oneself', async () => {
    const { leader, api, kariId } = await table();
    const other = await table();
    expect((await leader.delete(`${api}/participants/${other.kariId}`)).statusCode).toBe(404);
    expect((await other.kari.get(`${other.api}/me`)).statusCode).toBe(200);
    expect((await leader.delete(`${api}/participants/${kariId}`)).statusCode).toBe(204);
    expect((await leader.delete(`${api}/participants/${kariId}`)).json().type).toBe('/problems/participantNotFound');
    const { participantId } = (await leader.get(`${api}/me`)).json();
    const oneself = await leader.delete(`${api}/participants/${participantId}`);
    expect([oneself.statusCode, oneself.json().type]).toEqual([409, '/problems/ownSeatStays']);
    expect((await leader.get(`${api}/me`)).statusCode).toBe(200);
  });

  it('is no business of those who may not invite', async () => {
    const { api, kari, ola, olaId } = await table();
    const reply = await kari.delete(`${api}/participants/${olaId}`);
    expect([reply.statusCode, reply.json().type]).toEqual([403, '/problems/notAllowed']);
    expect((await ola.get(`${api}/me`)).statusCode).toBe(200);
  });
});
