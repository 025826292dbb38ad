import type { BoardId } from '@duken/shared/board';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

describe('the lobby', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  async function table(role = 'editor') {
    const leader = server.person();
    const board = await leader.makeBoard({ title: 'Planen til Sander', templateId: 'simple', name: 'Hanne' });
    const { url } = (await leader.post(`${board.api}/links`, { role, lobby: true })).json();
    const secret = new URL(url).hash.slice(1);
    const knock = async (name: string, person = server.person()) => ({
      person,
      reply: (await person.post(`${board.api}/join`, { secret, name, voice: 'family' })).json(),
    });
    const admit = (participantId: string, body: object) =>
      leader.post(`${board.api}/participants/${participantId}/admit`, body);
    const people = async () => (await leader.get(`${board.api}/people`)).json().people as { name: string }[];
    const meOf = async (person: Person) => (await person.get(`${board.api}/me`)).json();
    return { ...board, leader, knock, admit, people, meOf };
  }

  it('is where somebody waits who came by a link that leads there, and is told nothing of the case', async () => {
    const { api, knock, meOf, people } = await table();
    const { person, reply } = await knock('Kjersti');
    expect(reply).toEqual({ participantId: expect.any(String), role: 'editor', state: 'waiting' });
    const { participantId } = reply;
    expect(await meOf(person)).toEqual({ participantId, name: 'Kjersti', role: 'editor', state: 'waiting' });
    expect((await person.get('/api/boards')).json()).toEqual({ boards: [] });
    expect((await person.get(`${api}/participants`)).json().type).toBe('/problems/waiting');
    expect((await people()).map(({ name }) => name)).toEqual(['Hanne']);
  });

  it('is left when the leader says whose voice it is and which service', async () => {
    const { knock, admit, meOf, people } = await table();
    const { person, reply } = await knock('Guro');
    const admitted = await admit(reply.participantId, { voice: 'service', service: 'Skolen' });
    expect(admitted.statusCode).toBe(200);
    expect(await meOf(person)).toMatchObject({
      participantId: reply.participantId,
      personId: admitted.json().personId,
      state: 'in',
      voice: 'service',
      voices: ['service'],
      service: 'Skolen',
      title: 'Planen til Sander',
    });
    expect(await people()).toMatchObject([{}, { name: 'Guro', service: 'Skolen', voices: ['service'] }]);
  });

  it('asks the leader for a voice, which nobody who writes goes without', async () => {
    const { leader, api, knock, admit } = await table();
    const { reply } = await knock('Guro');
    const refused = await admit(reply.participantId, {});
    expect([refused.statusCode, refused.json().errors]).toEqual([
      400,
      [{ pointer: '/voice', detail: expect.any(String) }],
    ]);
    const viewers = await table('interpreter');
    const elif = await viewers.knock('Elif');
    expect((await viewers.admit(elif.reply.participantId, {})).statusCode).toBe(200);
    expect((await leader.get(`${api}/participants`)).json().participants).toHaveLength(2);
  });

  it('lets nobody in to interpret who has the child’s voice, by whatever link they come', async () => {
    const { leader, api, knock, admit, meOf } = await table('interpreter');
    const elif = await knock('Elif');
    await admit(elif.reply.participantId, { voice: 'child' });
    expect(await meOf(elif.person)).toMatchObject({ state: 'in', role: 'viewer', voices: ['child'] });
    const amira = await knock('Amira');
    await admit(amira.reply.participantId, {});
    expect(await meOf(amira.person)).toMatchObject({ state: 'in', role: 'interpreter' });
    // Nor does an interpreter's link make one of a child that sits here already.
    const childs = new URL((await leader.post(`${api}/links`, { role: 'editor' })).json().url).hash.slice(1);
    const own = new URL((await leader.post(`${api}/links`, { role: 'interpreter' })).json().url).hash.slice(1);
    const jonas = server.person();
    await jonas.post(`${api}/join`, { secret: childs, name: 'Jonas', voice: 'child' });
    await jonas.post(`${api}/join`, { secret: own, name: 'Jonas' });
    expect((await meOf(jonas)).role).not.toBe('interpreter');
  });

  it('knows a child again who comes back: the same person, with all seats', async () => {
    const { boardId, knock, admit, meOf, people } = await table();
    const first = await knock('Thea');
    const { personId } = (await admit(first.reply.participantId, { voice: 'child' })).json();
    const again = await knock('Thea S.');
    expect((await admit(again.reply.participantId, { personId })).statusCode).toBe(200);
    expect(await meOf(again.person)).toMatchObject({ personId, name: 'Thea S.', voice: 'child', voices: ['child'] });
    expect(await people()).toHaveLength(2);
    const seats = await server.storage.directory.seatsOfPerson(personId);
    expect(seats.toSorted()).toEqual([first.reply.participantId, again.reply.participantId].toSorted());
    expect(await server.storage.directory.listPeople(boardId as BoardId)).toHaveLength(2);
  });

  it('lets no adult in with the child’s voice, and no child with another', async () => {
    const { leader, api, knock, admit } = await table();
    const { personId } = (await leader.post(`${api}/people`, { name: 'Far', voices: ['family'] })).json();
    const { reply } = await knock('Far');
    const refused = await admit(reply.participantId, { personId, voice: 'child' });
    expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([400, '/voice']);
    expect((await admit(reply.participantId, { personId: 'ingen', voice: 'family' })).json().type).toBe(
      '/problems/personNotFound',
    );
  });

  it('can be said of anew who somebody is who came straight in', async () => {
    const { leader, api, boardId, joinSecret, admit, meOf, people } = await table();
    const { personId } = (await leader.post(`${api}/people`, { name: 'Pål Hansen', voices: ['citizen'] })).json();
    const pal = server.person();
    const participantId = await pal.join(boardId, joinSecret, 'Pål');
    await admit(participantId, { personId, service: 'Ingen' });
    expect(await meOf(pal)).toMatchObject({ personId, state: 'in', voice: 'citizen', voices: ['citizen'] });
    expect((await people()).map(({ name }) => name)).toContain('Pål Hansen');
  });

  it('is closed for whoever is refused, who is told so and can be let in after all', async () => {
    const { leader, api, knock, admit, meOf } = await table();
    const { person, reply } = await knock('Ukjent');
    const refuse = () => leader.post(`${api}/participants/${reply.participantId}/refuse`);
    expect((await refuse()).statusCode).toBe(204);
    expect((await refuse()).statusCode).toBe(404);
    expect((await meOf(person)).type).toBe('/problems/refused');
    expect((await admit(reply.participantId, { voice: 'network' })).statusCode).toBe(200);
    expect(await meOf(person)).toMatchObject({ state: 'in' });
    expect((await refuse()).statusCode).toBe(404);
  });

  it('is seen by the leader alone, and empty of those whose link works no more', async () => {
    const { leader, api, boardId, joinSecret, knock } = await table();
    const editor = server.person();
    await editor.join(boardId, joinSecret, 'Ole');
    const { person, reply } = await knock('Kjersti');
    const namesFor = async (who: Person) =>
      (await who.get(`${api}/participants`)).json().participants.map(({ name }: { name: string }) => name);
    expect(await namesFor(leader)).toEqual(['Hanne', 'Ole', 'Kjersti']);
    expect(await namesFor(editor)).toEqual(['Hanne', 'Ole']);
    for (const answer of ['admit', 'refuse']) {
      const tried = await editor.post(`${api}/participants/${reply.participantId}/${answer}`, { voice: 'family' });
      expect(tried.json().type).toBe('/problems/notAllowed');
    }
    const { links } = (await leader.get(`${api}/links`)).json();
    await leader.delete(`${api}/links/${links.find(({ lobby }: { lobby: boolean }) => lobby).linkId}`);
    expect(await namesFor(leader)).toEqual(['Hanne', 'Ole']);
    expect((await person.get(`${api}/me`)).json().type).toBe('/problems/accessEnded');
  });

  it('lets a guest in for the meeting’s day, and knows them no more the day after', async () => {
    const own = await openTestServer();
    const leader = own.person();
    const { api } = await leader.makeBoard();
    const { url } = (await leader.post(`${api}/links`, { role: 'editor', lobby: true })).json();
    const guest = own.person();
    const secret = new URL(url).hash.slice(1);
    const { participantId } = (await guest.post(`${api}/join`, { secret, name: 'Eirin' })).json();
    await leader.post(`${api}/participants/${participantId}/admit`, { voice: 'citizen' });
    const hours = (count: number) => own.waitMs(count * 60 * 60 * 1000);
    hours(3);
    expect((await guest.get(`${api}/me`)).statusCode).toBe(200);
    hours(14);
    expect((await guest.get(`${api}/me`)).statusCode).toBe(401);
    expect((await leader.get(`${api}/me`)).statusCode).toBe(200);
    await own.close();
  });
});
