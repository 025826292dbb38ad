import type { BoardId } from '@duken/shared/board';
import type { ContactReply } from '@duken/shared/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type Person, type TestServer, Visitor } from '../testing/index.ts';

const sentinel = 'Vaktordkontakt';

describe('the contact log', { timeout: 180_000 }, () => {
  let server: TestServer;
  let port: number;
  let leader: Person;
  let boardId: BoardId;
  let api: string;
  beforeAll(async () => {
    server = await openTestServer();
    port = await server.listen();
    leader = server.person();
    boardId = (await leader.post('/api/demos/eirin')).json().boardId;
    api = `/api/boards/${boardId}`;
  }, 180_000);
  afterAll(() => server.close());

  const lines = async () => (await leader.get(`${api}/contacts`)).json<{ contacts: ContactReply[] }>().contacts;
  const write = (body: object) => leader.post(`${api}/contacts`, body);
  const day = '2026-11-20';

  it('begins empty, has the newest day first, and what is corrected stands beside what corrects it', async () => {
    expect(await lines()).toEqual([]);
    const first = (await write({ day, words: ' Ringte NAV.\nDe ringer tilbake. ' })).json<ContactReply>();
    await write({ day: '2026-11-18', words: 'Møtte Tor' });
    const corrected = await write({ day, words: 'Det var Boligkontoret.', corrects: first.contactId });
    expect(corrected.statusCode).toBe(201);
    expect((await lines()).map(({ day, words, corrects }) => [day, words, corrects])).toEqual([
      [day, 'Det var Boligkontoret.', first.contactId],
      [day, 'Ringte NAV.\nDe ringer tilbake.', undefined],
      ['2026-11-18', 'Møtte Tor', undefined],
    ]);
  });

  it('is written once, however often it is sent by somebody who had no answer', async () => {
    const before = await lines();
    const body = { contactId: 'sendt-to-ganger-av-gro', day, words: 'Ringte skolen' };
    const [first, again] = [await write(body), await write(body)];
    expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
    expect((await lines()).length).toBe(before.length + 1);
  });

  it('takes no line without words, of a day to come, or that corrects what is not there', async () => {
    const before = await lines();
    for (const body of [
      { day, words: ' \n ' },
      { day, words: 'x'.repeat(2001) },
      { day: '2199-01-01', words: 'x' },
      { day: '2026-02-30', words: 'x' },
      { day, words: 'x', corrects: 'finnes-ikke' },
    ])
      expect([body, (await write(body)).statusCode]).toEqual([body, 400]);
    expect(await lines()).toEqual(before);
  });

  it('cannot be changed or taken away by any route', async () => {
    const { paths } = (await leader.get('/api/openapi.json')).json<{ paths: Record<string, object> }>();
    const own = Object.entries(paths).filter(([path]) => path.includes('/contacts'));
    expect(own.map(([path, methods]) => [path, Object.keys(methods).toSorted()])).toEqual([
      ['/api/boards/{boardId}/contacts', ['get', 'post']],
    ]);
  });

  it('is in no plan, difference, letter, export, list or log, nor on the duk, whoever asks', async () => {
    await write({ day, words: sentinel });
    const { meetingId } = (await leader.post(`${api}/meetings`, { date: '2026-11-30', present: [] })).json();
    expect((await leader.post(`${api}/meetings/${meetingId}/freeze`, {})).statusCode).toBe(201);
    const link = (await leader.post(`${api}/links`, { role: 'editor', lobby: false })).json();
    const ida = server.person();
    await ida.join(boardId, new URL(link.url).hash.slice(1), 'Ida');
    const { paths } = (await leader.get('/api/openapi.json')).json<{ paths: Record<string, object> }>();
    const { people } = (await leader.get(`${api}/people`)).json();
    const wish = { recipient: { name: 'Hagesenteret' }, themes: ['work'], withPicture: true };
    const { sha256 } = (await leader.post(`${api}/plans/3/cuts/preview`, wish)).json();
    const { cutId } = (await leader.post(`${api}/plans/3/cuts`, { ...wish, sha256, way: 'file' })).json().cut;
    const ids: Record<string, string> = { cutId, boardId, version: '4', a: '3', b: '4', personId: people[0].personId };
    const answered: string[] = [];
    for (const [path, methods] of Object.entries(paths)) {
      if (!('get' in methods) || path.endsWith('/events')) continue;
      const url = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'finnes-ikke');
      const given = await leader.get(url);
      if (given.statusCode === 200) answered.push(path);
      expect([path, given.body.includes(sentinel)]).toEqual([path, path.endsWith('/contacts')]);
      expect([path, (await ida.get(url)).body.includes(sentinel)]).toEqual([path, false]);
    }
    expect(answered).toEqual(
      expect.arrayContaining([
        '/api/boards/{boardId}/contacts',
        '/api/boards/{boardId}/log',
        ...['/letter', '.json', '.txt', '.svg'].map((end) => `/api/boards/{boardId}/cuts/{cutId}${end}`),
        ...['', '/letter', '.json', '.txt', '.svg', '.csv'].map((end) => `/api/boards/{boardId}/plans/{version}${end}`),
      ]),
    );
    const seen: string[] = [];
    const atTable = new Visitor(`http://127.0.0.1:${port}`, boardId, ida.cookie ?? '');
    await atTable.atDuk((board) => void seen.push(JSON.stringify(board.doc.toJSON())));
    expect(seen.join('')).toContain('Eirin');
    expect(seen.join('')).not.toContain(sentinel);
    expect(server.logLines.join('')).not.toContain(sentinel);
  });

  it('is the leader’s alone, read by nobody else though the plan is about them; who read it is in the log', async () => {
    const link = (await leader.post(`${api}/links`, { role: 'editor', lobby: false })).json();
    const eirin = server.person();
    await eirin.join(boardId, new URL(link.url).hash.slice(1), 'Noen');
    const { people } = (await leader.get(`${api}/people`)).json();
    const { personId } = people.find(({ name }: { name: string }) => name === 'Noen');
    await leader.patch(`${api}/people/${personId}`, { isSubject: true, readsPlans: true });
    expect((await eirin.get(`${api}/log`)).statusCode).toBe(200);
    expect((await eirin.get(`${api}/contacts`)).statusCode).toBe(403);
    expect((await eirin.post(`${api}/contacts`, { day, words: 'x' })).statusCode).toBe(403);
    expect((await server.person().get(`${api}/contacts`)).statusCode).toBe(401);
    const { lines: logged } = (await leader.get(`${api}/log`)).json();
    const kinds = logged.map(({ event }: { event: { kind: string } }) => event.kind);
    expect(kinds).toEqual(expect.arrayContaining(['contacts', 'contactWritten']));
    await leader.patch(api, { archived: true });
    expect((await lines()).length).toBeGreaterThan(0);
    expect((await write({ day, words: 'x' })).statusCode).toBe(409);
  });
});
