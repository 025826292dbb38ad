import { type BoardId, replayBoard } from '@duken/shared/board';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../access/index.ts';
import { rateLimits } from '../http/index.ts';
import { updatesIn } from '../storage/index.ts';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

describe('a new board', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  it('makes whoever asks its leader and tells two links, with the secret in the fragment', async () => {
    const leader = server.person();
    const reply = await leader.ask({
      method: 'POST',
      url: '/api/boards',
      headers: { host: 'duk.lokal:3000' },
      payload: { title: ' Vår duk ', templateId: 'lorenskog' },
    });
    expect(reply.statusCode).toBe(201);
    const { boardId, leaderUrl, joinUrl } = reply.json();
    const secret = '#[A-Za-z0-9_-]{43}$';
    // The leader's own says what it is: nobody sends it for an invitation.
    expect(leaderUrl).toMatch(new RegExp(`^http://duk\\.lokal:3000/duk/${boardId}/leder${secret}`));
    expect(joinUrl).toMatch(new RegExp(`^http://duk\\.lokal:3000/duk/${boardId}${secret}`));
    const me = await leader.get(`/api/boards/${boardId}/me`);
    expect(me.json()).toMatchObject({
      role: 'leader',
      name: 'Investeringsleder',
      state: 'in',
      title: 'Vår duk',
      templateId: 'lorenskog',
    });
  });

  it('tells a browser how long it is known, since what it keeps for itself lasts no longer', async () => {
    const leader = server.person();
    const { boardId } = await leader.makeBoard();
    const { stays } = (await leader.get(`/api/boards/${boardId}/me`)).json();
    const dayMs = 24 * 60 * 60_000;
    expect(stays.idleMs).toBe(180 * dayMs);
    expect(stays.ageMs).toBeGreaterThan(399 * dayMs);
    expect(stays.ageMs).toBeLessThanOrEqual(400 * dayMs);
  });

  it('has its duk in the journal from the first moment', async () => {
    const { boardId } = await server.person().makeBoard();
    const updates = updatesIn(await server.storage.journal.read(boardId as BoardId));
    expect(updates).toHaveLength(1);
  });

  it('says in its header whose plan it is, when its title does', async () => {
    const { boardId } = await server.person().makeBoard({ title: 'Planen til Eirin', templateId: 'simple' });
    const updates = updatesIn(await server.storage.journal.read(boardId as BoardId));
    const board = replayBoard(updates);
    expect(board.ok && [board.value.title, board.value.for]).toEqual(['Planen til Eirin', 'Eirin']);
  });

  it('calls the leader what they say', async () => {
    const leader = server.person();
    const { api } = await leader.makeBoard({ title: 'Duk', templateId: 'simple', name: 'Mona' });
    expect((await leader.get(`${api}/me`)).json().name).toBe('Mona');
  });

  it('is among the boards of its leader and of those who join, and of nobody else', async () => {
    const [leader, editor, stranger] = [server.person(), server.person(), server.person()];
    const { boardId, joinSecret } = await leader.makeBoard();
    await editor.join(boardId, joinSecret);
    const rolesOf = async (person: typeof leader) =>
      (await person.get('/api/boards')).json().boards.map((board: { boardId: string; role: string }) => board);
    expect(await rolesOf(leader)).toMatchObject([{ boardId, role: 'leader', title: 'Vår duk', versions: 0 }]);
    expect(await rolesOf(editor)).toMatchObject([{ boardId, role: 'editor' }]);
    expect((await rolesOf(editor))[0]).not.toHaveProperty('versions');
    expect(await rolesOf(stranger)).toEqual([]);
  });
});

describe('an invitation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  it('says what the link gives and nothing of the case, and lets nobody in', async () => {
    const leader = server.person();
    const board = { title: 'Planen til Eirin', templateId: 'simple', name: 'Marit' };
    const { boardId, api, joinSecret, leaderSecret } = await leader.makeBoard(board);
    await server.person().join(boardId, joinSecret, 'Eirin');
    const guest = server.person();
    const reply = await guest.post(`${api}/invitation`, { secret: joinSecret });
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual({ role: 'editor', lobby: false });
    expect(reply.cookies).toEqual([]);
    expect((await guest.get(`${api}/me`)).statusCode).toBe(401);
    const led = await guest.post(`${api}/invitation`, { secret: leaderSecret });
    expect(led.json()).toEqual({ role: 'leader', lobby: false });
    const { url } = (await leader.post(`${api}/links`, { role: 'interpreter', lobby: true })).json();
    const knocking = await guest.post(`${api}/invitation`, { secret: new URL(url).hash.slice(1) });
    expect(knocking.json()).toEqual({ role: 'interpreter', lobby: true });
  });

  it('is refused for a wrong, a withdrawn and an expired link and an unknown board, word for word as joining is', async () => {
    const leader = server.person();
    const { boardId, api, joinSecret } = await leader.makeBoard();
    const { links } = (await leader.get(`${api}/links`)).json();
    await leader.delete(`${api}/links/${links.find((link: { role: string }) => link.role === 'editor').linkId}`);
    const brief = (await leader.post(`${api}/links`, { role: 'editor', expiresAt: Date.now() + 60_000 })).json();
    server.waitMs(61_000);
    const joining = await server.person().post(`${api}/join`, { secret: 'feil', name: 'Kari' });
    for (const [id, secret] of [
      [boardId, 'A'.repeat(43)],
      [boardId, ''],
      [boardId, joinSecret],
      [boardId, new URL(brief.url).hash.slice(1)],
      ['finnes-ikke', joinSecret],
    ]) {
      const reply = await server.person().post(`/api/boards/${id}/invitation`, { secret });
      expect([secret, reply.statusCode, reply.body]).toEqual([secret, 403, joining.body]);
      expect(reply.cookies).toEqual([]);
    }
  });

  it('is refused by a wait to whoever has shown too many wrong secrets', async () => {
    const strict = await openTestServer({
      limits: { joinsPerMinute: 2, newBoardsPerMinute: 100, newDemosPerMinute: 100, newBoardsPerDay: 10_000 },
    });
    const { api } = await strict.person().makeBoard();
    const ask = async () => (await strict.person().post(`${api}/invitation`, { secret: 'feil' })).statusCode;
    expect([await ask(), await ask(), await ask()]).toEqual([403, 403, 429]);
    await strict.close();
  });
});

describe('joining a board', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  it('trades a link and a name for a seat with the role of the link', async () => {
    const { boardId, api, joinSecret } = await server.person().makeBoard();
    const editor = server.person();
    const reply = await editor.post(`${api}/join`, { secret: joinSecret, name: '  Åse Ødegård 🌱 ' });
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual({ participantId: expect.any(String), role: 'editor', state: 'in' });
    expect((await editor.get(`${api}/me`)).json()).toMatchObject({ name: 'Åse Ødegård 🌱', role: 'editor' });
    expect(boardId).toBeTruthy();
  });

  it('keeps somebody who comes again under the same name the same', async () => {
    const { boardId, api, joinSecret } = await server.person().makeBoard();
    const editor = server.person();
    const first = await editor.join(boardId, joinSecret, 'Kari');
    expect(await editor.join(boardId, joinSecret, 'Kari')).toBe(first);
    const { participants } = (await editor.get(`${api}/participants`)).json();
    expect(participants.map((participant: { name: string }) => participant.name)).toEqual([
      'Investeringsleder',
      'Kari',
    ]);
  });

  it('takes a second person on the same tablet for somebody new, and renames nobody', async () => {
    const { api, joinSecret } = await server.person().makeBoard();
    const tablet = server.person();
    await tablet.post(`${api}/join`, { secret: joinSecret, name: 'Selam', voice: 'child' });
    const selam = (await tablet.get(`${api}/me`)).json();
    await tablet.post(`${api}/join`, { secret: joinSecret, name: 'Saksbehandler Per', voice: 'service' });
    const per = (await tablet.get(`${api}/me`)).json();
    expect([per.name, per.voices]).toEqual(['Saksbehandler Per', ['service']]);
    expect([per.participantId, per.personId]).not.toEqual([selam.participantId, selam.personId]);
    const { participants } = (await tablet.get(`${api}/participants`)).json();
    expect(participants.map(({ name, voice }: { name: string; voice?: string }) => [name, voice])).toEqual([
      ['Investeringsleder', 'service'],
      ['Selam', 'child'],
      ['Saksbehandler Per', 'service'],
    ]);
  });

  it('asks who somebody is here, remembers the answer, and takes a new one', async () => {
    const { boardId, api, joinSecret } = await server.person().makeBoard();
    const guest = server.person();
    await guest.post(`${api}/join`, { secret: joinSecret, name: 'Henning', voice: 'service' });
    expect((await guest.get(`${api}/me`)).json()).toMatchObject({ voice: 'service', voices: ['service'] });
    await guest.join(boardId, joinSecret, 'Henning');
    expect((await guest.get(`${api}/me`)).json()).toMatchObject({ voice: 'service', voices: ['service'] });
    await guest.post(`${api}/join`, { secret: joinSecret, name: 'Henning', voice: 'family' });
    expect((await guest.get(`${api}/me`)).json()).toMatchObject({ voice: 'family', voices: ['family', 'network'] });
    const odd = await guest.post(`${api}/join`, { secret: joinSecret, name: 'Henning', voice: 'sjefen' });
    expect(odd.statusCode).toBe(400);
  });

  it('needs no answer to that', async () => {
    const { boardId, api, joinSecret } = await server.person().makeBoard();
    const guest = server.person();
    await guest.join(boardId, joinSecret);
    const me = (await guest.get(`${api}/me`)).json();
    expect(me).not.toHaveProperty('voice');
    expect(me.voices).toEqual(['citizen', 'family', 'network', 'service']);
  });

  it('makes two browsers two people, though they use the same name and link', async () => {
    const { boardId, joinSecret } = await server.person().makeBoard();
    const first = await server.person().join(boardId, joinSecret);
    expect(await server.person().join(boardId, joinSecret)).not.toBe(first);
  });

  it('gives the leader back their place on another device', async () => {
    const { boardId, api, leaderSecret } = await server.person().makeBoard();
    const elsewhere = server.person();
    await elsewhere.join(boardId, leaderSecret, 'Mona');
    expect((await elsewhere.get(`${api}/me`)).json()).toMatchObject({ role: 'leader', name: 'Mona' });
  });

  it('answers a wrong, a withdrawn and an expired link and an unknown board alike', async () => {
    const leader = server.person();
    const { boardId, api, joinSecret } = await leader.makeBoard();
    const links = (await leader.get(`${api}/links`)).json().links;
    const joinLink = links.find((link: { role: string }) => link.role === 'editor');
    await leader.delete(`${api}/links/${joinLink.linkId}`);
    const brief = (await leader.post(`${api}/links`, { role: 'editor', expiresAt: Date.now() + 60_000 })).json();
    server.waitMs(61_000);
    const attempts = [
      { boardId, secret: 'A'.repeat(43) },
      { boardId, secret: 'feil' },
      { boardId, secret: joinSecret },
      { boardId, secret: new URL(brief.url).hash.slice(1) },
      { boardId: 'finnes-ikke', secret: joinSecret },
    ];
    const replies = await Promise.all(
      attempts.map(({ boardId: id, secret }) =>
        server.person().post(`/api/boards/${id}/join`, { secret, name: 'Kari' }),
      ),
    );
    expect(new Set(replies.map((reply) => `${reply.statusCode} ${reply.body}`)).size).toBe(1);
    expect(replies[0]?.statusCode).toBe(403);
    expect(replies[0]?.json()).toMatchObject({
      type: '/problems/linkRefused',
      detail: expect.stringContaining('ny lenke'),
    });
    expect(replies.every((reply) => reply.cookies.length === 0)).toBe(true);
  });

  it('says 429 to one who shows too many wrong secrets, and how long to wait', async () => {
    const strict = await openTestServer({
      limits: { joinsPerMinute: 3, newBoardsPerMinute: 100, newDemosPerMinute: 100, newBoardsPerDay: 10_000 },
    });
    const { api } = await strict.person().makeBoard();
    const tryWrong = () => strict.person().post(`${api}/join`, { secret: 'feil', name: 'Kari' });
    for (let attempt = 0; attempt < 3; attempt++) expect((await tryWrong()).statusCode).toBe(403);
    const refused = [await tryWrong(), await tryWrong()];
    for (const reply of refused) {
      expect(reply.statusCode).toBe(429);
      expect(reply.headers['content-type']).toContain('application/problem+json');
      expect(reply.json()).toMatchObject({ type: '/problems/tooManyRequests', status: 429 });
    }
    expect(refused.map((reply) => reply.headers['retry-after'])).toEqual(['1', '2']);
    await strict.close();
  });

  it('is never refused to somebody with a right link for what others behind the same address do', async () => {
    const usual = await openTestServer({ limits: rateLimits });
    const { boardId, joinSecret } = await usual.person().makeBoard();
    const stranger = usual.person();
    for (let attempt = 0; attempt < 300; attempt++) {
      await stranger.post('/api/boards/finnes-ikke/join', { secret: 'A'.repeat(43), name: 'X' });
    }
    expect((await stranger.post('/api/boards/finnes-ikke/join', { secret: 'feil', name: 'X' })).statusCode).toBe(429);
    const made: number[] = [];
    for (let attempt = 0; attempt < 130; attempt++) {
      const reply = await stranger.post('/api/boards', { title: 'Duk', templateId: 'simple' });
      made.push(reply.statusCode);
    }
    expect(made.at(-1)).toBe(429);
    for (let guest = 0; guest < 20; guest++) {
      const invited = await usual.person().post(`/api/boards/${boardId}/invitation`, { secret: joinSecret });
      const joined = await usual.person().post(`/api/boards/${boardId}/join`, { secret: joinSecret, name: 'Kari' });
      expect([invited.statusCode, joined.statusCode]).toEqual([200, 200]);
    }
    expect((await usual.person().post('/api/demos/eirin')).statusCode).toBe(201);
    await usual.close();
  });
});

describe('who is asking', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  it('answers 401 to those who have not come in, whether the board is there or not', async () => {
    const { api } = await server.person().makeBoard();
    for (const url of [`${api}/me`, `${api}/participants`, `${api}/meetings`, `${api}/events`, '/api/boards/none/me']) {
      const reply = await server.person().get(url);
      expect([url, reply.statusCode]).toEqual([url, 401]);
      expect(reply.json()).toMatchObject({ type: '/problems/notIn' });
    }
  });

  it('does not take a seat at one board for a seat at another', async () => {
    const leader = server.person();
    await leader.makeBoard();
    const { api } = await server.person().makeBoard();
    expect((await leader.get(`${api}/me`)).statusCode).toBe(401);
  });

  it('forgets a guest who has not come for a month, and a leader after half a year', async () => {
    const own = await openTestServer();
    const [leader, guest] = [own.person(), own.person()];
    const { boardId, api, joinSecret } = await leader.makeBoard();
    await guest.join(boardId, joinSecret);
    const answers = async () => [(await leader.get(`${api}/me`)).statusCode, (await guest.get(`${api}/me`)).statusCode];
    const days = (count: number) => own.waitMs(count * 24 * 60 * 60 * 1000);
    for (const step of [29, 29, 29]) {
      days(step);
      expect(await answers()).toEqual([200, 200]);
      // What was used is noted behind the answer.
      await expect.poll(() => idleOf(own, leader)).toBeLessThan(60_000);
      await expect.poll(() => idleOf(own, guest)).toBeLessThan(60_000);
    }
    days(29);
    expect(await answers()).toEqual([200, 401]);
    await expect.poll(() => idleOf(own, leader)).toBeLessThan(60_000);
    days(181);
    expect(await answers()).toEqual([401, 401]);
    await own.close();
  });
});

/** Milliseconds since a browser's session was used, as it is written down. */
async function idleOf(server: TestServer, { cookie = '' }: Person): Promise<number> {
  const [seat] = await server.storage.directory.listSeats(hashOf(cookie), 0);
  return server.now() - (seat?.usedAt ?? 0);
}
