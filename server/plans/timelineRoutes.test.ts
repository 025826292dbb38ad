import type { MomentReply, TimelineReply } from '@duken/shared/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

describe('the time line of a duk', () => {
  let server: TestServer;
  let leader: Person;
  let api: string;
  beforeAll(async () => {
    server = await openTestServer();
    leader = server.person();
    api = `/api/boards/${(await leader.post('/api/demos/eirin')).json().boardId}`;
  });
  afterAll(() => server.close());
  const moments = async () => (await leader.get(`${api}/timeline`)).json<TimelineReply>().moments;
  const momentAt = async (position: number, query = '') =>
    (await leader.get(`${api}/timeline/${position}${query}`)).json<MomentReply>();

  it('has the duk as it was at each meeting that was frozen, as its version has it', async () => {
    const frozen = (await moments()).filter(({ version }) => version !== undefined);
    expect(frozen.map(({ version }) => version)).toEqual([1, 2, 3]);
    for (const { version, position } of frozen) {
      const { planVersion } = (await leader.get(`${api}/plans/${version}`)).json();
      const { sheet } = await momentAt(position);
      expect([version, sheet.notes]).toEqual([version, planVersion.sheet.notes]);
    }
  });

  it('ends with now, from which nothing is different, and tells what became different since each before', async () => {
    const { due, noteId } = (await leader.get('/api/followup')).json().items[0];
    await leader.patch(`${api}/actions/${noteId}`, { due: '2099-01-31' });
    const all = await moments();
    const [first, last] = [all[0], all.at(-1)];
    expect((await momentAt(last?.position ?? 0)).changes).toEqual([]);
    const told = JSON.stringify((await momentAt(first?.position ?? 0)).changes);
    expect(told).toContain('"kind":"done"');
    const third = all.find(({ version }) => version === 3);
    const since = await momentAt(third?.position ?? 0);
    expect(JSON.stringify(since.changes)).toContain('31.\u00a0januar 2099');
    expect(since.sheet.notes.find(({ id }) => id === noteId)?.action?.due).toBe(due);
    expect(JSON.stringify((await momentAt(third?.position ?? 0, '?lang=en')).changes)).toContain('January 2099');
  });

  it('has nothing that was thrown away, of nobody but the leader, and of no moment that is not kept', async () => {
    const [first] = await moments();
    expect((await momentAt(first?.position ?? 0)).sheet.bin).toEqual([]);
    const viewer = server.person();
    const { url } = (await leader.post(`${api}/links`, { role: 'editor' })).json();
    await viewer.post(`${api}/join`, { secret: new URL(url).hash.slice(1), name: 'Mona', voice: 'service' });
    for (const path of [`${api}/timeline`, `${api}/timeline/${first?.position}`])
      expect((await viewer.get(path)).statusCode).toBe(403);
    const gone = await leader.get(`${api}/timeline/999999`);
    expect([gone.statusCode, gone.json().type]).toEqual([404, '/problems/momentNotFound']);
  });
});
