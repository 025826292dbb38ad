import { once } from 'node:events';
import type { BoardId } from '@duken/shared/board';
import type { StoriesReply } from '@duken/shared/protocol';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { openTestServer, type Person, patience, type TestServer, Visitor } from '../testing/index.ts';

const sentinel = 'Vaktordhistorie';
const words = `Jeg heter Eirin. ${sentinel}\nJeg tegner hver dag.`;

describe('a story that is told once', { timeout: 180_000 }, () => {
  let server: TestServer;
  let port: number;
  let leader: Person;
  let eirin: Person;
  let hanne: Person;
  let tor: Person;
  let boardId: BoardId;
  let api: string;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    server = await openTestServer();
    port = await server.listen();
    leader = server.person();
    boardId = (await leader.post('/api/demos/eirin')).json().boardId;
    api = `/api/boards/${boardId}`;
    [eirin, hanne, tor] = [await comes('Eirin A'), await comes('Hanne B'), await comes('Tor C', 'viewer')];
    await leader.patch(`${api}/people/${ids['Eirin A']}`, { isSubject: true });
    ids.leader = (await leader.get(`${api}/me`)).json().personId;
  }, 180_000);
  afterAll(() => server.close());

  async function comes(name: string, role = 'editor'): Promise<Person> {
    const link = (await leader.post(`${api}/links`, { role, lobby: false })).json();
    const person = server.person();
    await person.join(boardId, new URL(link.url).hash.slice(1), name);
    ids[name] = (await person.get(`${api}/me`)).json().personId;
    return person;
  }
  const put = (by: Person, url: string, payload: object) => by.ask({ method: 'PUT', url: `${api}${url}`, payload });
  const tell = (revision: number, more: object = {}) => put(eirin, '/me/story', { words, revision, ...more });
  const stories = async (by: Person) => (await by.get(`${api}/stories`)).json<StoriesReply>();
  const read = (by: Person) => by.get(`${api}/stories/${ids['Eirin A']}`);
  const ask = (by: Person) => by.post(`${api}/stories/${ids['Eirin A']}/ask`);
  const answer = (name: string, mayRead: boolean) => put(eirin, `/me/story/readers/${ids[name]}`, { mayRead });
  const kindOf = (reply: { json(): { type: string } }) => reply.json().type.replace('/problems/', '');
  const logged = async () =>
    (await eirin.get(`${api}/log`))
      .json<{ lines: { name: string; event: { kind: string } }[] }>()
      .lines.map(({ name, event }) => `${name} ${event.kind}`);

  it('is told by whom the plan is about, and by nobody else; the others learn that it is there', async () => {
    expect((await stories(hanne)).others).toEqual([]);
    expect((await hanne.get(`${api}/me`)).json().hasStories).toBeUndefined();
    for (const other of [leader, hanne, tor])
      expect(kindOf(await put(other, '/me/story', { words: 'x', revision: 0 }))).toBe('notAllowed');
    expect((await stories(hanne)).own).toBeUndefined();
    const told = await tell(0);
    expect([told.statusCode, told.json().words]).toEqual([200, words]);
    expect(told.json().revision).toBeGreaterThan(0);
    expect(kindOf(await tell(0))).toBe('storyChanged');
    for (const other of [leader, hanne, tor]) {
      const seen = await other.get(`${api}/stories`);
      expect(seen.json().others).toEqual([{ personId: ids['Eirin A'], name: 'Eirin A', reading: 'none' }]);
      expect(seen.body).not.toContain(sentinel);
    }
    expect((await hanne.get(`${api}/me`)).json().hasStories).toBe(true);
    expect((await server.person().get(`${api}/stories`)).statusCode).toBe(401);
  });

  it('is read by nobody without a yes, whoever leads among them', async () => {
    for (const other of [leader, hanne, tor]) {
      const refused = await read(other);
      expect([kindOf(refused), refused.body.includes(sentinel)]).toEqual(['storyNotGiven', false]);
    }
    expect((await ask(hanne)).statusCode).toBe(204);
    expect((await stories(eirin)).own?.readers.find(({ name }) => name === 'Hanne B')?.reading).toBe('asked');
    expect(kindOf(await read(hanne))).toBe('storyNotGiven');
    // Nobody but its author answers.
    for (const other of [leader, hanne])
      expect(kindOf(await put(other, `/me/story/readers/${ids['Hanne B']}`, { mayRead: true }))).toBe('notAllowed');
    expect((await answer('Hanne B', true)).statusCode).toBe(204);
    expect((await read(hanne)).json()).toMatchObject({ name: 'Eirin A', words });
    expect((await read(hanne)).headers['cache-control']).toBe('no-store');
    for (const other of [leader, tor]) expect(kindOf(await read(other))).toBe('storyNotGiven');
  });

  it('is shut to a reader within the same moment that the yes is taken back, and they are told to ask anew', async () => {
    const heard: string[] = [];
    const news = new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}/news`, {
      headers: { cookie: `duk=${hanne.cookie}` },
    });
    onTestFinished(() => news.terminate());
    news.on('message', (data) => void heard.push(String(data)));
    await once(news, 'open');
    expect((await answer('Hanne B', false)).statusCode).toBe(204);
    const shut = await read(hanne);
    expect([kindOf(shut), shut.body.includes(sentinel)]).toEqual(['storyNotGiven', false]);
    // A no is a no: asking again does not put the question to Eirin once more.
    await ask(hanne);
    expect((await stories(hanne)).others[0]?.reading).toBe('no');
    await expect.poll(() => heard.join(''), patience).toContain('stories');
  });

  it('says to its author who has read it, asked and been answered, and never what stands there', async () => {
    await answer('Hanne B', true);
    await read(hanne);
    const lines = await logged();
    for (const line of [
      'Eirin A storyWritten',
      'Hanne B storyAsked',
      'Eirin A storyGiven',
      'Hanne B story',
      'Eirin A storyTaken',
    ])
      expect(lines).toContain(line);
    const append = vi.spyOn(server.storage.caseLog, 'append').mockRejectedValue(new Error('disken er full'));
    server.waitMs(5 * 60 * 60_000);
    const unseen = await read(hanne);
    append.mockRestore();
    expect([unseen.statusCode, unseen.body.includes(sentinel)]).toEqual([500, false]);
  });

  it('is in no plan, difference, letter, export, list, search or log, nor on the duk or its socket, whoever asks', async () => {
    const { meetingId } = (await leader.post(`${api}/meetings`, { date: '2026-11-30', present: [] })).json();
    expect((await leader.post(`${api}/meetings/${meetingId}/freeze`, {})).statusCode).toBe(201);
    const { paths } = (await leader.get('/api/openapi.json')).json<{ paths: Record<string, object> }>();
    const values: Record<string, string> = { boardId, version: '4', a: '3', b: '4', personId: ids['Eirin A'] ?? '' };
    const withWords: string[] = [];
    for (const [path, methods] of Object.entries(paths)) {
      if (!('get' in methods) || path.endsWith('/events')) continue;
      const url = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'finnes-ikke');
      for (const [who, person] of Object.entries({ leader, tor, hanne, eirin }))
        if ((await person.get(url)).body.includes(sentinel)) withWords.push(`${who} ${path}`);
    }
    expect(withWords.toSorted()).toEqual([
      'eirin /api/boards/{boardId}/stories',
      'hanne /api/boards/{boardId}/stories/{personId}',
    ]);
    const seen: string[] = [];
    for (const { cookie } of [leader, tor, hanne])
      await new Visitor(`http://127.0.0.1:${port}`, boardId, cookie ?? '').atDuk(
        (board) => void seen.push(JSON.stringify(board.doc.toJSON())),
      );
    expect(seen.join('')).toContain('Eirin');
    expect(seen.join('')).not.toContain(sentinel);
    expect(server.logLines.join('')).not.toContain(sentinel);
  });

  it('is shut where its author cannot take it back, and is theirs to erase all the same', async () => {
    const other = await comes('Liya D');
    await leader.patch(`${api}/people/${ids['Liya D']}`, { isSubject: true });
    await put(other, '/me/story', { words: 'Liyas egen', revision: 0 });
    await put(other, `/me/story/readers/${ids['Hanne B']}`, { mayRead: true });
    const readLiya = () => hanne.get(`${api}/stories/${ids['Liya D']}`);
    expect((await readLiya()).statusCode).toBe(200);
    await leader.patch(`${api}/people/${ids['Liya D']}`, { isSubject: false });
    expect(kindOf(await readLiya())).toBe('storyNotGiven');
    expect((await stories(other)).own?.words).toBe('Liyas egen');
    expect(kindOf(await put(other, '/me/story', { words: 'Mer', revision: 1 }))).toBe('notAllowed');
    expect((await other.delete(`${api}/me/story`)).statusCode).toBe(204);
    expect(kindOf(await readLiya())).toBe('storyNotFound');
  });

  it('can be taken back and erased when the case is closed, and not written on', async () => {
    await leader.patch(api, { archived: true });
    expect(kindOf(await tell(1))).toBe('boardArchived');
    expect((await read(hanne)).statusCode).toBe(200);
    expect((await answer('Hanne B', false)).statusCode).toBe(204);
    expect(kindOf(await read(hanne))).toBe('storyNotGiven');
    expect((await eirin.delete(`${api}/me/story`)).statusCode).toBe(204);
    expect((await stories(hanne)).others).toEqual([]);
  });
});
