import type { BoardId } from '@duken/shared/board';
import { messageType, syncType } from '@duken/shared/protocol';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { syncFrame, typed } from './relay/relayForTests.ts';
import { openTestServer, type Person, patience, type TestServer } from './testing/index.ts';

/** Everybody who can ask, in the order of the columns below. `given` is a viewer whom the leader gave the plans. */
const people = [
  'nobody',
  'waiting',
  'removed',
  'viewer',
  'given',
  'editor',
  'interpreter',
  'leader',
  'anothersLeader',
] as const;
type Who = (typeof people)[number];

/**
 * Who gets through where: `–` not in (401), `×` not allowed (403), `o` through to the answer, whatever it is. A new route has its
 * line here.
 */
const routes: Readonly<Record<string, string>> = {
  //                                                              nobody waiting removed viewer given editor interpreter leader another's
  'POST /api/boards': 'ooooooooo',
  'GET /api/boards': 'ooooooooo',
  'POST /api/demos/{demoId}': 'ooooooooo',
  'DELETE /api/session': 'ooooooooo',
  'GET /api/session': 'ooooooooo',
  // Nobody here has an account; accounts/accountRoutes.test.ts asks as those who have. With nothing to sign in by:
  'POST /api/session': 'ooooooooo',
  'POST /api/setup': '×××××××××',
  // accounts/passkeyRoutes.test.ts has passkeys.
  'POST /api/setup/passkey': '×××××××××',
  'POST /api/session/passkey/options': 'ooooooooo',
  'POST /api/session/passkey': '–––––––––',
  'GET /api/account/passkeys': '–––––––––',
  'POST /api/account/passkeys': '–––––––––',
  'POST /api/account/passkeys/options': '–––––––––',
  'DELETE /api/account/passkeys/{passkeyId}': '–––––––––',
  // There is no provider here; accounts/loginRoutes.test.ts has some, and accounts/hostileIssuer.test.ts one that lies.
  'GET /api/login': 'ooooooooo',
  'GET /api/login/{providerId}': 'ooooooooo',
  'GET /api/login/{providerId}/callback': 'ooooooooo',
  'GET /api/login/{providerId}/logout': 'ooooooooo',
  'POST /api/login/{providerId}/logout': 'ooooooooo',
  'GET /api/account/sign-ins': '–––––––––',
  'DELETE /api/account/sign-ins': '–––––––––',
  'DELETE /api/account/sign-ins/{signInId}': '–––––––––',
  'PUT /api/account/password': '–––––––––',
  'GET /api/accounts': '–––––––––',
  'POST /api/accounts': '–––––––––',
  'DELETE /api/accounts/{accountId}': '–––––––––',
  'POST /api/accounts/{accountId}/invitation': '–––––––––',
  'GET /api/closed-cases': '–––––––––',
  'DELETE /api/closed-cases/{boardId}': '–––––––––',
  'POST /api/account-invitation': '×××××××××',
  'POST /api/account-invitation/passkey': '×××××××××',
  'POST /api/account-invitation/accept': '×××××××××',
  // For accounts that lead; intake/intakeRoutes.test.ts asks as one.
  'GET /api/intake': '–––––––––',
  'POST /api/intake': '–––––––––',
  'GET /api/intake/{proposalId}': '–––––––––',
  'PUT /api/intake/{proposalId}': '–––––––––',
  'DELETE /api/intake/{proposalId}': '–––––––––',
  'POST /api/intake/{proposalId}/ask': '–––––––––',
  'POST /api/intake/{proposalId}/consent': '–––––––––',
  'POST /api/intake/{proposalId}/end': '–––––––––',
  'POST /api/intake/{proposalId}/reopen': '–––––––––',
  'POST /api/intake/{proposalId}/duk': '–––––––––',
  // Whoever leads by a link has nobody to share the case with.
  'GET /api/boards/{boardId}/leaders': '–××××××––',
  'POST /api/boards/{boardId}/leaders': '–××××××––',
  'DELETE /api/boards/{boardId}/leaders/{accountId}': '–××××××––',
  'PUT /api/boards/{boardId}/owner': '–××××××––',
  'GET /api/layouts': 'ooooooooo',
  'GET /api/words': 'ooooooooo',
  'GET /api/municipality': 'ooooooooo',
  // Whoever is shut out may say so. Here it goes nowhere, for nobody is named; municipality/barriers.test.ts names somebody.
  'POST /api/barriers': 'ooooooooo',
  // With a wrong secret, which is all the same who sends it.
  'POST /api/boards/{boardId}/invitation': '×××××××××',
  'POST /api/boards/{boardId}/join': '×××××××××',
  // Whoever waits is told that they do, and hears when that is over.
  'GET /api/boards/{boardId}/me': '–o×ooooo–',
  'PATCH /api/boards/{boardId}/me': '–××ooooo–',
  'GET /api/boards/{boardId}/events': '–o×ooooo–',
  'PATCH /api/boards/{boardId}': '–××××××o–',
  // The leader deletes another board of theirs: this one is asked for more.
  'DELETE /api/boards/{boardId}': '–××××××o–',
  'PUT /api/boards/{boardId}/log/staff': '–××××××o–',
  'POST /api/boards/{boardId}/pause': '–××ooooo–',
  'DELETE /api/boards/{boardId}/pause': '–××××××o–',
  'POST /api/boards/{boardId}/questions': '–××××o×o–',
  'POST /api/boards/{boardId}/questions/answer': '–××××o×o–',
  'POST /api/boards/{boardId}/read-out': '–××××o×o–',
  'POST /api/boards/{boardId}/read-out/back': '–××××o×o–',
  'POST /api/boards/{boardId}/read-out/done': '–××××××o–',
  'POST /api/boards/{boardId}/round': '–××××××o–',
  'DELETE /api/boards/{boardId}/round': '–××××××o–',
  'POST /api/boards/{boardId}/round/laid': '–××××××o–',
  'POST /api/boards/{boardId}/round/done': '–××××o×o–',
  'DELETE /api/boards/{boardId}/round/done': '–××××o×o–',
  'GET /api/boards/{boardId}/participants': '–××ooooo–',
  'GET /api/boards/{boardId}/meetings': '–××ooooo–',
  'GET /api/boards/{boardId}/calendar.ics': '–××ooooo–',
  'GET /api/boards/{boardId}/since-last': '–××ooooo–',
  'GET /api/boards/{boardId}/plans': '–×××o××o–',
  'GET /api/boards/{boardId}/plans/{version}': '–×××o××o–',
  'GET /api/boards/{boardId}/plans/{a}/diff/{b}': '–×××o××o–',
  'GET /api/boards/{boardId}/plans/{version}/letter': '–×××o××o–',
  'GET /api/boards/{boardId}/plans/{version}.json': '–×××o××o–',
  'GET /api/boards/{boardId}/plans/{version}.pdf': '–×××o××o–',
  'GET /api/boards/{boardId}/plans/{version}/duk-a3.pdf': '–×××o××o–',
  'GET /api/boards/{boardId}/plans/{version}/duk-a4.pdf': '–×××o××o–',
  'GET /api/boards/{boardId}/plans/{version}.docx': '–×××o××o–',
  'GET /api/boards/{boardId}/plans/{version}.txt': '–×××o××o–',
  'GET /api/boards/{boardId}/plans/{version}.svg': '–×××o××o–',
  'GET /api/boards/{boardId}/plans/{version}.png': '–×××o××o–',
  'GET /api/boards/{boardId}/plans/{version}.csv': '–×××o××o–',
  'GET /api/boards/{boardId}/plans/{version}/arkiv.zip': '–××××××o–',
  'GET /api/boards/{boardId}/paper.svg': '–××××o×o–',
  'GET /api/boards/{boardId}/paper/a1.pdf': '–××××o×o–',
  'GET /api/boards/{boardId}/paper/a2.pdf': '–××××o×o–',
  'GET /api/boards/{boardId}/paper/a3.pdf': '–××××o×o–',
  'GET /api/boards/{boardId}/timeline': '–××××××o–',
  'GET /api/boards/{boardId}/timeline/{position}': '–××××××o–',
  'GET /api/boards/{boardId}/plans/{version}/letters/{personId}': '–××××××o–',
  'GET /api/boards/{boardId}/plans/{version}/letters/{personId}.pdf': '–××××××o–',
  'GET /api/boards/{boardId}/plans/{version}/letters/{personId}.docx': '–××××××o–',
  'POST /api/boards/{boardId}/plans/{version}/letters/{personId}.pdf': '–××××××o–',
  'POST /api/boards/{boardId}/plans/{version}/letters/{personId}.docx': '–××××××o–',
  'GET /api/boards/{boardId}/plans/{version}/life': '–×××o××o–',
  // Also for whom the plan is about, and what is theirs at the seat it was given to; cuts/cutRoutes.test.ts asks as those.
  'GET /api/boards/{boardId}/cuts': '–××××××o–',
  'GET /api/boards/{boardId}/cuts/mine': '–××ooooo–',
  'POST /api/boards/{boardId}/plans/{version}/cuts/preview': '–××××××o–',
  'POST /api/boards/{boardId}/plans/{version}/cuts': '–××××××o–',
  'POST /api/boards/{boardId}/cuts/{cutId}/withdraw': '–××××××o–',
  'GET /api/boards/{boardId}/cuts/{cutId}/letter': '–××ooooo–',
  'GET /api/boards/{boardId}/cuts/{cutId}.json': '–××ooooo–',
  'GET /api/boards/{boardId}/cuts/{cutId}.pdf': '–××ooooo–',
  'GET /api/boards/{boardId}/cuts/{cutId}.docx': '–××ooooo–',
  'GET /api/boards/{boardId}/cuts/{cutId}.txt': '–××ooooo–',
  'GET /api/boards/{boardId}/cuts/{cutId}.svg': '–××ooooo–',
  'GET /api/boards/{boardId}/cuts/{cutId}.png': '–××ooooo–',
  'GET /api/boards/{boardId}/cuts/{cutId}.csv': '–××ooooo–',
  // A link of its own opens a cut, and no seat.
  'POST /api/cuts/enter': '×××××××××',
  'GET /api/cuts/{cutId}/letter': '×××××××××',
  'GET /api/cuts/{cutId}/file.json': '×××××××××',
  'GET /api/cuts/{cutId}/file.pdf': '×××××××××',
  'GET /api/cuts/{cutId}/file.docx': '×××××××××',
  'GET /api/cuts/{cutId}/file.txt': '×××××××××',
  'GET /api/cuts/{cutId}/file.svg': '×××××××××',
  'GET /api/cuts/{cutId}/file.png': '×××××××××',
  'GET /api/cuts/{cutId}/file.csv': '×××××××××',
  // As spoken, which the leader writes down. As the citizen, and with answers, planLifeRoutes.test.ts asks as one.
  'POST /api/boards/{boardId}/plans/{version}/approve': '–××××××o–',
  'POST /api/boards/{boardId}/plans/{version}/time': '–××××××o–',
  'POST /api/boards/{boardId}/plans/{version}/release': '–××××××o–',
  'POST /api/boards/{boardId}/plans/{version}/receipts': '–××××××o–',
  'PUT /api/boards/{boardId}/plans/{version}/answers/{noteId}': '–×××××××–',
  'GET /api/boards/{boardId}/links': '–××××××o–',
  'POST /api/boards/{boardId}/links': '–××××××o–',
  'POST /api/boards/{boardId}/leader-link': '–××××××o–',
  'DELETE /api/boards/{boardId}/links/{linkId}': '–××××××o–',
  'DELETE /api/boards/{boardId}/participants/{participantId}': '–××××××o–',
  'POST /api/boards/{boardId}/participants/{participantId}/admit': '–××××××o–',
  'POST /api/boards/{boardId}/participants/{participantId}/refuse': '–××××××o–',
  // Asked elsewhere, by somebody who is in nowhere; survey.test.ts asks as others.
  'POST /api/surveys': '–––––––––',
  'POST /api/surveys/open': '×××××××××',
  'POST /api/surveys/answer': '×××××××××',
  'POST /api/surveys/result': '×××××××××',
  'GET /api/pulse': '–––××××oo',
  'GET /api/boards/{boardId}/pulse': '–××ooooo–',
  'POST /api/boards/{boardId}/pulse': '–××ooo××–',
  'GET /api/boards/{boardId}/people': '–××××××o–',
  'POST /api/boards/{boardId}/people': '–××××××o–',
  'PATCH /api/boards/{boardId}/people/{personId}': '–××××××o–',
  // Only the child's own page says whom it lets write for it; childsHelper.test.ts asks as one.
  'PUT /api/boards/{boardId}/me/helper': '–×××××××–',
  // Also for whom the plan is about; consents/consentRoutes.test.ts asks as one.
  'GET /api/boards/{boardId}/consents': '–××××××o–',
  // Also for whom the plan is about; log/caseLog.test.ts asks as one.
  'GET /api/boards/{boardId}/log': '–××××××o–',
  'POST /api/boards/{boardId}/consents': '–××××××o–',
  'POST /api/boards/{boardId}/consents/{consentId}/withdraw': '–××××××o–',
  'POST /api/boards/{boardId}/bin/empty': '–××××××o–',
  'POST /api/boards/{boardId}/timeline/undo': '–××××××o–',
  'POST /api/boards/{boardId}/timeline/{position}/restore': '–××××××o–',
  'POST /api/boards/{boardId}/meetings': '–××××××o–',
  'PATCH /api/boards/{boardId}/meetings/{meetingId}': '–××××××o–',
  'POST /api/boards/{boardId}/meetings/{meetingId}/freeze': '–××××××o–',
  'GET /api/boards/{boardId}/contacts': '–××××××o–',
  'POST /api/boards/{boardId}/contacts': '–××××××o–',
  // Nobody here is whom the plan is about, and nobody has told anything; stories/storyRoutes.test.ts has who does.
  'GET /api/boards/{boardId}/stories': '–××ooooo–',
  'GET /api/boards/{boardId}/stories/{personId}': '–××ooooo–',
  'POST /api/boards/{boardId}/stories/{personId}/ask': '–××ooooo–',
  'PUT /api/boards/{boardId}/me/story': '–×××××××–',
  'DELETE /api/boards/{boardId}/me/story': '–×××××××–',
  'PUT /api/boards/{boardId}/me/story/readers/{personId}': '–×××××××–',
  'PATCH /api/boards/{boardId}/programme': '–××××××o–',
  // The municipality’s is for administrators; programmeRoutes.test.ts asks as one.
  'GET /api/programme': '–––××××oo',
  'GET /api/programme/{scope}.pdf': '–––××××oo',
  'GET /api/programme/{scope}.docx': '–––××××oo',
  // Of the boards that they lead, and of no other: their own, for the leader of another.
  'GET /api/followup': '–––××××oo',
  'GET /api/duk.csv': '–––××××oo',
  'PATCH /api/boards/{boardId}/actions/{noteId}': '–××××××o–',
  'POST /api/boards/{boardId}/actions/{noteId}/settle': '–××××××o–',
  'GET /api/boards/{boardId}/people/{personId}/answer-links': '–××××××o–',
  'POST /api/boards/{boardId}/people/{personId}/answer-links': '–××××××o–',
  'DELETE /api/boards/{boardId}/people/{personId}/answer-links': '–××××××o–',
  'GET /api/boards/{boardId}/answers': '–××××××o–',
  'GET /api/boards/{boardId}/outside-words': '–××××××o–',
  'PATCH /api/boards/{boardId}/outside-words': '–××××××o–',
  // A link of its own lets people answer, and no seat; statusRoutes.test.ts has one.
  'POST /api/status/enter': '×××××××××',
  'POST /api/status/{itemId}': '×××××××××',
  // It takes a cookie away, and tells nothing of whether there was one.
  'POST /api/status/leave': 'ooooooooo',
  'POST /api/status/calendar': '×××××××××',
  'POST /api/status/calendar/withdraw': '×××××××××',
};

/** The documents: `r` read, `w` read and written, each by whoever asks; a private one is their own. */
const documents: Readonly<Record<string, string>> = {
  '': '–××rrwrw–',
  '/translations': '–××rrrww–',
  '/private': '–××wwwww–',
};

const proposal = {
  called: 'Ungdommen',
  criteria: { wantsChange: 'yes', waivesSecrecy: 'unknown', complexNeeds: 'yes', longTermPlan: 'no' },
  team: [],
};

const bodies: Readonly<Record<string, object>> = {
  'PATCH /api/boards/{boardId}/outside-words': { texts: {} },
  'POST /api/intake': proposal,
  'PUT /api/intake/{proposalId}': { revision: 1, ...proposal },
  'POST /api/intake/{proposalId}/ask': { revision: 1 },
  'POST /api/intake/{proposalId}/consent': {
    ...{ revision: 1, name: 'Noen', services: ['NAV'], purpose: 'Plan', words: 'NAV kan være med.', givenBy: 'Noen' },
    ...{ how: 'spoken', givenOn: '2026-11-22', until: '2199-01-01' },
  },
  'POST /api/intake/{proposalId}/end': { revision: 1, as: 'declined' },
  'POST /api/intake/{proposalId}/reopen': { revision: 1 },
  'POST /api/intake/{proposalId}/duk': { revision: 1, templateId: 'simple' },
  'POST /api/boards': { title: 'En annen duk', templateId: 'simple' },
  'POST /api/boards/{boardId}/invitation': { secret: 'feil' },
  'POST /api/boards/{boardId}/join': { secret: 'feil', name: 'Noen' },
  // As the leader is called: the others’ refusals name them.
  'PATCH /api/boards/{boardId}/me': { name: 'Marit' },
  'POST /api/boards/{boardId}/links': { role: 'viewer' },
  'POST /api/boards/{boardId}/people': { name: 'Noen' },
  'POST /api/boards/{boardId}/questions': { noteId: 'lapp', words: 'Kan du skrive det annerledes?' },
  'POST /api/boards/{boardId}/questions/answer': { noteId: 'lapp', answer: 'no' },
  'POST /api/boards/{boardId}/read-out': { draftId: 'lapp' },
  'POST /api/boards/{boardId}/read-out/back': { draftId: 'lapp' },
  'POST /api/boards/{boardId}/read-out/done': { personId: 'noen', draftId: 'lapp' },
  'POST /api/boards/{boardId}/contacts': { day: '2026-11-22', words: 'Ringte' },
  'PUT /api/boards/{boardId}/me/story': { words: 'Jeg heter Noen.', revision: 0 },
  'PUT /api/boards/{boardId}/me/story/readers/{personId}': { mayRead: true },
  'PATCH /api/boards/{boardId}/programme': { group: 'young' },
  'POST /api/boards/{boardId}/meetings': { date: '2026-11-22', present: [] },
  'POST /api/boards/{boardId}/consents': {
    ...{ services: ['NAV'], themes: [], purpose: 'Plan', words: 'NAV kan være med.', givenBy: 'Noen', how: 'spoken' },
    ...{ givenOn: '2026-11-22', until: '2199-01-01' },
  },
  'POST /api/boards/{boardId}/consents/{consentId}/withdraw': { by: 'Noen', how: 'spoken' },
  'PUT /api/boards/{boardId}/me/helper': { confirmed: false },
  'POST /api/surveys': { links: 5 },
  'POST /api/surveys/open': { secret: 'feil' },
  'POST /api/surveys/answer': { secret: 'feil', marks: { staff: ['safer'] } },
  'POST /api/surveys/result': { secret: 'feil' },
  'POST /api/boards/{boardId}/pulse': { marks: { heard: ['heardYes'] } },
  'POST /api/login/{providerId}/logout': { logout_token: 'x.x.x' },
  'POST /api/setup': { secret: 'feil', name: 'Noen', email: 'noen@kommune.no', password: 'traktor himmel saks' },
  'PUT /api/account/password': { password: 'feil', newPassword: 'traktor himmel saks' },
  'POST /api/accounts': { name: 'Noen', email: 'noen@kommune.no', mayLead: true, isAdmin: true },
  'POST /api/setup/passkey': { secret: 'feil', name: 'Noen', email: 'noen@kommune.no' },
  'POST /api/session/passkey': {
    passkey: {
      id: 'x',
      rawId: 'x',
      type: 'public-key',
      response: { clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' },
    },
  },
  'POST /api/account/passkeys': {
    name: 'Mobilen',
    passkey: { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 'x', attestationObject: 'x' } },
  },
  'POST /api/account-invitation/passkey': { secret: 'feil' },
  'POST /api/account-invitation': { secret: 'feil' },
  'POST /api/account-invitation/accept': { secret: 'feil', password: 'traktor himmel saks' },
  'POST /api/boards/{boardId}/leaders': { email: 'noen@kommune.no' },
  'PUT /api/boards/{boardId}/owner': { accountId: 'noen' },
  'PUT /api/boards/{boardId}/log/staff': { hidden: true },
  'POST /api/cuts/enter': { secret: 'feil' },
  'POST /api/boards/{boardId}/plans/{version}/cuts/preview': { recipient: { name: 'Noen' }, themes: ['work'] },
  'POST /api/boards/{boardId}/plans/{version}/cuts': {
    recipient: { name: 'Noen' },
    themes: ['work'],
    sha256: 'a'.repeat(64),
    way: 'file',
  },
  'POST /api/boards/{boardId}/timeline/{position}/restore': { seen: 1 },
  'POST /api/status/enter': { secret: 'feil' },
  'POST /api/status/calendar': { secret: 'feil' },
  'POST /api/status/calendar/withdraw': { secret: 'feil' },
  'POST /api/status/{itemId}': { answer: 'done', secret: 'feil' },
  'POST /api/boards/{boardId}/plans/{version}/approve': { by: 'spoken', when: '2026-11-22', how: 'På telefon' },
  'POST /api/boards/{boardId}/plans/{version}/time': { until: '2100-01-01' },
  'POST /api/boards/{boardId}/plans/{version}/letters/{personId}.pdf': { secret: 'x'.repeat(43) },
  'POST /api/boards/{boardId}/plans/{version}/letters/{personId}.docx': { secret: 'x'.repeat(43) },
  'POST /api/boards/{boardId}/plans/{version}/release': { reason: 'Ingen har svart' },
  'POST /api/boards/{boardId}/plans/{version}/receipts': { archiveId: '2026/1-2', day: '2026-11-22' },
  'PUT /api/boards/{boardId}/plans/{version}/answers/{noteId}': { answer: 'yes' },
};

/** Words of the board that nobody may hear who does not get through. */
const sentinels = ['Eirin', 'Marit', 'hagesenteret', 'Hagesenteret'];

describe('who may what', () => {
  let server: TestServer;
  let port: number;
  let boardId: BoardId;
  let spareBoardId: string;
  let described: string[];
  const asking = {} as Record<Who, Person>;

  beforeAll(async () => {
    server = await openTestServer();
    port = await server.listen();
    const leader = server.person();
    boardId = (await leader.post('/api/demos/eirin')).json().boardId;
    const api = `/api/boards/${boardId}`;
    spareBoardId = (await leader.makeBoard()).boardId;
    const secretOf = async (body: object) =>
      new URL((await leader.post(`${api}/links`, body)).json().url).hash.slice(1);
    const comes = async (body: object) => {
      const person = server.person();
      await person.post(`${api}/join`, { secret: await secretOf(body), name: 'Noen', voice: 'family' });
      return person;
    };
    Object.assign(asking, {
      nobody: server.person(),
      waiting: await comes({ role: 'editor', lobby: true }),
      removed: await comes({ role: 'editor' }),
      viewer: await comes({ role: 'viewer' }),
      given: await comes({ role: 'viewer' }),
      editor: await comes({ role: 'editor' }),
      interpreter: await comes({ role: 'interpreter' }),
      leader,
      anothersLeader: server.person(),
    } satisfies Record<Who, Person>);
    await asking.anothersLeader.makeBoard({ title: 'En annen duk', templateId: 'simple', name: 'Noen' });
    const me = async (who: Who) => (await asking[who].get(`${api}/me`)).json();
    await leader.patch(`${api}/people/${(await me('given')).personId}`, { readsPlans: true });
    await leader.delete(`${api}/participants/${(await me('removed')).participantId}`);
    const { paths } = (await leader.get('/api/openapi.json')).json<{ paths: Record<string, object> }>();
    described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
  }, 120_000);
  afterAll(() => server.close());

  /** What somebody is answered. A stream is left as soon as it has begun. */
  async function ask(who: Who, route: string): Promise<{ status: number; body: string }> {
    const [method = '', path = ''] = route.split(' ');
    const ids: Record<string, string> = { boardId, demoId: 'sander', version: '1', a: '1', b: '2', scope: 'own' };
    if (route === 'DELETE /api/boards/{boardId}' && who === 'leader') ids.boardId = spareBoardId;
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'finnes-ikke');
    if (path.endsWith('/events')) {
      const leaving = new AbortController();
      const cookie = asking[who].cookie;
      const headers: Record<string, string> = cookie === undefined ? {} : { cookie: `duk=${cookie}` };
      const { status } = await fetch(`http://127.0.0.1:${port}${url}`, { headers, signal: leaving.signal });
      leaving.abort();
      return { status, body: '' };
    }
    // Whoever makes a board or leaves does so elsewhere, and stays who they are here.
    const isElsewhere = !path.includes('{boardId}') && method !== 'GET';
    const person = isElsewhere ? server.person() : server.person(asking[who].cookie);
    const body = bodies[route];
    const reply = await person.ask({
      method: method as 'POST',
      url,
      ...(['POST', 'PUT', 'PATCH'].includes(method) ? { payload: body ?? {} } : {}),
    });
    return { status: reply.statusCode, body: reply.body };
  }

  const letterOf = (status: number) => (status === 401 ? '–' : status === 403 ? '×' : 'o');

  it('is said of every route of the API', () => {
    expect(described.toSorted()).toEqual(Object.keys(routes).toSorted());
  });

  it.each(Object.keys(routes))('%s', async (route) => {
    let letters = '';
    for (const who of people) {
      const { status, body } = await ask(who, route);
      expect([who, status < 500]).toEqual([who, true]);
      const letter = letterOf(status);
      letters += letter;
      // What the leader of another board, and whoever waits, are told is looked through too.
      const isOutside = letter !== 'o' || ['nobody', 'waiting', 'removed', 'anothersLeader'].includes(who);
      const mayNameLeader = body.includes('/problems/plansNotGiven');
      if (isOutside && !route.includes('/demos/'))
        for (const word of sentinels)
          expect([who, word, body.includes(word)]).toEqual([who, word, mayNameLeader && word === 'Marit']);
    }
    expect(letters).toBe(routes[route]);
  });

  /** How far somebody comes with a document, and everything they are sent of it. */
  async function open(who: Who, part: string, writes: string): Promise<{ letter: string; bytes: Buffer }> {
    const cookie = asking[who].cookie;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}${part}`, {
      headers: cookie === undefined ? {} : { cookie: `duk=${cookie}` },
    });
    onTestFinished(() => socket.terminate());
    const frames: Buffer[] = [];
    let ended: string | undefined;
    let isOpen = false;
    socket.on('message', (frame: Buffer) => frames.push(frame));
    socket.on('open', () => {
      isOpen = true;
      socket.send(Uint8Array.of(messageType.sync, syncType.step1, 1, 0));
    });
    socket.on('error', (error) => {
      ended = String(error);
    });
    socket.on('close', (code) => {
      ended ??= String(code);
    });
    await expect
      .poll(() => ended !== undefined || frames.some(([kind, sync]) => kind === 0 && sync === 1), patience)
      .toBe(true);
    if (!isOpen) return { letter: ended?.includes('401') ? '–' : '×', bytes: Buffer.concat(frames) };
    socket.send(syncFrame('update', typed(writes)));
    await expect
      .poll(() => ended !== undefined || frames.some(([kind]) => kind === messageType.saved), patience)
      .toBe(true);
    const letter = ended === undefined ? 'w' : ended === '4403' ? 'r' : ended;
    socket.close();
    return { letter, bytes: Buffer.concat(frames) };
  }

  it.each(Object.keys(documents))('the document at /sync/:boardId%s', async (part) => {
    let letters = '';
    const secrets = new Map(people.map((who) => [who, `hemmelig ${who}`]));
    for (const who of people) {
      const { letter, bytes } = await open(who, part, secrets.get(who) ?? '');
      letters += letter;
      if (part !== '/private') continue;
      for (const [other, words] of secrets)
        if (other !== who) expect([who, other, bytes.includes(words)]).toEqual([who, other, false]);
    }
    expect(letters).toBe(documents[part]);
  });
});
