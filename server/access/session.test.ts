import { closeCode } from '@duken/shared/protocol';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { openTestServer, type Person, patience, type TestServer } from '../testing/index.ts';
import { hashOf } from './secrets.ts';

type Board = Awaited<ReturnType<Person['makeBoard']>>;

/** One of a board's documents, opened with a session's cookie by the ordinary provider. */
function openDocument(origin: string, path: string, { cookie = '' }: Person) {
  class SocketWithCookie extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie: `duk=${cookie}` } });
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, path, doc, {
    WebSocketPolyfill: SocketWithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  const closeCodes: number[] = [];
  provider.on('connection-close', (event) => event && closeCodes.push(event.code));
  onTestFinished(() => provider.destroy());
  return { text: doc.getText('text'), provider, closeCodes };
}

describe('the session cookie', () => {
  let server: TestServer;
  afterEach(() => server.close());
  const newBoard = { title: 'Duk', templateId: 'simple' };

  it('is out of reach for scripts and other sites, and lasts as long as browsers keep any', async () => {
    server = await openTestServer();
    const reply = await server.person().post('/api/boards', newBoard);
    expect(reply.cookies).toEqual([
      {
        name: 'duk',
        value: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        maxAge: 400 * 24 * 60 * 60,
      },
    ]);
  });

  it('goes over https only, where people reach us by https', async () => {
    server = await openTestServer({ publicUrl: 'https://duk.example.no' });
    const reply = await server.person().post('/api/boards', newBoard);
    expect(reply.cookies).toMatchObject([{ name: '__Host-duk', secure: true, path: '/' }]);
    expect(reply.cookies[0]).not.toHaveProperty('domain');
    expect(reply.json().leaderUrl).toMatch(/^https:\/\/duk\.example\.no\/duk\//);
  });

  it('is another after each gain of access, with all that the browser had', async () => {
    server = await openTestServer();
    const leader = server.person();
    const own = await leader.makeBoard();
    const first = leader.cookie;
    const other = await server.person().makeBoard();
    await leader.join(other.boardId, other.joinSecret);
    expect(leader.cookie).not.toBe(first);
    expect((await leader.get('/api/boards')).json().boards).toHaveLength(2);
    const before = server.person(first);
    expect((await before.get(`${own.api}/me`)).json()).toMatchObject({ role: 'leader' });
    expect((await before.get(`${other.api}/me`)).statusCode).toBe(401);
  });

  it.each([
    ['that somebody made up', async () => 'P'.repeat(43)],
    [
      'of a session of their own',
      async (board: Awaited<ReturnType<Person['makeBoard']>>) => {
        const attacker = server.person();
        await attacker.join(board.boardId, board.joinSecret, 'Angriper');
        return attacker.cookie ?? '';
      },
    ],
  ])('gains nothing where it was planted, %s', async (_, plant) => {
    server = await openTestServer();
    const board = await server.person().makeBoard();
    const planted = await plant(board);
    const attacker = server.person(planted);
    const boardsBefore = (await attacker.get('/api/boards')).json();
    const victim = server.person(planted);
    const mine = await victim.makeBoard({ title: 'Planen til Sander', templateId: 'simple' });
    await victim.join(board.boardId, board.leaderSecret, 'Mor');
    expect(victim.cookie).not.toBe(planted);
    expect((await attacker.get('/api/boards')).json()).toEqual(boardsBefore);
    expect((await attacker.get(`${mine.api}/me`)).statusCode).toBe(401);
    expect((await attacker.get(`${board.api}/links`)).statusCode).not.toBe(200);
  });

  it.each([
    ['by the same link', (board: Board) => board.joinSecret],
    ['by another link', (board: Board) => board.leaderSecret],
  ])('shares no seat with whoever planted it under the victim’s own name, %s', async (_, secretOf) => {
    server = await openTestServer();
    const board = await server.person().makeBoard();
    const attacker = server.person();
    await attacker.join(board.boardId, board.joinSecret, 'Mor');
    const victim = server.person(attacker.cookie ?? '');
    await victim.join(board.boardId, secretOf(board), 'Mor');
    expect((await victim.get(`${board.api}/me`)).json()).toMatchObject({ name: 'Mor', state: 'in' });
    expect((await attacker.get(`${board.api}/me`)).statusCode).toBe(401);
    expect((await attacker.get('/api/boards')).json()).toEqual({ boards: [] });
  });

  it('sees and writes nothing that was the victim’s after it was planted, and comes in again only as somebody else', async () => {
    server = await openTestServer();
    const origin = `http://127.0.0.1:${await server.listen()}`;
    const leader = server.person();
    const board = await leader.makeBoard();
    const attacker = server.person();
    await attacker.join(board.boardId, board.joinSecret, 'Mor');
    const sibling = server.person(attacker.cookie ?? '');
    await sibling.join(board.boardId, board.joinSecret, 'Mor');
    const planted = sibling.cookie ?? '';
    const [own, duk] = [`${board.boardId}/private`, board.boardId].map((path) => openDocument(origin, path, sibling));
    await expect.poll(() => own?.provider.synced && duk?.provider.synced, patience).toBe(true);

    const victim = server.person(planted);
    const participantId = await victim.join(board.boardId, board.joinSecret, 'Mor');
    await expect
      .poll(() => [own?.closeCodes, duk?.closeCodes], patience)
      .toEqual([[closeCode.notSignedIn], [closeCode.notSignedIn]]);
    const { personId } = (await victim.get(`${board.api}/me`)).json();
    await leader.patch(`${board.api}/people/${personId}`, { readsPlans: true });
    await leader.post(`${board.api}/participants/${participantId}/admit`, { voice: 'child' });
    const victims = openDocument(origin, `${board.boardId}/private`, victim);
    await expect.poll(() => victims.provider.synced, patience).toBe(true);
    victims.text.insert(0, 'jeg gruer meg');

    for (const before of [attacker, server.person(planted)]) {
      for (const path of ['me', 'plans', 'participants', 'people'])
        expect([path, (await before.get(`${board.api}/${path}`)).statusCode]).toEqual([path, 401]);
      expect(await before.join(board.boardId, board.joinSecret, 'Mor')).not.toBe(participantId);
      const me = (await before.get(`${board.api}/me`)).json();
      expect(me).toMatchObject({ state: 'in', plansGiven: false });
      expect([me.personId === personId, me.seats.includes(participantId), me.voices.includes('child')]).toEqual([
        false,
        false,
        false,
      ]);
      const theirs = openDocument(origin, `${board.boardId}/private`, before);
      await expect.poll(() => theirs.provider.synced, patience).toBe(true);
      expect(theirs.text.toString()).toBe('');
    }
    expect((await victim.get(`${board.api}/me`)).json()).toMatchObject({
      participantId,
      personId,
      plansGiven: true,
      voices: ['child'],
    });
    expect(victims.closeCodes).toEqual([]);
  });

  it('lets another device of the same person be, whom the leader let in there', async () => {
    server = await openTestServer();
    const leader = server.person();
    const board = await leader.makeBoard();
    const link = await leader.post(`${board.api}/links`, { role: 'editor', lobby: true });
    const secret = new URL(link.json().url).hash.slice(1);
    const atHome = server.person();
    await atHome.join(board.boardId, board.joinSecret, 'Mor');
    const { personId } = (await atHome.get(`${board.api}/me`)).json();
    const onPhone = server.person();
    const knocks = await onPhone.join(board.boardId, secret, 'Mor');
    await leader.post(`${board.api}/participants/${knocks}/admit`, { personId, voice: 'family' });
    await atHome.join(board.boardId, board.joinSecret, 'Mor');
    for (const device of [atHome, onPhone])
      expect((await device.get(`${board.api}/me`)).json()).toMatchObject({ personId, state: 'in' });
  });

  it('is not let in by the lobby together with the victim whose name it waited under', async () => {
    server = await openTestServer();
    const leader = server.person();
    const board = await leader.makeBoard();
    const link = await leader.post(`${board.api}/links`, { role: 'editor', lobby: true });
    const secret = new URL(link.json().url).hash.slice(1);
    const attacker = server.person();
    await attacker.join(board.boardId, secret, 'Mor');
    const victim = server.person(attacker.cookie ?? '');
    const participantId = await victim.join(board.boardId, secret, 'Mor');
    const admitted = await leader.post(`${board.api}/participants/${participantId}/admit`, { voice: 'family' });
    expect(admitted.statusCode).toBe(200);
    expect((await victim.get(`${board.api}/me`)).json()).toMatchObject({ state: 'in' });
    expect((await attacker.get(`${board.api}/me`)).statusCode).toBe(401);
  });

  it('is not taken from a browser by a link that is refused', async () => {
    server = await openTestServer();
    const guest = server.person();
    const { api } = await server.person().makeBoard();
    const reply = await guest.post(`${api}/join`, { secret: 'feil', name: 'Kari' });
    expect([reply.statusCode, reply.cookies]).toEqual([403, []]);
  });

  it('is stored as its hash alone', async () => {
    server = await openTestServer();
    const person = server.person();
    await person.makeBoard();
    const { cookie = '' } = person;
    expect(await server.storage.directory.listSeats(cookie, 0)).toEqual([]);
    expect(await server.storage.directory.listSeats(hashOf(cookie), 0)).toHaveLength(1);
  });

  it('lets nobody in by being odd', async () => {
    server = await openTestServer();
    const { api } = await server.person().makeBoard();
    for (const cookie of ['', 'x', '%00', '"', 'a;b', '../..', `' or 1=1 --`, 'æøå'.repeat(500)]) {
      const reply = await server.app.inject({
        url: `${api}/me`,
        headers: { cookie: `duk=${encodeURIComponent(cookie)}; duk=${cookie.replace(/[^ -~]/g, '')}` },
      });
      expect([cookie, reply.statusCode]).toEqual([cookie, 401]);
    }
  });
});
