import type { BoardId } from '@duken/shared/board';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOf } from './storage/index.ts';
import { openTestServer, type Person, type TestServer } from './testing/index.ts';

/** A route of the API's own description, with what it takes. */
interface Route {
  readonly method: string;
  readonly path: string;
  readonly takesBody: boolean;
  readonly fields: readonly string[];
}

const long = 'x'.repeat(70_000);
const wrongValues: readonly unknown[] = [
  null,
  true,
  7,
  -1,
  1e300,
  '',
  ' ',
  '\u0000',
  long.slice(0, 5000),
  [],
  [[]],
  {},
  [{ name: {} }],
];
const isSwitch = new Set([
  'anew',
  'withPicture',
  'mayRead',
  'withDifference',
  'lobby',
  'readsPlans',
  'isSubject',
  'archived',
  'confirmed',
  'hidden',
  'mayLead',
  'isAdmin',
]);
const mayBeTakenAway = new Set([
  'service',
  'phone',
  'email',
  'language',
  'mayDecide',
  'interpreter',
  'reason',
  'readsPlans',
  'nextDate',
  'helperId',
  'group',
  'followed',
]);
const wrongIds = ['%20', '%00', '..%2f..', "'%20or%201=1", 'x'.repeat(65), 'x'.repeat(5000), 'æ', '-1', '1e9', '<b>'];

const goodPerson = {
  name: 'Gro',
  service: 'NAV',
  phone: '+47 99 99 99 99',
  email: 'gro@example.no',
  language: 'nb',
  voices: ['family'],
  reason: 'Kjenner dem',
  mayDecide: 'Skole',
  interpreter: {},
  readsPlans: true,
  isSubject: false,
};

const newcomer = { secret: 'x'.repeat(43), name: 'Gro', email: 'gro@example.no' };
const madePasskey = {
  id: 'x',
  rawId: 'x',
  type: 'public-key',
  response: { clientDataJSON: 'x', attestationObject: 'x' },
};

const goodProposal = {
  called: 'Ungdommen på Torget',
  criteria: { wantsChange: 'yes', waivesSecrecy: 'unknown', complexNeeds: 'yes', longTermPlan: 'no' },
  leaderId: 'x',
  team: [{ name: 'Tor', service: 'NAV', why: 'Kjenner henne' }],
};

/** A body that each route would take. A new route with fields has its line here. */
const goodBodies: Readonly<Record<string, object>> = {
  'POST /api/boards': { title: 'Duk', templateId: 'simple', name: 'Mona' },
  'PATCH /api/boards/{boardId}': { title: 'Duk', archived: false, reason: 'Planen er gjennomført' },
  'POST /api/boards/{boardId}/bin/empty': { notes: ['lapp'] },
  'POST /api/boards/{boardId}/timeline/{position}/restore': { seen: 1, notes: ['lapp'] },
  'POST /api/boards/{boardId}/invitation': { secret: 'x'.repeat(43) },
  'POST /api/boards/{boardId}/join': { secret: 'x'.repeat(43), name: 'Kari', voice: 'citizen' },
  'POST /api/boards/{boardId}/links': {
    role: 'editor',
    lobby: true,
    uses: 1,
    expiresAt: Date.parse('2100-01-01'),
    label: 'Bestemor',
  },
  'POST /api/boards/{boardId}/people': goodPerson,
  'PATCH /api/boards/{boardId}/me': { name: 'Kari Nordmann' },
  'PATCH /api/boards/{boardId}/people/{personId}': { ...goodPerson, helperId: 'x' },
  'PUT /api/boards/{boardId}/me/helper': { confirmed: true, helperId: 'x' },
  'POST /api/boards/{boardId}/participants/{participantId}/admit': { voice: 'citizen', service: 'NAV', personId: 'x' },
  'PATCH /api/boards/{boardId}/programme': { group: 'young', followed: 'direct' },
  'PUT /api/boards/{boardId}/log/staff': { hidden: true },
  'POST /api/barriers': { words: 'Knappen er for liten', answerTo: 'kari@example.no' },
  'POST /api/boards/{boardId}/questions': { noteId: 'lapp', words: 'Kan du skrive det annerledes?' },
  'POST /api/boards/{boardId}/questions/answer': { noteId: 'lapp', answer: 'no' },
  'POST /api/boards/{boardId}/read-out': { draftId: 'lapp' },
  'POST /api/boards/{boardId}/read-out/back': { draftId: 'lapp' },
  'POST /api/boards/{boardId}/read-out/done': { personId: 'noen', draftId: 'lapp' },
  'POST /api/boards/{boardId}/contacts': { contactId: 'linje', day: '2026-11-22', words: 'Ringte', corrects: 'x' },
  'PUT /api/boards/{boardId}/me/story': { words: 'Jeg heter Eirin.', revision: 0 },
  'PUT /api/boards/{boardId}/me/story/readers/{personId}': { mayRead: true },
  'POST /api/boards/{boardId}/meetings': { date: '2026-11-22', present: [], nextDate: '2027-01-15' },
  'PATCH /api/boards/{boardId}/meetings/{meetingId}': {
    date: '2026-11-22',
    present: [],
    nextDate: '2027-01-15',
    presentChanges: { add: [], remove: [] },
  },
  'POST /api/intake': goodProposal,
  'PUT /api/intake/{proposalId}': { revision: 1, ...goodProposal },
  'POST /api/intake/{proposalId}/ask': { revision: 1 },
  'POST /api/intake/{proposalId}/consent': {
    revision: 1,
    name: 'Eirin',
    services: ['NAV'],
    purpose: 'Jobb',
    words: 'NAV kan være med.',
    givenBy: 'Eirin',
    how: 'spoken',
    givenOn: '2026-11-22',
    until: '2027-11-22',
  },
  'POST /api/intake/{proposalId}/end': { revision: 1, as: 'notNeeded', reason: 'NAV er nok' },
  'POST /api/intake/{proposalId}/reopen': { revision: 1 },
  'POST /api/intake/{proposalId}/duk': { revision: 1, templateId: 'simple' },
  'POST /api/session': { email: 'gro@example.no', password: 'feil' },
  'POST /api/login/{providerId}/logout': { logout_token: 'x.x.x' },
  'POST /api/setup': { ...newcomer, password: 'feil', passkey: undefined },
  'POST /api/setup/passkey': newcomer,
  'POST /api/session/passkey/options': { anew: false },
  'POST /api/session/passkey': {
    passkey: {
      ...madePasskey,
      response: { clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' },
    },
  },
  'POST /api/account/passkeys': { name: 'Mobilen', passkey: madePasskey },
  'POST /api/account-invitation/passkey': { secret: 'x'.repeat(43) },
  'PUT /api/account/password': { password: 'feil', newPassword: 'fire ganske lange ord' },
  'POST /api/accounts': { name: 'Gro', email: 'gro@example.no', mayLead: true, isAdmin: false },
  'POST /api/account-invitation': { secret: 'x'.repeat(43) },
  'POST /api/account-invitation/accept': {
    secret: 'x'.repeat(43),
    password: 'fire ganske lange ord',
    passkey: undefined,
  },
  'POST /api/boards/{boardId}/leaders': { email: 'gro@example.no' },
  'PUT /api/boards/{boardId}/owner': { accountId: 'x' },
  'POST /api/boards/{boardId}/consents': {
    services: ['NAV'],
    themes: [],
    purpose: 'Jobb',
    words: 'NAV kan være med.',
    givenBy: 'Eirin',
    how: 'spoken',
    givenOn: '2026-11-22',
    until: '2027-11-22',
  },
  'POST /api/boards/{boardId}/consents/{consentId}/withdraw': { by: 'Eirin', how: 'spoken' },
  'PATCH /api/boards/{boardId}/actions/{noteId}': { due: '2027-01-15', status: 'done' },
  'POST /api/boards/{boardId}/people/{personId}/answer-links': { texts: {} },
  'PATCH /api/boards/{boardId}/outside-words': { texts: {} },
  'POST /api/boards/{boardId}/plans/{version}/letters/{personId}.pdf': { secret: 'x'.repeat(43) },
  'POST /api/boards/{boardId}/plans/{version}/letters/{personId}.docx': { secret: 'x'.repeat(43) },
  'POST /api/cuts/enter': { secret: 'x'.repeat(43), lang: 'nn' },
  'POST /api/boards/{boardId}/plans/{version}/cuts/preview': {
    recipient: { name: 'Hagesenteret' },
    themes: ['work'],
    withPicture: true,
    withDifference: false,
    lang: 'nb',
  },
  'POST /api/boards/{boardId}/plans/{version}/cuts': {
    recipient: { name: 'Hagesenteret' },
    themes: ['work'],
    withPicture: true,
    withDifference: false,
    lang: 'nb',
    sha256: 'a'.repeat(64),
    way: 'link',
    days: 30,
    uses: 10,
  },
  'POST /api/status/enter': { secret: 'x'.repeat(43) },
  'POST /api/status/calendar': { secret: 'x'.repeat(43) },
  'POST /api/status/calendar/withdraw': { secret: 'x'.repeat(43) },
  'POST /api/status/{itemId}': { answer: 'done', line: 'Ferdig', date: '2027-01-15', secret: 'x'.repeat(43) },
  'POST /api/boards/{boardId}/plans/{version}/approve': { by: 'spoken', when: '2026-11-22', how: 'På telefon' },
  'POST /api/boards/{boardId}/plans/{version}/time': { until: '2100-01-01' },
  'POST /api/boards/{boardId}/plans/{version}/release': { reason: 'Ingen har svart' },
  'POST /api/boards/{boardId}/plans/{version}/receipts': { archiveId: '2026/1-2', day: '2026-11-22' },
  'PUT /api/boards/{boardId}/plans/{version}/answers/{noteId}': { answer: 'yes', line: 'Ja' },
  'POST /api/surveys': { links: 5 },
  'POST /api/surveys/open': { secret: 'x'.repeat(43) },
  'POST /api/surveys/answer': { secret: 'x'.repeat(43), marks: {} },
  'POST /api/surveys/result': { secret: 'x'.repeat(43) },
  'POST /api/boards/{boardId}/pulse': { marks: { heard: ['heardYes'] } },
};
/** What is only compared with what is kept: any text can be tried, and is refused as a wrong one. */
const isCompared = new Set(['secret', 'password', 'newPassword', 'email', 'accountId', 'leaderId']);

// Each question for each route: they grow with the API.
describe('bad input, at every route of the API', { timeout: 120_000 }, () => {
  let server: TestServer;
  let routes: readonly Route[];
  let leader: Person;
  let viewer: Person;
  let ids: Record<string, string>;

  beforeAll(async () => {
    server = await openTestServer();
    leader = server.person();
    viewer = server.person();
    const board = await leader.makeBoard();
    const { linkId, url } = (await leader.post(`${board.api}/links`, { role: 'viewer' })).json();
    const participantId = await viewer.join(board.boardId, new URL(url).hash.slice(1));
    const { meetingId } = (await leader.post(`${board.api}/meetings`, { date: '2026-11-22', present: [] })).json();
    const { personId } = (await viewer.get(`${board.api}/me`)).json();
    ids = {
      boardId: board.boardId,
      personId,
      linkId,
      participantId,
      meetingId,
      version: '1',
      a: '1',
      b: '1',
      demoId: 'eirin',
    };
    routes = routesOf((await leader.get('/api/openapi.json')).json());
    expect(routes.length).toBeGreaterThan(15);
  });
  afterAll(() => server.close());

  function routesOf(description: { paths: Record<string, Record<string, OpenApiRoute>> }): Route[] {
    return Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { requestBody }]) => ({
        method: method.toUpperCase(),
        path,
        takesBody: requestBody !== undefined,
        fields: Object.keys(Object.values(requestBody?.content ?? {})[0]?.schema.properties ?? {}),
      })),
    );
  }
  interface OpenApiRoute {
    readonly requestBody?: {
      readonly content: Readonly<Record<string, { readonly schema: { readonly properties?: object } }>>;
    };
  }

  const addressOf = (route: Route, wrong: Record<string, string> = {}) =>
    route.path.replace(/\{(\w+)\}/g, (_, name: string) => wrong[name] ?? ids[name] ?? 'none');
  const request = (route: Route, wrong?: Record<string, string>): InjectOptions => ({
    method: route.method as 'POST',
    url: addressOf(route, wrong),
  });
  const changing = () => routes.filter(({ method }) => method !== 'GET');

  /** Everything that is kept of the board. */
  async function kept() {
    const id = ids.boardId as BoardId;
    const { directory, journal, archive, planLives } = server.storage;
    return {
      board: await directory.findBoard(id),
      links: await directory.listLinks(id),
      participants: await directory.listParticipants(id),
      people: await directory.listPeople(id),
      meetings: await directory.listMeetings(id),
      journal: endOf(await journal.read(id)),
      versions: await archive.list(id),
      lives: await planLives.list(id),
    };
  }

  /** Asks, and expects a problem that says what to do. @returns its status */
  async function problemFor(person: Person, asked: InjectOptions): Promise<number> {
    const reply = await person.ask(asked);
    const what = `${asked.method} ${String(asked.url).slice(0, 90)} ${JSON.stringify(asked.payload)?.slice(0, 90)}`;
    expect([what, reply.headers['content-type']]).toEqual([what, 'application/problem+json; charset=utf-8']);
    const problem = reply.json();
    expect([what, problem.status]).toEqual([what, reply.statusCode]);
    expect([what, problem.type]).toEqual([what, expect.stringMatching(/^\/problems\/[a-zA-Z]+$/)]);
    expect([what, problem.detail.length]).toEqual([what, expect.any(Number)]);
    expect(problem.detail).toMatch(/[a-zæøå]{3}.*\.$/);
    expect([what, reply.statusCode < 500]).toEqual([what, true]);
    return reply.statusCode;
  }

  async function changesNothing(attempt: () => Promise<void>): Promise<void> {
    const before = await kept();
    await attempt();
    expect(await kept()).toEqual(before);
  }

  it('is refused as 400 when a body is of the wrong kind, and changes nothing', async () => {
    await changesNothing(async () => {
      for (const route of changing().filter(({ takesBody }) => takesBody)) {
        for (const payload of ['[]', 'null', '7', '"text"', '{', '{"a":1}}']) {
          if (route.fields.length === 0 && payload === '{}') continue;
          const headers = { 'content-type': 'application/json' };
          expect(await problemFor(leader, { ...request(route), headers, payload })).toBe(400);
        }
      }
    });
  });

  it('is refused when one field of an otherwise good body has the wrong kind, size or sign', async () => {
    await changesNothing(async () => {
      for (const route of changing()) {
        const good = goodBodies[`${route.method} ${route.path}`];
        if (route.fields.length > 0) expect([route.path, Object.keys(good ?? {})]).toEqual([route.path, route.fields]);
        for (const field of route.fields) {
          for (const value of wrongValues) {
            // Nobody was there is a fine answer, and so are no voice and no note.
            if (
              ['present', 'voices', 'notes', 'themes', 'team'].includes(field) &&
              Array.isArray(value) &&
              value.length === 0
            )
              continue;
            // No words of one's own are fine, and no marks are looked at after who gives them.
            if (['texts', 'marks'].includes(field) && JSON.stringify(value) === '{}') continue;
            // Whoever needs an interpreter may have none ordered.
            if (field === 'interpreter' && JSON.stringify(value) === '{}') continue;
            // A line to go with an answer is any line, or none.
            const isLine = route.path.endsWith('/answers/{noteId}') && field === 'line';
            if (isLine && typeof value === 'string' && value.length < 200) continue;
            // A story may be as long as that.
            if (route.path.endsWith('/me/story') && typeof value === 'string' && value.length === 5000) continue;
            // A tiltak may be without a day.
            if (field === 'due' && value === '') continue;
            // As many as may come by a link is any small number, and so is how much somebody has seen.
            if (['uses', 'links', 'days', 'revision', 'seen'].includes(field) && value === 7) continue;
            // A switch has two positions, and what may be taken away is taken away by null.
            if (isSwitch.has(field) && value === true) continue;
            if (route.method === 'PATCH' && mayBeTakenAway.has(field) && value === null) continue;
            const status = await problemFor(leader, { ...request(route), payload: { ...good, [field]: value } });
            const expected = isCompared.has(field) && typeof value === 'string' ? [400, 401, 403, 409, 429] : [400];
            expect([route.path, field, value, expected.includes(status) || status]).toEqual([
              route.path,
              field,
              value,
              true,
            ]);
          }
        }
      }
    });
  });

  it('is refused as 413 when it is too large, and as 415 when it is not JSON', async () => {
    await changesNothing(async () => {
      for (const route of changing()) {
        expect(await problemFor(leader, { ...request(route), payload: { title: long } })).toBe(413);
        const headers = { 'content-type': 'text/xml' };
        expect(await problemFor(leader, { ...request(route), headers, payload: '<a/>' })).toBe(415);
      }
    });
  });

  it('is refused when an id is nonsense, whatever the route', async () => {
    await changesNothing(async () => {
      for (const route of routes) {
        for (const [, name = ''] of route.path.matchAll(/\{(\w+)\}/g)) {
          for (const wrong of wrongIds) {
            const status = await problemFor(leader, request(route, { [name]: wrong }));
            // Who has opened no link to a cut is refused alike, whichever it is.
            expect(route.path.startsWith('/api/cuts/') ? [400, 403, 404] : [400, 401, 404]).toContain(status);
          }
        }
      }
    });
  });

  it('is refused as 401 for those who are not in, as 403 for those who only look on', async () => {
    await changesNothing(async () => {
      const waysIn = /\/(join|invitation)$/;
      for (const route of routes.filter(({ path }) => path.startsWith('/api/boards/{') && !waysIn.test(path))) {
        const payload = route.takesBody ? { payload: goodBodies[`${route.method} ${route.path}`] ?? {} } : {};
        expect([route.path, await problemFor(server.person(), { ...request(route), ...payload })]).toEqual([
          route.path,
          401,
        ]);
        // One's own name is one's own, also for those who only look on, and anybody may ask for a pause or a story and say
        // how the meeting was.
        if (route.method === 'GET' || /\/(me|pause|pulse|ask)$/.test(route.path)) continue;
        expect([route.path, await problemFor(viewer, { ...request(route), ...payload })]).toEqual([route.path, 403]);
      }
    });
  });

  it('is refused as 404 where there is nothing of that id', async () => {
    await changesNothing(async () => {
      for (const route of routes) {
        const [, last] = route.path.match(/.*\{(meetingId|linkId|participantId|personId|version|a|b)\}/) ?? [];
        // Whoever leads is not asked to answer to a plan, and tells no story.
        if (last === undefined || /\/(answers\/\{noteId\}|me\/story\/readers\/\{personId\})$/.test(route.path))
          continue;
        const body = last === 'version' || last === 'personId' ? goodBodies[`${route.method} ${route.path}`] : {};
        const payload = route.takesBody ? { payload: body ?? {} } : {};
        expect(await problemFor(leader, { ...request(route, { [last]: '999' }), ...payload })).toBe(404);
      }
    });
  });
});
