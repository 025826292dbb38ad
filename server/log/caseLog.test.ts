import type { BoardId, PersonId } from '@duken/shared/board';
import { type LogEvent, sittingMs } from '@duken/shared/log';
import type { CaseLogReply } from '@duken/shared/protocol';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { StorageUnavailable } from '../storage/index.ts';
import { openTestServer, type Person, patience, type TestServer } from '../testing/index.ts';

describe('the log of a case', () => {
  let server: TestServer;
  let port: number;
  let isDiskFull = false;
  let writes = 0;
  beforeAll(async () => {
    server = await openTestServer();
    const { caseLog } = server.storage;
    const append = caseLog.append.bind(caseLog);
    caseLog.append = async (lines) => {
      if (isDiskFull) throw new StorageUnavailable('the disk is full', undefined);
      writes += 1;
      return append(lines);
    };
    port = await server.listen();
  });
  afterAll(() => server.close());

  async function whileFull<Value>(ask: () => Promise<Value>): Promise<Value> {
    isDiskFull = true;
    try {
      return await ask();
    } finally {
      isDiskFull = false;
    }
  }

  /** A case that has plans, people and tiltak, and everything that stands in its plans. */
  async function newCase() {
    const leader = server.person();
    const boardId: BoardId = (await leader.post('/api/demos/eirin')).json().boardId;
    const api = `/api/boards/${boardId}`;
    const numberNow = async () => (await server.storage.caseLog.head(boardId))?.number ?? 0;
    const log = async (query = '') => (await leader.get(`${api}/log${query}`)).json<CaseLogReply>();
    const events = async () =>
      (await server.storage.caseLog.list(boardId, { limit: 999 })).toReversed().map(({ event }) => event);
    const comes = async (name: string, link: object) => {
      const { url } = (await leader.post(`${api}/links`, link)).json();
      const person = server.person();
      const { participantId } = (
        await person.post(`${api}/join`, { secret: new URL(url).hash.slice(1), name, voice: 'service' })
      ).json();
      return { person, participantId: participantId as string };
    };
    const personIdOf = async (name: string): Promise<string> =>
      (await leader.get(`${api}/people`)).json().people.find((one: { name: string }) => one.name === name).personId;
    return { leader, boardId, api, numberNow, log, events, comes, personIdOf };
  }

  /** Every sentence of three words or more that stands in the newest plan. */
  async function sentencesOf(boardId: BoardId): Promise<readonly string[]> {
    const texts = new Set<string>();
    for (const { version } of await server.storage.archive.list(boardId)) {
      const plan = (await server.storage.archive.find(boardId, version))?.planJson ?? '';
      for (const [, text = ''] of plan.matchAll(/"text":"([^"\\]+)"/g)) if (text.split(' ').length > 2) texts.add(text);
    }
    return [...texts];
  }

  it('names no staff to whom the plan is about, where somebody could come to harm; the leader sees whom', async () => {
    const { leader, api, comes, personIdOf, log } = await newCase();
    const gro = await comes('Gro Hansen', { role: 'editor', lobby: false });
    await gro.person.get(`${api}/plans`);
    await gro.person.get(`${api}/since-last`);
    const { url } = (await leader.post(`${api}/links`, { role: 'editor', lobby: false })).json();
    const eirin = server.person();
    await eirin.post(`${api}/join`, { secret: new URL(url).hash.slice(1), name: 'Eirin Åsen', voice: 'citizen' });
    await leader.patch(`${api}/people/${await personIdOf('Eirin Åsen')}`, { isSubject: true });
    const hers = async () => (await eirin.get(`${api}/log`)).json<CaseLogReply>();
    const [leadersName = ''] = (await hers()).people
      .filter(({ name }) => name !== 'Eirin Åsen')
      .map(({ name }) => name);
    expect(leadersName).not.toBe('');
    expect((await hers()).hidesStaff).toBe(false);

    const hide = (person: Person, hidden: boolean) =>
      person.ask({ method: 'PUT', url: `${api}/log/staff`, payload: { hidden } });
    expect((await hide(eirin, true)).statusCode).toBe(403);
    expect((await hide(leader, true)).statusCode).toBe(204);
    const told = await eirin.get(`${api}/log`);
    expect(told.body).not.toContain(leadersName);
    expect(told.body).not.toContain('Gro Hansen');
    expect(told.json<CaseLogReply>().hidesStaff).toBe(true);
    expect((await log()).lines[0]).toMatchObject({ name: leadersName, event: { kind: 'staffHidden' } });

    expect((await hide(leader, false)).statusCode).toBe(204);
    expect((await eirin.get(`${api}/log`)).body).toContain(leadersName);
  });

  /** Gives somebody a part of the newest plan. @returns its id */
  async function giveCut(leader: Person, boardId: string): Promise<string> {
    const at = `/api/boards/${boardId}/plans/3/cuts`;
    const wish = { recipient: { name: 'Hagesenteret' }, themes: ['work'], withPicture: true };
    const { sha256 } = (await leader.post(`${at}/preview`, wish)).json();
    return (await leader.post(at, { ...wish, sha256, way: 'file' })).json().cut.cutId;
  }

  async function knock(person: Person, path: string): Promise<{ status: string; frames: number }> {
    const headers = person.cookie === undefined ? {} : { cookie: `duk=${person.cookie}` };
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    onTestFinished(() => socket.terminate());
    let frames = 0;
    let status = '';
    socket.on('message', () => {
      frames += 1;
    });
    socket.on('open', () => {
      status = 'open';
    });
    socket.on('error', (error) => {
      status = String(error);
    });
    await expect.poll(() => status, patience).not.toBe('');
    socket.close();
    return { status, frames };
  }

  it('has a line before anything of the case leaves, at every route of the API; and nothing leaves without', async () => {
    const { paths } = (await server.person().get('/api/openapi.json')).json<{ paths: Record<string, object> }>();
    const first = await newCase();
    const sentences = await sentencesOf(first.boardId);
    expect(sentences.length).toBeGreaterThan(20);
    const isContent = ({ headers, body }: { headers: object; body: string }) =>
      !/json/.test(String((headers as Record<string, unknown>)['content-type'] ?? 'json')) ||
      sentences.some((sentence) => body.includes(sentence));
    const giving: string[] = [];
    // One where nothing was shown in this sitting.
    let untouched = first;
    for (const [path, methods] of Object.entries(paths)) {
      if (!('get' in methods) || path.endsWith('/events')) continue;
      // The empty duk is a file with nothing of the case in it: export/paperRoute.test.ts looks.
      if (/\{boardId\}\/paper[./]/.test(path)) continue;
      const { leader, boardId, numberNow, personIdOf } = untouched;
      const cutId = path.startsWith('/api/boards/') && path.includes('{cutId}') ? await giveCut(leader, boardId) : '';
      const ids: Record<string, string> = {
        boardId,
        version: '2',
        a: '1',
        b: '2',
        personId: await personIdOf('Kaja'),
        ...(cutId && { cutId }),
      };
      const url = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'finnes-ikke');
      const refused = await whileFull(() => leader.get(url));
      const before = await numberNow();
      const given = await leader.get(url);
      if (isContent(given)) {
        giving.push(path);
        untouched = await newCase();
        expect([path, given.statusCode]).toEqual([path, 200]);
        expect([path, await numberNow()]).toEqual([path, before + 1]);
        expect([path, refused.statusCode, refused.json().type]).toEqual([path, 503, '/problems/storageUnavailable']);
        expect([path, refused.headers['content-disposition']]).toEqual([path, undefined]);
      }
      expect([path, isContent(refused)]).toEqual([path, false]);
      // What wrote a line without a sentence of the plan would stand for the next that has one.
      if (untouched.boardId === boardId && (await numberNow()) > before) untouched = await newCase();
    }
    // What is known to give it: the test above judges by itself, and this tells that it can.
    expect(giving).toEqual(
      expect.arrayContaining([
        '/api/followup',
        ...['', '/letter', '.json', '.pdf', '.docx', '.txt', '.svg', '.png', '.csv'].map(
          (end) => `/api/boards/{boardId}/plans/{version}${end}`,
        ),
        '/api/boards/{boardId}/plans/{a}/diff/{b}',
        '/api/boards/{boardId}/people/{personId}/answer-links',
        ...['/letter', '.json', '.pdf', '.docx', '.txt', '.svg', '.png', '.csv'].map(
          (end) => `/api/boards/{boardId}/cuts/{cutId}${end}`,
        ),
      ]),
    );
  });

  it('has a line before anybody is at the duk, one for each who comes, and one for the sitting', async () => {
    const { leader, boardId, comes, events, numberNow } = await newCase();
    const { person: gro } = await comes('Gro', { role: 'viewer' });
    const refused = await whileFull(() => knock(gro, `/sync/${boardId}`));
    expect(refused).toEqual({ status: 'Error: Unexpected server response: 503', frames: 0 });
    for (const part of ['', '/translations', '/private', '']) {
      expect((await knock(gro, `/sync/${boardId}${part}`)).status).toBe('open');
      expect((await knock(leader, `/sync/${boardId}${part}`)).status).toBe('open');
    }
    expect((await events()).filter(({ kind }) => kind === 'duk')).toHaveLength(2);
    // What was written down is not even asked for again.
    const [before, written] = [await numberNow(), writes];
    expect((await whileFull(() => knock(gro, `/sync/${boardId}`))).status).toBe('open');
    expect([await numberNow(), writes]).toEqual([before, written]);
    server.waitMs(sittingMs + 1);
    expect((await knock(gro, `/sync/${boardId}`)).status).toBe('open');
    expect(await numberNow()).toBe(before + 1);
  });

  it('tells who did what to whom, each time', async () => {
    const { leader, api, comes, events, personIdOf } = await newCase();
    const before = (await events()).length;
    const { participantId } = await comes('Gro', { role: 'editor', lobby: true });
    await leader.post(`${api}/participants/${participantId}/admit`, { voice: 'service', service: 'NAV' });
    // Said anew of somebody who is in, it is no letting in.
    await leader.post(`${api}/participants/${participantId}/admit`, { voice: 'service', service: 'Skolen' });
    await leader.patch(`${api}/people/${await personIdOf('Gro')}`, { readsPlans: true });
    await leader.patch(`${api}/people/${await personIdOf('Gro')}`, { readsPlans: true });
    await leader.patch(`${api}/people/${await personIdOf('Gro')}`, { readsPlans: false });
    await leader.delete(`${api}/participants/${participantId}`);
    await leader.delete(`${api}/participants/${participantId}`);
    const turnedAway = await comes('Ukjent', { role: 'viewer', lobby: true });
    await leader.post(`${api}/participants/${turnedAway.participantId}/refuse`);
    await leader.post(`${api}/people/${await personIdOf('Kaja')}/answer-links`);
    await leader.delete(`${api}/people/${await personIdOf('Kaja')}/answer-links`);
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(server.now());
    const { consentId } = (
      await leader.post(`${api}/consents`, {
        ...{ services: ['NAV'], themes: [], purpose: 'Plan', words: 'Et hemmelig ord', givenBy: 'Eirin' },
        ...{ how: 'spoken', givenOn: day, until: day },
      })
    ).json();
    await leader.post(`${api}/consents/${consentId}/withdraw`, { by: 'Eirin', how: 'spoken' });
    await leader.post(`${api}/consents/finnes-ikke/withdraw`, { by: 'Eirin', how: 'spoken' });
    expect((await events()).slice(before)).toEqual([
      { kind: 'linkMade', role: 'editor' },
      { kind: 'letIn', whom: 'Gro' },
      { kind: 'plansGiven', whom: 'Gro' },
      { kind: 'plansTaken', whom: 'Gro' },
      { kind: 'removed', whom: 'Gro' },
      { kind: 'linkMade', role: 'viewer' },
      { kind: 'refused', whom: 'Ukjent' },
      { kind: 'answerLinkMade', whom: 'Kaja' },
      { kind: 'answerLinksWithdrawn', whom: 'Kaja' },
      { kind: 'consentRecorded' },
      { kind: 'consentWithdrawn' },
    ] satisfies LogEvent[]);
  });

  it('has a line before anything is done; what none can be written of is not done, and is done when it is asked again', async () => {
    const { leader, boardId, api, comes, events, personIdOf } = await newCase();
    const { storage } = server;
    const [gro, kaja] = [await comes('Gro', { role: 'editor' }), await personIdOf('Kaja')];
    const waiting = await comes('Ukjent', { role: 'viewer', lobby: true });
    const turnedAway = await comes('En til', { role: 'viewer', lobby: true });
    const answerUrl = (await leader.post(`${api}/people/${kaja}/answer-links`)).json().url;
    const secret = new URL(answerUrl).hash.slice(1);
    const [item] = (await server.person().post('/api/status/enter', { secret })).json().items;
    const { linkId } = (await leader.post(`${api}/links`, { role: 'viewer' })).json();
    const cutId = await giveCut(leader, boardId);
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(server.now());
    const consent = {
      ...{ services: ['NAV'], themes: [], purpose: 'Plan', words: 'Ja', givenBy: 'Eirin' },
      ...{ how: 'spoken', givenOn: day, until: day },
    };
    const { meetingId } = (await leader.post(`${api}/meetings`, { date: day, present: [] })).json();

    /** All that stands of the case, beside its log. */
    const state = async () =>
      JSON.stringify([
        await storage.directory.findBoard(boardId),
        await storage.directory.listPeople(boardId),
        await storage.directory.listParticipants(boardId),
        await storage.directory.listLinks(boardId),
        await storage.directory.listMeetings(boardId),
        await storage.consents.list(boardId),
        await storage.contacts.list(boardId),
        await storage.cuts.list(boardId),
        await storage.answers.linksOf(boardId, server.now()),
        await storage.answers.answersOf([boardId]),
        await storage.calendars.countFeeds(boardId, kaja as PersonId, server.now()),
        (await storage.archive.list(boardId)).length,
        ...(await Promise.all([3, 4].map((version) => storage.planLives.list(boardId, version)))),
      ]);
    const person = `${api}/people/${kaja}`;
    const acts: readonly [string, () => ReturnType<Person['post']>][] = [
      ['contactWritten', () => leader.post(`${api}/contacts`, { day, words: 'Ringte' })],
      ['linkMade', () => leader.post(`${api}/links`, { role: 'viewer' })],
      ['linkWithdrawn', () => leader.delete(`${api}/links/${linkId}`)],
      ['plansGiven', () => leader.patch(person, { readsPlans: true })],
      ['subjectMarked', () => leader.patch(person, { isSubject: true })],
      ['letIn', () => leader.post(`${api}/participants/${waiting.participantId}/admit`, { voice: 'family' })],
      ['refused', () => leader.post(`${api}/participants/${turnedAway.participantId}/refuse`)],
      ['removed', () => leader.delete(`${api}/participants/${gro.participantId}`)],
      ['answered', () => server.person().post(`/api/status/${item.itemId}`, { answer: 'started', secret })],
      ['calendarMade', () => server.person().post('/api/status/calendar', { secret })],
      ['calendarsWithdrawn', () => server.person().post('/api/status/calendar/withdraw', { secret })],
      ['answerLinkMade', () => leader.post(`${person}/answer-links`)],
      ['answerLinksWithdrawn', () => leader.delete(`${person}/answer-links`)],
      ['cutGiven', () => leader.post(`${api}/plans/3/cuts`, { ...cutWish, sha256: cutHash, way: 'file' })],
      ['cutWithdrawn', () => leader.post(`${api}/cuts/${cutId}/withdraw`)],
      ['consentRecorded', () => leader.post(`${api}/consents`, consent)],
      [
        'consentWithdrawn',
        async () => {
          const [given] = await storage.consents.list(boardId);
          return leader.post(`${api}/consents/${given?.id}/withdraw`, { by: 'Eirin', how: 'spoken' });
        },
      ],
      ['frozen', () => leader.post(`${api}/meetings/${meetingId}/freeze`)],
      ['planApprovedAsSpoken', () => leader.post(`${api}/plans/4/approve`, { by: 'spoken', when: day, how: 'Her' })],
      ['caseClosed', () => leader.patch(api, { archived: true, reason: 'Planen er gjennomført' })],
      ['caseReopened', () => leader.patch(api, { archived: false })],
    ];
    const cutWish = { recipient: { name: 'Hagesenteret' }, themes: ['work'], withPicture: true };
    const cutHash = (await leader.post(`${api}/plans/3/cuts/preview`, cutWish)).json().sha256;
    for (const [kind, act] of acts) {
      const before = await state();
      const refused = await whileFull(act);
      expect([kind, refused.statusCode, refused.json().type]).toEqual([kind, 503, '/problems/storageUnavailable']);
      expect([kind, await state()]).toEqual([kind, before]);
      const lines = (await events()).length;
      expect([kind, Math.floor((await act()).statusCode / 100)]).toEqual([kind, 2]);
      expect((await events()).slice(lines).map((event) => event.kind)).toContain(kind);
      expect([kind, (await state()) === before]).toEqual([kind, false]);
    }
  });

  it('tells whom the plan is said to be about, and whose a seat is said to be', async () => {
    const { leader, api, comes, events, personIdOf } = await newCase();
    const { participantId } = await comes('Gro', { role: 'editor' });
    const before = (await events()).length;
    const [gro, eirin] = [await personIdOf('Gro'), await personIdOf('Eirin')];
    for (const isSubject of [true, true, false]) await leader.patch(`${api}/people/${gro}`, { isSubject });
    await leader.post(`${api}/participants/${participantId}/admit`, { voice: 'citizen', personId: eirin });
    expect((await events()).slice(before).filter(({ kind }) => !kind.startsWith('plans'))).toEqual([
      { kind: 'subjectMarked', whom: 'Gro' },
      { kind: 'subjectUnmarked', whom: 'Gro' },
      { kind: 'seatGiven', whom: 'Eirin' },
    ] satisfies LogEvent[]);
  });

  it('tells what happened to a plan after it was frozen, and by whom', async () => {
    const { leader, api, comes, events, personIdOf } = await newCase();
    const { person: eirin, participantId } = await comes('Eirin', { role: 'editor', lobby: true });
    const seat = { voice: 'citizen', personId: await personIdOf('Eirin') };
    await leader.post(`${api}/participants/${participantId}/admit`, seat);
    const day = (days: number) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(server.now() + days * 24 * 60 * 60 * 1000);
    const frozen = async () => {
      const meeting = { date: day(0), present: [{ name: 'Eirin', participantId }] };
      const { meetingId } = (await leader.post(`${api}/meetings`, meeting)).json();
      expect((await leader.post(`${api}/meetings/${meetingId}/freeze`)).statusCode).toBe(201);
    };
    await frozen();
    const before = (await events()).length;
    await leader.post(`${api}/plans/4/time`, { until: day(7) });
    await leader.post(`${api}/plans/4/release`, { reason: 'For tidlig' });
    await eirin.post(`${api}/plans/4/approve`, { by: 'citizen' });
    await eirin.post(`${api}/plans/4/approve`, { by: 'citizen' });
    await frozen();
    await leader.post(`${api}/plans/5/approve`, { by: 'spoken', when: day(0), how: 'På telefon' });
    expect((await events()).slice(before)).toEqual([
      { kind: 'planTimeAgreed', version: 4 },
      { kind: 'planApproved', version: 4 },
      { kind: 'frozen', version: 5 },
      { kind: 'planApprovedAsSpoken', version: 5 },
    ] satisfies LogEvent[]);
  });

  it('knows those who come by a link to answer, who have no seat', async () => {
    const { leader, api, boardId, log, personIdOf } = await newCase();
    const personId = await personIdOf('Kaja');
    const { url } = (await leader.post(`${api}/people/${personId}/answer-links`)).json();
    const secret = new URL(url).hash.slice(1);
    const kaja = server.person();
    const refused = await whileFull(() => kaja.post('/api/status/enter', { secret }));
    expect([refused.statusCode, refused.body.includes('items')]).toEqual([503, false]);
    const { items } = (await kaja.post('/api/status/enter', { secret })).json();
    expect((await kaja.post(`/api/status/${items[0].itemId}`, { answer: 'started', secret })).statusCode).toBe(200);
    const { lines } = await log(`?person=${personId}`);
    expect(lines.map(({ name, access, role, event }) => [name, access, role, event.kind])).toEqual([
      ['Kaja', 'answerLink', undefined, 'answered'],
      ['Kaja', 'answerLink', undefined, 'ownActions'],
    ]);
    const rows = JSON.stringify(await server.storage.caseLog.stored(boardId));
    for (const sentence of [...(await sentencesOf(boardId)), items[0].text]) expect(rows).not.toContain(sentence);
  });

  it('tells what was taken home from what was seen on a page', async () => {
    const { leader, api, events } = await newCase();
    const headers = { 'sec-fetch-dest': 'image' };
    await leader.ask({ method: 'GET', url: `${api}/plans/2.svg`, headers });
    await leader.get(`${api}/plans/2`);
    await leader.get(`${api}/plans/2.svg`);
    await leader.ask({ method: 'GET', url: `${api}/plans/2.png`, headers });
    expect(await events()).toEqual([
      { kind: 'plan', version: 2 },
      { kind: 'export', version: 2, format: 'svg' },
      { kind: 'export', version: 2, format: 'png' },
    ]);
  });

  it('is read by the leader, and by whom the plan is about, newest first; by nobody else', async () => {
    const { leader, api, comes, log, personIdOf } = await newCase();
    const { person: eirin, participantId } = await comes('Eirin', { role: 'editor', lobby: true });
    await leader.post(`${api}/participants/${participantId}/admit`, {
      voice: 'citizen',
      personId: await personIdOf('Eirin'),
    });
    const { person: gro } = await comes('Gro fra NAV', { role: 'editor' });
    await leader.get(`${api}/plans/1`);
    const { lines, people, hasMore } = await log();
    expect(lines[0]).toMatchObject({ event: { kind: 'plan', version: 1 }, role: 'leader', access: 'link' });
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, at) => lines.length - at));
    expect([people.map(({ name }) => name), hasMore]).toEqual([[lines[0]?.name], false]);
    expect((await eirin.get(`${api}/log`)).json()).toEqual(await log());
    const refused = await gro.get(`${api}/log`);
    expect([refused.statusCode, refused.json().type]).toEqual([403, '/problems/notAllowed']);
    expect((await server.person().get(`${api}/log`)).statusCode).toBe(401);
    expect((await leader.get(`${api}/log?before=0`)).statusCode).toBe(400);
  });

  it('is read a page at a time', async () => {
    const { leader, api, log } = await newCase();
    for (let at = 0; at < 120; at++) await leader.post(`${api}/links`, { role: 'viewer' });
    const first = await log();
    const rest = await log(`?before=${first.lines.at(-1)?.number}`);
    expect([first.lines.length, first.hasMore, rest.hasMore]).toEqual([100, true, false]);
    expect([...first.lines, ...rest.lines].map(({ number }) => number)).toEqual(
      Array.from({ length: first.lines[0]?.number ?? 0 }, (_, at) => (first.lines[0]?.number ?? 0) - at),
    );
  });

  it('tells the server’s own log how long it is, and no name', async () => {
    const { leader, boardId, api } = await newCase();
    await leader.get(`${api}/plans/1`);
    const head = await server.storage.caseLog.head(boardId);
    const lines = server.logLines.filter((line) => line.includes('the logs of cases have grown'));
    expect(JSON.parse(lines.at(-1) ?? '{}')).toMatchObject({ heads: [head] });
    for (const line of lines) for (const name of ['Eirin', 'Marit', 'Gro']) expect(line).not.toContain(name);
  });
});
