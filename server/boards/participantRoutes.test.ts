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

  it('means removed: by the same link they wait, with the same browser or a new one, and are marked so', async () => {
    const { leader, api, joinSecret, kari, kariId, ola } = await table();
    await leader.delete(`${api}/participants/${kariId}`);
    const anew = server.person();
    const stranger = server.person();
    for (const [person, name] of [
      [kari, 'Kari'],
      [anew, 'KARI '],
      [stranger, 'Per'],
    ] as const) {
      const back = await person.post(`${api}/join`, { secret: joinSecret, name });
      expect([name, back.statusCode, back.json().state]).toEqual([name, 200, 'waiting']);
      for (const url of ['participants', 'meetings', 'plans', 'people', 'links']) {
        const refused = await person.get(`${api}/${url}`);
        expect([url, refused.statusCode, refused.json().type]).toEqual([url, 403, '/problems/waiting']);
      }
    }
    const { participants } = (await leader.get(`${api}/participants`)).json();
    expect(
      participants.map((one: { name: string; state: string; removedBefore?: true }) => [
        one.name,
        one.state,
        one.removedBefore,
      ]),
    ).toEqual([
      ['Investeringsleder', 'in', undefined],
      ['Kari', 'removed', undefined],
      ['Ola', 'in', undefined],
      ['Kari', 'waiting', true],
      ['KARI', 'waiting', true],
      ['Per', 'waiting', undefined],
    ]);
    const seen = (await ola.get(`${api}/participants`)).json().participants;
    expect(seen.map(({ name }: { name: string }) => name)).toEqual(['Investeringsleder', 'Kari', 'Ola']);
  });

  it('lets them in straight by a link that was made since, which is a new invitation', async () => {
    const { leader, api, boardId, kari, kariId } = await table();
    await leader.delete(`${api}/participants/${kariId}`);
    server.waitMs(1);
    const { url } = (await leader.post(`${api}/links`, { role: 'viewer' })).json();
    await kari.join(boardId, new URL(url).hash.slice(1), 'Kari');
    expect((await kari.get(`${api}/me`)).json().role).toBe('viewer');
  });

  it('is not done to whoever made the board by somebody who came with a leader’s link', async () => {
    const { leader, api, boardId, leaderSecret } = await table();
    const { participantId, personId } = (await leader.get(`${api}/me`)).json();
    const rolf = server.person();
    const rolfId = await rolf.join(boardId, leaderSecret, 'Rolf');
    const refused = await rolf.delete(`${api}/participants/${participantId}`);
    expect([refused.statusCode, refused.json().type]).toEqual([403, '/problems/makerStays']);
    // Nor in a roundabout way: as the same person, or by another name for them.
    const impostor = await rolf.post(`${api}/participants/${rolfId}/admit`, { personId });
    expect([impostor.statusCode, impostor.json().type]).toEqual([403, '/problems/makerStays']);
    const renamed = await rolf.patch(`${api}/people/${personId}`, { name: 'Ingen' });
    expect([renamed.statusCode, renamed.json().type]).toEqual([403, '/problems/makerStays']);
    expect((await leader.get(`${api}/me`)).statusCode).toBe(200);
    expect((await leader.delete(`${api}/participants/${rolfId}`)).statusCode).toBe(204);
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

describe('names at the table that could be taken for each other', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  it('are said to the leader, and to nobody else', async () => {
    const leader = server.person();
    const { boardId, api, joinSecret } = await leader.makeBoard();
    const [kari, alike] = [server.person(), server.person()];
    await kari.join(boardId, joinSecret, 'Marit');
    // The second letter is Cyrillic.
    await alike.join(boardId, joinSecret, 'M\u0430rit');
    await server.person().join(boardId, joinSecret, 'Ola');
    const likenesses = async (person: typeof leader) =>
      (await person.get(`${api}/participants`))
        .json()
        .participants.map(({ name, looksLike }: { name: string; looksLike?: true }) => [name, looksLike]);
    expect(await likenesses(leader)).toEqual([
      ['Investeringsleder', undefined],
      ['Marit', true],
      ['M\u0430rit', true],
      ['Ola', undefined],
    ]);
    expect((await likenesses(kari)).flat()).not.toContain(true);
  });
});

describe('one’s own name', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  it('is changed by whoever it is, for all to see, and by nobody else', async () => {
    const [leader, kari, stranger] = [server.person(), server.person(), server.person()];
    const { boardId, api, joinSecret } = await leader.makeBoard();
    await kari.join(boardId, joinSecret);
    const changed = await kari.patch(`${api}/me`, { name: '  Kari  Nordmann ' });
    expect([changed.statusCode, changed.json()]).toEqual([200, { name: 'Kari Nordmann' }]);
    const { participants } = (await leader.get(`${api}/participants`)).json();
    expect(participants.map(({ name }: { name: string }) => name)).toContain('Kari Nordmann');
    expect((await kari.get(`${api}/me`)).json().name).toBe('Kari Nordmann');
    expect((await stranger.patch(`${api}/me`, { name: 'Kari' })).statusCode).toBe(401);
  });

  it('is refused when nothing of it is seen', async () => {
    const leader = server.person();
    const { api } = await leader.makeBoard();
    expect((await leader.patch(`${api}/me`, { name: '\u200b' })).statusCode).toBe(400);
  });
});
