import { documentIdOf } from '@duken/shared/access';
import {
  addNote,
  type BoardDocument,
  type BoardId,
  changeBoard,
  type NoteId,
  noteTextOf,
  type ParticipantId,
  setAction,
} from '@duken/shared/board';
import type { FollowUpReply, OutsideWordsReply, SaidReply, StatusReply } from '@duken/shared/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updatesIn } from '../storage/index.ts';
import { openTestServer, type Person, type TestServer, Visitor } from '../testing/index.ts';

/** Words of Eirin's case that no reply to Kaja may hold. */
const sentinels = ['Eirin', 'Gro', 'Planen', 'hasj', 'inkasso', 'angst', 'sofa', 'Økonomi', 'eirin-'];

describe('answering with one tap', () => {
  let server: TestServer;
  let port: number;
  let leader: Person;
  let boardId: BoardId;
  let api: string;
  beforeAll(async () => {
    server = await openTestServer({
      limits: { joinsPerMinute: 20, newBoardsPerMinute: 1000, newDemosPerMinute: 1000, newBoardsPerDay: 1000 },
    });
    port = await server.listen();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    leader = server.person();
    boardId = (await leader.post('/api/demos/eirin')).json().boardId;
    api = `/api/boards/${boardId}`;
  });

  async function personId(name: string): Promise<string> {
    const { people } = (await leader.get(`${api}/people`)).json();
    return people.find((person: { name: string }) => person.name === name).personId;
  }

  async function linkTo(name: string, body: object = {}): Promise<string> {
    const made = await leader.post(`${api}/people/${await personId(name)}/answer-links`, body);
    expect(made.statusCode).toBe(201);
    const url = new URL(made.json().url);
    expect(url.pathname).toBe('/svar');
    return url.hash.slice(1);
  }

  const week = async (): Promise<FollowUpReply> => (await leader.get('/api/followup')).json();
  /** Somebody with a link, and what it shows. */
  async function enter(secret: string) {
    const person = server.person();
    const reply = await person.post('/api/status/enter', { secret });
    expect(reply.statusCode).toBe(200);
    const cookie = reply.cookies.find(({ name }) => name === 'duk-svar');
    const answer = (itemId: string, body: object) =>
      person.ask({
        method: 'POST',
        url: `/api/status/${itemId}`,
        payload: body,
        cookies: { 'duk-svar': cookie?.value ?? '' },
      });
    return { person, reply, cookie, status: reply.json<StatusReply>(), answer };
  }

  it('shows a person’s own tiltak and no other, without a name or a word of the case', async () => {
    const { status, reply } = await enter(await linkTo('Kaja'));
    expect(status.items.length).toBe(1);
    expect(status.items[0]).toMatchObject({ text: expect.any(String), due: expect.any(String), isDone: false });
    for (const word of sentinels) expect([word, reply.body.includes(word)]).toEqual([word, false]);
    const eirins = await enter(await linkTo('Eirin'));
    expect(eirins.status.items.length).toBe(2);
    for (const { text } of eirins.status.items) expect(reply.body).not.toContain(text);
  });

  it('shows nothing that is new in a draft, by a link from before it, until there is a yes', async () => {
    const secret = await linkTo('Kaja');
    const before = (await enter(secret)).status.items.map(({ itemId }) => itemId);
    const duk = documentIdOf(boardId, 'duk');
    const { journal } = server.storage;
    const update = changeBoard(updatesIn(await journal.read(duk)), (board) => {
      const id = 'nytt' as NoteId;
      const cell = { column: 'now', theme: 'work' } as const;
      addNote(board, { id, cell, text: 'Ringe Tor', voice: 'service', author: 'x' as ParticipantId, createdAt: 1 });
      setAction(board, id, { owner: 'Kaja', due: '2099-01-31' });
    });
    await journal.append(new Map([[duk, [update]]]));
    const all = (await enter(secret)).status.items;
    expect(all.length).toBe(before.length + 1);
    const { meetingId } = (await leader.post(`${api}/meetings`, { date: '2026-12-01', present: [] })).json();
    const { version } = (await leader.post(`${api}/meetings/${meetingId}/freeze`)).json();
    const { status, answer } = await enter(secret);
    expect(status.items.map(({ itemId }) => itemId)).toEqual(before);
    const fresh = all.find(({ itemId }) => !before.includes(itemId));
    expect((await answer(fresh?.itemId ?? '', { answer: 'done' })).statusCode).toBe(404);
    expect((await answer(before[0] ?? '', { answer: 'started' })).statusCode).toBe(200);
    const when = new Date(server.now()).toISOString().slice(0, 10);
    const spoken = { by: 'spoken', when, how: 'På møtet' };
    expect((await leader.post(`${api}/plans/${version}/approve`, spoken)).statusCode).toBe(204);
    expect((await enter(secret)).status.items.length).toBe(before.length + 1);
  });

  it('says done on the duk, and who said so; changed, as long as the link lives', async () => {
    const { status, answer } = await enter(await linkTo('Kaja'));
    const { itemId = '' } = status.items[0] ?? {};
    const before = await week();
    const done = await answer(itemId, { answer: 'done', line: 'Ringte\u202e i dag <script>' });
    expect(done.statusCode).toBe(200);
    expect(done.json<StatusReply>().items[0]).toMatchObject({ isDone: true, answer: 'done' });
    for (const word of sentinels) expect([word, done.body.includes(word)]).toEqual([word, false]);
    expect((await week()).items.length).toBe(before.items.length - 1);
    const atDuk = await new Visitor(`http://127.0.0.1:${port}`, boardId, leader.cookie ?? '').atDuk();
    const reported = atDuk.notes.filter(({ action }) => action?.reportedBy !== undefined);
    expect(reported.map(({ action }) => action)).toEqual([
      expect.objectContaining({ status: 'done', reportedBy: await personId('Kaja'), reportedAt: expect.any(Number) }),
    ]);
    expect((await answer(itemId, { answer: 'started' })).json<StatusReply>().items[0]).toMatchObject({ isDone: false });
    expect((await week()).items.length).toBe(before.items.length);
  });

  it('asks nothing in a case that is closed, and nothing is written on its duk, by a link from before', async () => {
    const { status, answer } = await enter(await linkTo('Kaja'));
    const { itemId = '' } = status.items[0] ?? {};
    const notes = async () =>
      (await new Visitor(`http://127.0.0.1:${port}`, boardId, leader.cookie ?? '').atDuk()).notes.map(
        ({ action }) => action,
      );
    const before = await notes();
    await leader.patch(api, { archived: true, reason: 'Planen er gjennomført' });
    const refused = await answer(itemId, { answer: 'done' });
    expect([refused.statusCode, refused.json().type]).toEqual([403, '/problems/answerLinkRefused']);
    expect(await server.storage.answers.answersOf([boardId])).toEqual([]);
    expect(await notes()).toEqual(before);
    await leader.patch(api, { archived: false });
    expect((await answer(itemId, { answer: 'done' })).statusCode).toBe(200);
  });

  it('puts who asks for help first in the leader’s week, until the leader has seen to it', async () => {
    const { status, answer } = await enter(await linkTo('Leif'));
    await answer(status.items[0]?.itemId ?? '', { answer: 'help', line: 'Får ikke tak i ham' });
    const [first] = (await week()).items;
    expect(first).toMatchObject({ group: 'help', answer: { answer: 'help', line: 'Får ikke tak i ham' } });
    await leader.post(`${api}/actions/${first?.noteId}/settle`);
    expect((await week()).items.some(({ group }) => group === 'help')).toBe(false);
  });

  it('moves nothing by a proposed date: that is the leader’s to say', async () => {
    const { status, answer } = await enter(await linkTo('Kaja'));
    const { itemId = '', due } = status.items[0] ?? {};
    await answer(itemId, { answer: 'started', date: '2099-01-31' });
    const proposed = (await week()).items[0];
    expect(proposed).toMatchObject({ group: 'newDate', due, answer: { date: '2099-01-31' } });
    await leader.patch(`${api}/actions/${proposed?.noteId}`, { due: '2099-01-31' });
    await leader.post(`${api}/actions/${proposed?.noteId}/settle`);
    expect((await week()).items.find(({ noteId }) => noteId === proposed?.noteId)).toMatchObject({
      group: 'later',
      due: '2099-01-31',
    });
    expect((await answer(itemId, { answer: 'started', date: '2020-01-01' })).statusCode).toBe(400);
  });

  it('changes nothing by being opened, however often and by whom', async () => {
    const secret = await linkTo('Kaja');
    const before = await week();
    for (const method of ['GET', 'HEAD'] as const)
      for (const url of ['/svar', '/api/status/enter', '/api/status/alt']) {
        const opened = await server.person().ask({ method, url });
        expect([url, method, opened.statusCode]).toEqual([url, method, 404]);
      }
    for (let each = 0; each < 3; each++) await enter(secret);
    expect(await week()).toEqual(before);
    expect(await server.storage.answers.answersOf([boardId])).toEqual([]);
  });

  it('answers to what is wrong, withdrawn and expired in one and the same way', async () => {
    const [withdrawn, expired] = [await linkTo('Leif'), await linkTo('Kaja')];
    const { answer, status } = await enter(withdrawn);
    await leader.delete(`${api}/people/${await personId('Leif')}/answer-links`);
    const refusals = [
      await server.person().post('/api/status/enter', { secret: 'A'.repeat(43) }),
      await server.person().post('/api/status/enter', { secret: withdrawn }),
      await answer(status.items[0]?.itemId ?? '', { answer: 'done' }),
      await server.person().post('/api/status/finnes-ikke', { answer: 'done' }),
    ];
    server.waitMs(100 * 24 * 60 * 60 * 1000);
    refusals.push(await server.person().post('/api/status/enter', { secret: expired }));
    server.waitMs(-100 * 24 * 60 * 60 * 1000);
    for (const refused of refusals) {
      expect([refused.statusCode, refused.body]).toEqual([403, refusals[0]?.body]);
      expect(refused.cookies).toEqual([]);
    }
    expect(await server.storage.answers.answersOf([boardId])).toEqual([]);
  });

  it('is over for a service’s people when no consent names it any more, and open to family', async () => {
    const [servicePerson, family] = [await personId('Kaja'), await personId('Eirin')];
    await leader.patch(`${api}/people/${servicePerson}`, { service: 'NAV', voices: ['service'] });
    await leader.patch(`${api}/people/${family}`, { service: null, voices: ['family'] });
    const [kajas, eirins] = [await linkTo('Kaja'), await linkTo('Eirin')];
    const recorded = await leader.post(`${api}/consents`, {
      services: ['NAV'],
      themes: [],
      purpose: 'Å lage en plan',
      words: 'NAV kan være med',
      givenBy: 'Eirin',
      how: 'spoken',
      givenOn: '2020-01-01',
      until: '2199-01-01',
    });
    expect(recorded.statusCode).toBe(201);
    const before = await enter(kajas);
    const withdrawal = { by: 'Eirin', how: 'spoken' };
    await leader.post(`${api}/consents/${recorded.json().consentId}/withdraw`, withdrawal);
    const refused = await server.person().post('/api/status/enter', { secret: kajas });
    const wrong = await server.person().post('/api/status/enter', { secret: 'A'.repeat(43) });
    expect([refused.statusCode, refused.body]).toEqual([403, wrong.body]);
    expect((await before.answer(before.status.items[0]?.itemId ?? '', { answer: 'done' })).statusCode).toBe(403);
    expect(await server.storage.answers.answersOf([boardId])).toEqual([]);
    const another = await leader.post(`${api}/people/${servicePerson}/answer-links`);
    expect([another.statusCode, another.json().type]).toEqual([409, '/problems/serviceNotInConsent']);
    await enter(eirins);
  });

  it('forgets somebody in a browser that others use, and only there', async () => {
    const secret = await linkTo('Kaja');
    const { person } = await enter(secret);
    const left = await person.post('/api/status/leave', {});
    const [gone] = left.cookies;
    expect([left.statusCode, gone]).toMatchObject([204, { name: 'duk-svar', value: '', path: '/api/status' }]);
    expect(gone?.expires?.getTime()).toBeLessThan(server.now());
    expect((await server.person().post('/api/status/enter', {})).statusCode).toBe(403);
    expect((await server.person().post('/api/status/enter', { secret })).statusCode).toBe(200);
  });

  it('tells an address that has tried too many to wait', async () => {
    const codes: number[] = [];
    for (let each = 0; each < 30; each++)
      codes.push((await server.person().post('/api/status/enter', { secret: `feil ${each}` })).statusCode);
    expect(codes.at(-1)).toBe(429);
    // A right one is let in all the same.
    await enter(await linkTo('Kaja'));
  });

  it('opens no board, plan or socket with its cookie, and no other person’s tiltak', async () => {
    const { cookie, answer } = await enter(await linkTo('Kaja'));
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/status' });
    for (const url of [`${api}/me`, `${api}/plans/1`, '/api/followup', `/sync/${boardId}`]) {
      const asked = await server.person().ask({
        method: 'GET',
        url,
        cookies: { 'duk-svar': cookie?.value ?? '', duk: cookie?.value ?? '' },
      });
      expect([url, asked.statusCode >= 400]).toEqual([url, true]);
    }
    const others = await enter(await linkTo('Leif'));
    const stolen = await answer(others.status.items[0]?.itemId ?? '', { answer: 'done' });
    expect([stolen.statusCode, stolen.json().type]).toEqual([404, '/problems/actionNotFound']);
  });

  it('takes a line of two hundred characters, and no longer one', async () => {
    const { status, answer } = await enter(await linkTo('Kaja'));
    const { itemId = '' } = status.items[0] ?? {};
    expect((await answer(itemId, { answer: 'started', line: 'å'.repeat(200) })).statusCode).toBe(200);
    expect((await answer(itemId, { answer: 'started', line: 'å'.repeat(201) })).statusCode).toBe(400);
  });

  it('needs no cookie: the secret may go along each time', async () => {
    const secret = await linkTo('Kaja');
    const { status } = await enter(secret);
    const answered = await server
      .person()
      .post(`/api/status/${status.items[0]?.itemId}`, { answer: 'started', secret });
    expect(answered.statusCode).toBe(200);
  });

  it('has no word of a tiltak that nobody has looked over, however it was promised after the link was made', async () => {
    const secret = await linkTo('Kaja');
    const duk = documentIdOf(boardId, 'duk');
    const { journal } = server.storage;
    const write = async (change: (board: BoardDocument) => void) =>
      journal.append(new Map([[duk, [changeBoard(updatesIn(await journal.read(duk)), change)]]]));
    const noteId = 'nytt' as NoteId;
    await write((board) => {
      const cell = { column: 'now', theme: 'work' } as const;
      const author = 'x' as ParticipantId;
      addNote(board, { id: noteId, cell, text: 'Ringe Xaveria', voice: 'service', author, createdAt: 1 });
      setAction(board, noteId, { owner: 'Kaja', due: '2099-01-31' });
    });
    const shown = async () => (await enter(secret)).status.items.find(({ due }) => due === '2099-01-31')?.text;
    const toCheck = async () => (await week()).wordsToCheck.find((one) => one.boardId === boardId)?.count ?? 0;
    const before = await toCheck();
    expect(await shown()).toBe('');
    const { items } = (await leader.get(`${api}/outside-words`)).json<OutsideWordsReply>();
    expect(items.find((item) => item.noteId === noteId)).toEqual({
      ...{ noteId, source: 'Ringe Xaveria', text: 'Ringe Xaveria', isChecked: false },
      ...{ doers: ['Kaja'], due: '2099-01-31' },
    });
    expect(before).toBe(items.filter(({ isChecked }) => !isChecked).length);
    const checked = await leader.patch(`${api}/outside-words`, { texts: { [noteId]: 'Ta en telefon' } });
    expect(checked.statusCode).toBe(204);
    expect([await shown(), await toCheck()]).toEqual(['Ta en telefon', before - 1]);
    // Other words are looked over anew.
    await write((board) => void noteTextOf(board, noteId)?.insert(0, 'Ikke '));
    expect([await shown(), await toCheck()]).toEqual(['', before]);
    for (const texts of [{ [noteId]: '' }, { [noteId]: 'å'.repeat(201) }])
      expect((await leader.patch(`${api}/outside-words`, { texts })).statusCode).toBe(400);
  });

  it('tells the leader what each has said of what they do, and who has said nothing', async () => {
    const said = async () => {
      const { items } = (await leader.get(`${api}/answers`)).json<SaidReply>();
      return items.flatMap(({ doers }) => doers).filter(({ name }) => name === 'Kaja' || name === 'Leif');
    };
    expect((await said()).map(({ answer }) => answer)).toEqual([undefined, undefined]);
    const { status, answer } = await enter(await linkTo('Kaja'));
    await answer(status.items[0]?.itemId ?? '', { answer: 'help', line: 'Får ikke svar', date: '2199-01-31' });
    const on = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(server.now());
    expect((await said()).find(({ name }) => name === 'Kaja')?.answer).toEqual({
      ...{ answer: 'help', on, line: 'Får ikke svar', date: '2199-01-31' },
    });
    expect((await said()).find(({ name }) => name === 'Leif')).toEqual({ name: 'Leif' });
  });

  it('shows the words that the leader has checked, until the note says something else', async () => {
    const kaja = await personId('Kaja');
    const path = `${api}/people/${kaja}/answer-links`;
    const [item] = (await leader.get(path)).json().items;
    expect(item).toMatchObject({ isChecked: false });
    const secret = await linkTo('Kaja', { texts: { [item.noteId]: 'Ringe og avtale veiledning' } });
    expect((await enter(secret)).status.items.map(({ text }) => text)).toEqual(['Ringe og avtale veiledning']);
    expect((await leader.get(path)).json()).toMatchObject({ links: 1, items: [{ isChecked: true }] });
  });
});
