import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';

const dayMs = 24 * 60 * 60 * 1000;

describe('consents to share', () => {
  let server: TestServer;
  let dayIn: (days: number) => string;
  beforeAll(async () => {
    server = await openTestServer();
    dayIn = (days) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(server.now() + days * dayMs);
  });
  afterAll(() => server.close());

  async function table() {
    const leader = server.person();
    const board = await leader.makeBoard({ title: 'Planen til Eirin', templateId: 'lorenskog', name: 'Mona' });
    const { api } = board;
    const consent = (more: object = {}) => ({
      services: ['NAV', 'Skolen'],
      themes: [],
      purpose: 'Å lage en plan sammen',
      words: 'NAV og skolen kan snakke sammen om oss.',
      givenBy: 'Eirin',
      how: 'spoken',
      givenOn: dayIn(0),
      until: dayIn(90),
      ...more,
    });
    /** Somebody who comes by the board's own link, and is let in where that is asked. */
    const comes = async (name: string, voice: string) => {
      const person = server.person();
      const secret = board.joinSecret;
      const joined = await person.post(`${api}/join`, { secret, name, voice });
      return { person, ...joined.json<{ participantId: string; state: string }>() };
    };
    const record = async (more: object = {}) => leader.post(`${api}/consents`, consent(more));
    const withdraw = async (consentId: string) =>
      leader.post(`${api}/consents/${consentId}/withdraw`, { by: 'Eirin', how: 'spoken' });
    return { ...board, leader, comes, record, withdraw };
  }

  it('are told of as they were given, with who wrote them down, and how they were withdrawn', async () => {
    const { leader, api, record, withdraw } = await table();
    const made = await record({ words: 'Linje én\nLinje to', themes: ['work'] });
    expect([made.statusCode, made.json()]).toEqual([
      201,
      {
        consentId: expect.any(String),
        services: ['NAV', 'Skolen'],
        themes: ['work'],
        purpose: 'Å lage en plan sammen',
        words: 'Linje én\nLinje to',
        givenBy: 'Eirin',
        how: 'spoken',
        givenOn: dayIn(0),
        until: dayIn(90),
        recordedBy: 'Mona',
        recordedAt: expect.any(Number),
        state: 'given',
        versions: [],
      },
    ]);
    const { consentId } = made.json();
    const withdrawn = await withdraw(consentId);
    expect(withdrawn.json()).toMatchObject({
      servicesOut: ['NAV', 'Skolen'],
      consent: { state: 'withdrawn', withdrawal: { by: 'Eirin', how: 'spoken', recordedBy: 'Mona' } },
    });
    expect((await leader.get(`${api}/consents`)).json().consents).toEqual([withdrawn.json().consent]);
    expect((await withdraw(consentId)).json().type).toBe('/problems/consentNotFound');
  });

  it.each([
    [{ services: [] }, '/services'],
    [{ words: ' ' }, '/words'],
    [{ until: '2199-02-30' }, '/until'],
    [{ givenOn: '2199-01-02', until: '2199-01-01' }, '/until'],
    [{ givenOn: '2020-01-01', until: '2020-02-01' }, '/until'],
  ])('want what they lack: %j', async (more, pointer) => {
    const { record } = await table();
    const refused = await record(more);
    expect([refused.statusCode, refused.json().errors]).toEqual([400, [{ pointer, detail: expect.any(String) }]]);
  });

  it('let in the services that they name, once the leader has said who comes, and no other', async () => {
    const { leader, api, joinSecret, comes, record } = await table();
    await record();
    const invitation = await leader.post(`${api}/invitation`, { secret: joinSecret });
    expect(invitation.json()).toEqual({ role: 'editor', lobby: true });
    const gro = await comes('Gro', 'service');
    expect(gro.state).toBe('waiting');
    const admit = (body: object) => leader.post(`${api}/participants/${gro.participantId}/admit`, body);
    for (const body of [{ voice: 'service', service: 'Barnevernet' }, { voice: 'service' }]) {
      const refused = await admit(body);
      expect([refused.statusCode, refused.json().type]).toEqual([409, '/problems/serviceNotInConsent']);
    }
    expect((await admit({ voice: 'service', service: 'nav' })).statusCode).toBe(200);
    expect((await gro.person.get(`${api}/me`)).json()).toMatchObject({
      state: 'in',
      sharing: [{ services: ['NAV', 'Skolen'], themes: [], until: dayIn(90) }],
    });
    const mormor = await comes('Mormor', 'family');
    await leader.post(`${api}/participants/${mormor.participantId}/admit`, { voice: 'family' });
    expect((await mormor.person.get(`${api}/me`)).json().state).toBe('in');
  });

  it('shut out at once a service that was in and that none names, and let it back by another', async () => {
    const { api, leader, comes, record } = await table();
    const gro = await comes('Gro', 'service');
    expect(gro.state).toBe('in');
    const me = async () => gro.person.get(`${api}/me`);
    expect((await me()).json()).not.toHaveProperty('sharing');
    await record();
    expect([(await me()).statusCode, (await me()).json().type]).toEqual([403, '/problems/notInConsent']);
    const { boards } = (await gro.person.get('/api/boards')).json();
    expect(boards).toEqual([]);
    const { people } = (await leader.get(`${api}/people`)).json();
    const { personId } = people.find(({ name }: { name: string }) => name === 'Gro');
    await leader.patch(`${api}/people/${personId}`, { service: 'Skolen' });
    expect((await me()).statusCode).toBe(200);
  });

  it('run out at the end of their last day, of which the leader is told before', async () => {
    const { api, leader, comes, record } = await table();
    const gro = await comes('Gro', 'service');
    const { people } = (await leader.get(`${api}/people`)).json();
    const { personId } = people.find(({ name }: { name: string }) => name === 'Gro');
    await leader.patch(`${api}/people/${personId}`, { service: 'NAV' });
    await record({ services: ['NAV'], until: dayIn(2) });
    const last = dayIn(2);
    expect((await leader.get(`${api}/me`)).json().sharingEnds).toEqual([{ service: 'NAV', until: last }]);
    expect((await gro.person.get(`${api}/me`)).json()).not.toHaveProperty('sharingEnds');
    while (dayIn(0) <= last) {
      expect((await gro.person.get(`${api}/me`)).statusCode).toBe(200);
      server.waitMs(dayMs / 2);
    }
    expect((await gro.person.get(`${api}/me`)).json().type).toBe('/problems/notInConsent');
    expect((await leader.get(`${api}/consents`)).json().consents[0].state).toBe('runOut');
    expect((await leader.get(`${api}/me`)).json()).toMatchObject({ sharing: [], sharingEnds: [] });
  });

  it('are for the leader and for whom the plan is about, and kept by the leader alone', async () => {
    const { api, leader, comes, record } = await table();
    const [eirin, ola] = [await comes('Eirin', 'citizen'), await comes('Ola', 'family')];
    const { consentId } = (await record()).json();
    const { personId } = (await eirin.person.get(`${api}/me`)).json();
    await leader.patch(`${api}/people/${personId}`, { isSubject: true });
    expect((await eirin.person.get(`${api}/consents`)).json().consents).toHaveLength(1);
    expect((await ola.person.get(`${api}/consents`)).statusCode).toBe(403);
    const withdrawn = await eirin.person.post(`${api}/consents/${consentId}/withdraw`, { by: 'Eirin', how: 'spoken' });
    expect(withdrawn.statusCode).toBe(403);
  });

  it('are kept by the plan version that was made under them', async () => {
    const leader = server.person();
    const { boardId } = (await leader.post('/api/demos/eirin')).json();
    const api = `/api/boards/${boardId}`;
    const body = { services: ['NAV'], themes: [], purpose: 'Plan', words: 'NAV.', givenBy: 'Eirin', how: 'written' };
    const { consentId } = (
      await leader.post(`${api}/consents`, { ...body, givenOn: dayIn(0), until: dayIn(9) })
    ).json();
    const { meetingId } = (await leader.post(`${api}/meetings`, { date: dayIn(0), present: [] })).json();
    const frozen = (await leader.post(`${api}/meetings/${meetingId}/freeze`)).json();
    await leader.post(`${api}/consents/${consentId}/withdraw`, { by: 'Eirin', how: 'spoken' });
    expect((await leader.get(`${api}/consents`)).json().consents[0]).toMatchObject({
      state: 'withdrawn',
      versions: [frozen.version],
    });
    const plan = (await leader.get(`${api}/plans/${frozen.version}`)).json();
    expect([plan.chainIsWhole, plan.sha256]).toEqual([true, frozen.sha256]);
    expect(plan.planVersion).not.toHaveProperty('consents');
  });
});
