import type { BoardId } from '@duken/shared/board';
import type { MeetingId } from '@duken/shared/meeting';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';

describe('meetings', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  it('are opened by the leader and seen by everybody', async () => {
    const [leader, editor] = [server.person(), server.person()];
    const { boardId, api, joinSecret } = await leader.makeBoard();
    const participantId = await editor.join(boardId, joinSecret);
    const present = [{ name: 'Kari', participantId }, { name: 'Mormor' }];
    const made = await leader.post(`${api}/meetings`, { date: '2026-11-22', present });
    expect(made.statusCode).toBe(201);
    const { meetingId } = made.json();
    expect((await editor.get(`${api}/meetings`)).json().meetings).toEqual([
      { meetingId, date: '2026-11-22', present, createdAt: expect.any(Number), isFrozen: false },
    ]);
    const refused = await editor.post(`${api}/meetings`, { date: '2026-11-22', present: [] });
    expect(refused.statusCode).toBe(403);
  });

  it('point to people of the case, with a seat or without: two of one name are two', async () => {
    const [leader, elsewhere] = [server.person(), server.person()];
    const { api } = await leader.makeBoard();
    const newPerson = async (name: string, at = api, who = leader) => {
      const { personId } = (await who.post(`${at}/people`, { name })).json();
      return { name, personId };
    };
    const present = [await newPerson('Jonas'), await newPerson('Jonas'), { name: 'Mormor' }];
    const { meetingId } = (await leader.post(`${api}/meetings`, { date: '2026-11-22', present })).json();
    expect((await leader.get(`${api}/meetings`)).json().meetings).toMatchObject([{ meetingId, present }]);
    const other = await elsewhere.makeBoard();
    const stranger = await newPerson('Jonas', other.api, elsewhere);
    const refused = await leader.patch(`${api}/meetings/${meetingId}`, { present: [present[0], stranger] });
    expect([refused.statusCode, refused.json().errors]).toEqual([
      400,
      [{ pointer: '/present/1/personId', detail: expect.any(String) }],
    ]);
  });

  it('tell when people meet again, which is changed alone when the meeting is frozen too', async () => {
    const leader = server.person();
    const { api } = await leader.makeBoard();
    const meeting = { date: '2026-11-22', present: [], nextDate: '2027-01-15' };
    const { meetingId } = (await leader.post(`${api}/meetings`, meeting)).json();
    const told = async () => (await leader.get(`${api}/meetings`)).json().meetings[0].nextDate;
    expect(await told()).toBe('2027-01-15');
    const change = async (body: object) => (await leader.patch(`${api}/meetings/${meetingId}`, body)).statusCode;
    expect([await change({ nextDate: null }), await told()]).toEqual([200, undefined]);
    expect([await change({ nextDate: '2027-02-30' }), await told()]).toEqual([400, undefined]);
    expect([await change({ nextDate: '2027-02-01' }), await told()]).toEqual([200, '2027-02-01']);
  });

  it('can be changed while open, in the parts that are sent', async () => {
    const leader = server.person();
    const { api } = await leader.makeBoard();
    const { meetingId } = (await leader.post(`${api}/meetings`, { date: '2026-11-22', present: [] })).json();
    const changed = await leader.patch(`${api}/meetings/${meetingId}`, { present: [{ name: 'Ola' }] });
    expect(changed.statusCode).toBe(200);
    expect(changed.json()).toMatchObject({ meetingId, date: '2026-11-22', present: [{ name: 'Ola' }] });
    expect((await leader.patch(`${api}/meetings/none`, {})).statusCode).toBe(404);
  });

  it('take who came and who went from two windows, each of which knows only its own', async () => {
    const leader = server.person();
    const { api } = await leader.makeBoard();
    const { meetingId } = (
      await leader.post(`${api}/meetings`, { date: '2026-11-22', present: [{ name: 'Mona' }] })
    ).json();
    const change = (add: readonly string[], remove: readonly string[]) =>
      leader.patch(`${api}/meetings/${meetingId}`, {
        presentChanges: { add: add.map((name) => ({ name })), remove: remove.map((name) => ({ name })) },
      });
    await Promise.all([change(['Ola'], []), change(['Kari'], ['Mona'])]);
    const { present } = (await leader.get(`${api}/meetings`)).json().meetings[0];
    expect(present.map(({ name }: { name: string }) => name).sort()).toEqual(['Kari', 'Ola']);
    const stranger = await leader.patch(`${api}/meetings/${meetingId}`, {
      presentChanges: { add: [{ name: 'Per', participantId: 'nobody' }], remove: [] },
    });
    expect([stranger.statusCode, stranger.json().errors[0].pointer]).toEqual([
      400,
      '/presentChanges/add/0/participantId',
    ]);
  });

  it('stay as they were once frozen', async () => {
    const leader = server.person();
    const { api, boardId } = await leader.makeBoard();
    const { meetingId } = (await leader.post(`${api}/meetings`, { date: '2026-11-22', present: [] })).json();
    await server.storage.archive.store({
      boardId: boardId as BoardId,
      version: 1,
      meetingId: meetingId as MeetingId,
      position: 1,
      frozenAt: 1,
      state: new Uint8Array(),
      planJson: '{}',
      picture: '',
      sha256: '',
      previousSha256: '',
    });
    const refused = await leader.patch(`${api}/meetings/${meetingId}`, { date: '2027-01-01' });
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ type: '/problems/meetingFrozen', status: 409 });
    expect((await leader.get(`${api}/meetings`)).json().meetings).toMatchObject([{ date: '2026-11-22', version: 1 }]);
    expect((await leader.get('/api/boards')).json().boards).toMatchObject([{ boardId, versions: 1 }]);
  });

  it('name nobody by an id who is not of this board', async () => {
    const [leader, stranger] = [server.person(), server.person()];
    const { api } = await leader.makeBoard();
    const other = await stranger.makeBoard();
    const { participantId } = (await stranger.get(`${other.api}/me`)).json();
    const present = [{ name: 'Mona' }, { name: 'Fremmed', participantId }];
    const refused = await leader.post(`${api}/meetings`, { date: '2026-11-22', present });
    expect(refused.statusCode).toBe(400);
    expect(refused.json().errors).toMatchObject([{ pointer: '/present/1/participantId' }]);
    expect((await leader.get(`${api}/meetings`)).json().meetings).toEqual([]);
  });
});
