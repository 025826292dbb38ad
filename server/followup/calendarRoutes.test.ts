import { type BoardId, type NoteId, type PersonId, setAction } from '@duken/shared/board';
import type { FollowUpReply, StatusCalendarReply } from '@duken/shared/protocol';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestServer, type Person, type TestServer, Visitor } from '../testing/index.ts';

/** Words of Eirin's case, and its own ids, that no calendar may hold. */
const sentinels = ['Eirin', 'Kaja', 'Leif', 'Planen', 'tirsdag', 'hasj', 'sofa', 'Karriere', 'eirin-', 'NAV'];

describe('a person’s calendar', { timeout: 180_000 }, () => {
  let server: TestServer;
  let port: number;
  let leader: Person;
  let boardId: BoardId;
  let api: string;
  beforeAll(async () => {
    server = await openTestServer({
      limits: { joinsPerMinute: 8, newBoardsPerMinute: 1000, newDemosPerMinute: 1000, newBoardsPerDay: 1000 },
    });
    port = await server.listen();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    // Wrong secrets of the test before are forgotten.
    server.waitMs(120_000);
    leader = server.person();
    boardId = (await leader.post('/api/demos/eirin')).json().boardId;
    api = `/api/boards/${boardId}`;
  }, 180_000);

  async function personId(name: string): Promise<string> {
    const { people } = (await leader.get(`${api}/people`)).json();
    return people.find((person: { name: string }) => person.name === name).personId;
  }

  /** An address for somebody's calendar, made by their own link. */
  async function feedOf(name: string): Promise<{ readonly path: string; readonly secret: string }> {
    const link = await leader.post(`${api}/people/${await personId(name)}/answer-links`, {});
    const secret = new URL(link.json().url).hash.slice(1);
    const made = await server.person().post('/api/status/calendar', { secret });
    expect(made.statusCode).toBe(201);
    return { path: new URL(made.json<StatusCalendarReply>().url).pathname, secret };
  }

  function read(body: string) {
    const events = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    return events.map(({ uid, sequence, summary, startDate, component }) => ({
      uid,
      sequence,
      summary,
      day: String(startDate),
      isDate: startDate.isDate,
      status: component.getFirstPropertyValue('status'),
    }));
  }
  const deadlines = (body: string) => read(body).filter(({ summary }) => summary === 'Du har noe å svare på i Duken');

  async function itemOf(name: string) {
    const { items } = (await leader.get('/api/followup')).json<FollowUpReply>();
    const item = items.find(({ doers }) => doers.some((doer) => doer.name === name));
    return { noteId: item?.noteId as NoteId, due: item?.due };
  }

  it('holds the days of their own tiltak and of the meetings, and not a word of the case', async () => {
    const { path } = await feedOf('Kaja');
    const reply = await server.person().get(path);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([
      200,
      'text/calendar; charset=utf-8; method=PUBLISH',
    ]);
    expect(reply.headers['cache-control']).toBe('private, no-store');
    expect(deadlines(reply.body).map(({ day, isDate }) => [day, isDate])).toEqual([[(await itemOf('Kaja')).due, true]]);
    const meetings = read(reply.body).filter(({ summary }) => summary === 'Møte i Duken');
    const { meetings: held } = (await leader.get(`${api}/meetings`)).json();
    expect(meetings.length).toBeGreaterThanOrEqual(held.length);
    for (const word of [...sentinels, boardId]) expect([word, reply.body.includes(word)]).toEqual([word, false]);
    expect((await server.person().get(path)).body).toBe(reply.body);
    expect(server.logLines.some((line) => line.includes('/kalender/:file'))).toBe(true);
    expect(server.logLines.join('')).not.toContain(/([^/]+)\.ics$/.exec(path)?.[1]);
  });

  it('has the same event when a date moves, with a higher sequence, and cancels it when it is done', async () => {
    const { path } = await feedOf('Kaja');
    const { noteId } = await itemOf('Kaja');
    const ask = async () => deadlines((await server.person().get(path)).body)[0];
    const first = await ask();
    expect(first).toMatchObject({ sequence: 0, status: 'CONFIRMED' });
    await leader.patch(`${api}/actions/${noteId}`, { due: '2026-12-20' });
    expect(await ask()).toEqual({ ...first, sequence: 1, day: '2026-12-20' });
    const atTable = new Visitor(`http://127.0.0.1:${port}`, boardId, leader.cookie ?? '');
    await atTable.atDuk((board) => void setAction(board, noteId, { status: 'done' }));
    expect(await ask()).toEqual({ ...first, sequence: 2, day: '2026-12-20', status: 'CANCELLED' });
    await atTable.atDuk((board) => void setAction(board, noteId, { status: 'started' }));
    expect(await ask()).toEqual({ ...first, sequence: 3, day: '2026-12-20' });
  });

  it('moves a meeting with the day they agree on, also when it is opened, and cancels one that is called off', async () => {
    const { path } = await feedOf('Leif');
    const last = (await leader.get(`${api}/meetings`)).json().meetings[0];
    const ask = async () => {
      const meetings = read((await server.person().get(path)).body).filter(({ summary }) => summary === 'Møte i Duken');
      return meetings.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1);
    };
    await leader.patch(`${api}/meetings/${last.meetingId}`, { nextDate: '2027-03-28' });
    const agreed = await ask();
    expect(agreed).toMatchObject({ day: '2027-03-28', status: 'CONFIRMED' });
    await leader.patch(`${api}/meetings/${last.meetingId}`, { nextDate: null });
    expect(await ask()).toEqual({ ...agreed, status: 'CANCELLED', sequence: (agreed?.sequence ?? 0) + 1 });
    await leader.post(`${api}/meetings`, { date: '2027-03-29', present: [] });
    expect(await ask()).toEqual({ ...agreed, day: '2027-03-29', sequence: (agreed?.sequence ?? 0) + 2 });
  });

  it('cancels all that is to come when the case is closed, keeps what was, and has it again when it is opened', async () => {
    const { path } = await feedOf('Kaja');
    const last = (await leader.get(`${api}/meetings`)).json().meetings[0];
    await leader.patch(`${api}/meetings/${last.meetingId}`, { nextDate: '2199-03-28' });
    const ask = async () =>
      read((await server.person().get(path)).body).map(({ day, status, sequence }) => [day, status, sequence]);
    const { due } = await itemOf('Kaja');
    const before = await ask();
    expect(before.every(([, status]) => status === 'CONFIRMED')).toBe(true);
    expect(before).toEqual(
      expect.arrayContaining([
        [due, 'CONFIRMED', 0],
        ['2199-03-28', 'CONFIRMED', 0],
      ]),
    );
    await leader.patch(api, { archived: true, reason: 'Planen er gjennomført' });
    expect(await ask()).toEqual(
      before.map(([day, status, sequence]) =>
        day === due || day === '2199-03-28' ? [day, 'CANCELLED', 1] : [day, status, sequence],
      ),
    );
    await leader.patch(api, { archived: false });
    expect(await ask()).toEqual(
      before.map(([day, status, sequence]) => [day, status, day === due || day === '2199-03-28' ? 2 : sequence]),
    );
  });

  it('is one reply when its address is wrong, withdrawn or expired, and opens no duk', async () => {
    const { path, secret } = await feedOf('Kaja');
    const other = await feedOf('Leif');
    const stranger = server.person();
    const feed = /([^/]+)\.ics$/.exec(path)?.[1] ?? '';
    expect((await stranger.post('/api/status/enter', { secret: feed })).statusCode).toBe(403);
    expect((await stranger.post(`/api/boards/${boardId}/join`, { secret: feed, name: 'Kaja' })).statusCode).not.toBe(
      201,
    );
    const wrong = await stranger.get('/kalender/galt.ics');
    const noFile = await stranger.get('/kalender/galt');
    const withdrawn = await server.person().post('/api/status/calendar/withdraw', { secret });
    expect(withdrawn.json()).toMatchObject({ calendars: 0 });
    const after = await stranger.get(path);
    // Of one that the leader has taken back too.
    await leader.delete(`${api}/people/${await personId('Leif')}/answer-links`);
    const taken = await stranger.get(other.path);
    expect([noFile, after, taken].map(({ statusCode, body }) => [statusCode, body])).toEqual(
      Array.from({ length: 3 }, () => [403, wrong.body]),
    );
    const again = await feedOf('Kaja');
    expect((await stranger.get(again.path)).statusCode).toBe(200);
    server.waitMs(366 * 24 * 60 * 60 * 1000);
    const expired = await stranger.get(again.path);
    expect([expired.statusCode, expired.body]).toEqual([403, wrong.body]);
  });

  it('is taken back by the leader also where no link works any more, and is counted to them', async () => {
    const { path } = await feedOf('Kaja');
    const kaja = await personId('Kaja');
    const links = `${api}/people/${kaja}/answer-links`;
    expect((await leader.get(links)).json()).toMatchObject({ links: 1, calendars: 1 });
    await server.storage.answers.withdrawLinks(boardId, kaja as PersonId, server.now());
    expect((await leader.get(links)).json()).toMatchObject({ links: 0, calendars: 1 });
    expect((await server.person().get(path)).statusCode).toBe(200);
    expect((await leader.delete(links)).statusCode).toBe(204);
    expect((await leader.get(links)).json()).toMatchObject({ links: 0, calendars: 0 });
    expect((await server.person().get(path)).statusCode).toBe(403);
  });

  it('ends with the seat of whoever is taken out of the duk, as their links do', async () => {
    const invited = (await leader.post(`${api}/links`, { role: 'viewer', lobby: false })).json();
    const ida = server.person();
    const seat = await ida.join(boardId, new URL(invited.url).hash.slice(1), 'Ida');
    const [{ path, secret }, kajas] = [await feedOf('Ida'), await feedOf('Kaja')];
    expect((await server.person().get(path)).statusCode).toBe(200);
    expect((await leader.delete(`${api}/participants/${seat}`)).statusCode).toBe(204);
    expect((await server.person().get(path)).statusCode).toBe(403);
    expect((await server.person().post('/api/status/enter', { secret })).statusCode).toBe(403);
    expect((await server.person().get(kajas.path)).statusCode).toBe(200);
  });

  it('is asked for by guessing some times a minute, and then no more; a right address still works', async () => {
    const { path } = await feedOf('Kaja');
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, at) => server.person().get(`/kalender/gjett${at}.ics`)),
    );
    expect(guesses.map(({ statusCode }) => statusCode)).toContain(429);
    expect((await server.person().get(path)).statusCode).toBe(200);
  });

  it('is had as a file by whoever sits at the duk, and by nobody else', async () => {
    const reply = await leader.get(`${api}/calendar.ics`);
    expect(reply.statusCode).toBe(200);
    expect(read(reply.body).some(({ summary }) => summary === 'Møte i Duken')).toBe(true);
    expect((await server.person().get(`${api}/calendar.ics`)).statusCode).toBe(401);
  });

  it('leads to the page where they answer, which knows them by their cookie and nobody without', async () => {
    const { secret } = await feedOf('Kaja');
    const kaja = server.person();
    const entered = await kaja.post('/api/status/enter', { secret });
    const value = entered.cookies.find(({ name }) => name === 'duk-svar')?.value ?? '';
    const again = await kaja.ask({
      method: 'POST',
      url: '/api/status/enter',
      payload: {},
      cookies: { 'duk-svar': value },
    });
    expect(again.json()).toEqual(entered.json());
    expect((await server.person().post('/api/status/enter', {})).statusCode).toBe(403);
  });
});
