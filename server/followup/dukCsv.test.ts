import { demoIds } from '@duken/shared/protocol';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

type Row = Readonly<Record<string, string>>;

async function rowsOf(person: Person, query = ''): Promise<readonly Row[]> {
  const reply = await person.get(`/api/duk.csv${query}`);
  expect([reply.statusCode, reply.headers['content-type'], reply.headers['content-disposition']]).toEqual([
    200,
    'text/csv; charset=utf-8',
    'attachment; filename="duk.csv"',
  ]);
  const { data, errors } = Papa.parse<Row>(reply.body.trim(), { header: true, delimiter: ';' });
  expect(errors).toEqual([]);
  return data;
}

/** The id in a cell: one that begins with `-` bears the sign that keeps a spreadsheet from reckoning it. */
const idIn = (cell = ''): string => cell.replace(/^'/, '');

describe('the tiltak of all one’s own cases as one table', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  it('has each case’s, under the ids that they have on its duk and in its plan, in the words of its layout', async () => {
    const leader = server.person();
    const boards: string[] = [];
    for (const demo of demoIds) boards.push((await leader.post(`/api/demos/${demo}`)).json().boardId);
    const rows = await rowsOf(leader);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      ...['Sak-ID', 'Sak', 'Tiltak-ID'],
      ...['Tiltak', 'Tema', 'Hvem', 'Tjeneste', 'Innen', 'Status'],
      ...['Må avklares med', 'Avklares innen', 'Etter', 'Samtidig med', 'Betales av'],
    ]);
    expect(new Set(rows.map((row) => idIn(row['Sak-ID'])))).toEqual(new Set(boards));
    for (const boardId of boards) {
      const { plans } = (await leader.get(`/api/boards/${boardId}/plans`)).json<{ plans: { version: number }[] }>();
      const { planVersion } = (await leader.get(`/api/boards/${boardId}/plans/${plans.at(-1)?.version}`)).json();
      const own = rows.filter((row) => idIn(row['Sak-ID']) === boardId);
      expect(own.map((row) => idIn(row['Tiltak-ID'])).toSorted()).toEqual(
        planVersion.plan.actions.map(({ noteId }: { noteId: string }) => noteId).toSorted(),
      );
      expect(own.every((row) => row.Tema !== '')).toBe(true);
    }
    expect(Object.keys((await rowsOf(leader, '?lang=en'))[0] ?? {})[0]).toBe('Case ID');
  });

  it('keeps a tiltak’s id when its status, day or owner becomes another', async () => {
    const leader = server.person();
    const { boardId } = (await leader.post('/api/demos/eirin')).json();
    const before = await rowsOf(leader);
    const changed = before.find((row) => row.Status === 'Avtalt');
    await leader.patch(`/api/boards/${boardId}/actions/${idIn(changed?.['Tiltak-ID'])}`, {
      status: 'done',
      due: '2027-01-31',
    });
    const after = await rowsOf(leader);
    expect(after.map((row) => row['Tiltak-ID'])).toEqual(before.map((row) => row['Tiltak-ID']));
    expect(after.find((row) => row['Tiltak-ID'] === changed?.['Tiltak-ID'])).toMatchObject({
      Tiltak: changed?.Tiltak,
      Innen: '31.1.2027',
      Status: 'Gjort',
    });
  });

  it('has nothing of a case that one does not lead, and is noted in the log of each that one does', async () => {
    const [leader, other] = [server.person(), server.person()];
    const { boardId } = (await leader.post('/api/demos/eirin')).json();
    const others = (await other.post('/api/demos/sander')).json().boardId;
    const secret = new URL((await other.post(`/api/boards/${others}/links`, { role: 'editor' })).json().url).hash.slice(
      1,
    );
    await leader.post(`/api/boards/${others}/join`, { secret, name: 'Mona', voice: 'service' });
    expect(new Set((await rowsOf(leader)).map((row) => idIn(row['Sak-ID'])))).toEqual(new Set([boardId]));
    const log = async (who: Person, id: string) =>
      (await who.get(`/api/boards/${id}/log`)).json<{ lines: { name: string; event: { kind: string } }[] }>().lines;
    expect((await log(leader, boardId)).some(({ event }) => event.kind === 'followUp')).toBe(true);
    expect((await log(other, others)).some(({ event }) => event.kind === 'followUp')).toBe(false);
    const unknown = await leader.get('/api/duk.csv?all=1');
    expect([unknown.statusCode, unknown.json().type]).toEqual([400, '/problems/invalidRequest']);
  });
});
