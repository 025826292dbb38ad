import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';

describe('the people of a case', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  async function table() {
    const leader = server.person();
    const board = await leader.makeBoard({ title: 'Planen til Eirin', templateId: 'simple', name: 'Marit' });
    const people = async () => (await leader.get(`${board.api}/people`)).json().people as { personId: string }[];
    return { ...board, leader, people };
  }

  it('are those who came straight in, from their name and voice, and those whom the leader writes down', async () => {
    const { leader, boardId, api, joinSecret, people } = await table();
    const eirin = server.person();
    await eirin.post(`/api/boards/${boardId}/join`, { secret: joinSecret, name: 'Eirin', voice: 'citizen' });
    const doctor = {
      name: 'Dr. Næss',
      service: 'Fastlegen',
      phone: '+47 99 99 99 99',
      email: 'naess@example.no',
      language: 'nb',
      voices: ['service'],
      reason: 'Kjenner sykdommen',
      mayDecide: 'Behandling',
      interpreter: { orderedFor: '2026-12-04' },
    };
    const made = await leader.post(`${api}/people`, doctor);
    expect(made.statusCode).toBe(201);
    expect(await people()).toEqual([
      {
        personId: expect.any(String),
        name: 'Marit',
        voices: [],
        readsPlans: false,
        isSubject: false,
        madeBoard: true,
      },
      {
        personId: (await eirin.get(`${api}/me`)).json().personId,
        name: 'Eirin',
        voices: ['citizen'],
        readsPlans: false,
        isSubject: false,
      },
      { personId: made.json().personId, ...doctor, readsPlans: false, isSubject: false },
    ]);
  });

  it('are changed field by field, so that nobody overwrites what another window did', async () => {
    const { leader, api } = await table();
    const { personId } = (await leader.post(`${api}/people`, { name: 'Gro', service: 'NAV', phone: '1' })).json();
    const url = `${api}/people/${personId}`;
    await Promise.all([leader.patch(url, { name: 'Gro Åse' }), leader.patch(url, { service: 'Skolen' })]);
    const changed = await leader.patch(url, { phone: null, isSubject: true });
    expect(changed.statusCode).toBe(200);
    expect(changed.json()).toEqual({
      personId,
      name: 'Gro Åse',
      service: 'Skolen',
      voices: [],
      readsPlans: true,
      isSubject: true,
    });
    expect((await leader.patch(url, { readsPlans: false })).json()).toMatchObject({ readsPlans: false });
    expect((await leader.patch(url, { readsPlans: null })).json()).toMatchObject({ readsPlans: true });
    expect((await leader.patch(`${api}/people/ingen`, {})).json().type).toBe('/problems/personNotFound');
  });

  it('never speak in the child’s voice beside another', async () => {
    const { leader, api } = await table();
    const refused = await leader.post(`${api}/people`, { name: 'Far', voices: ['family', 'child'] });
    expect([refused.statusCode, refused.json().errors]).toEqual([
      400,
      [{ pointer: '/voices', detail: expect.any(String) }],
    ]);
    expect((await leader.post(`${api}/people`, { name: 'Noah', voices: ['child'] })).statusCode).toBe(201);
  });

  it('are nobody’s business but the leader’s', async () => {
    const { boardId, api, joinSecret, people } = await table();
    const editor = server.person();
    await editor.join(boardId, joinSecret);
    const [first] = await people();
    for (const reply of [
      await editor.get(`${api}/people`),
      await editor.post(`${api}/people`, { name: 'Gro' }),
      await editor.patch(`${api}/people/${first?.personId}`, { name: 'Gro' }),
    ])
      expect([reply.statusCode, reply.json().type]).toEqual([403, '/problems/notAllowed']);
  });

  it('are of one case each', async () => {
    const [one, other] = [await table(), await table()];
    const [marit] = await other.people();
    const reply = await one.leader.patch(`${one.api}/people/${marit?.personId}`, { name: 'Gro' });
    expect(reply.statusCode).toBe(404);
  });
});
