import type { BoardId } from '@duken/shared/board';
import type { MeetingId } from '@duken/shared/meeting';
import type { ProgrammeReply } from '@duken/shared/protocol';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomSecrets } from '../access/index.ts';
import { offerSetup } from '../accounts/index.ts';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

describe('the report of the programme', { timeout: 180_000 }, () => {
  let server: TestServer;
  let leader: Person;
  const boards: BoardId[] = [];
  beforeAll(async () => {
    server = await openTestServer();
    const offer = await offerSetup(server.storage.accounts, {
      secrets: randomSecrets,
      now: server.now(),
      replaces: true,
    });
    leader = server.person();
    const secret = offer.kind === 'made' ? offer.path.split('#')[1] : '';
    const account = { name: 'Mona', email: 'mona@kommune.no', password: 'traktor himmel saks' };
    expect((await leader.post('/api/setup', { secret, ...account })).statusCode).toBe(201);
    // The way of an example, in cases that are none.
    const { boardId: example } = (await leader.post('/api/demos/eirin')).json<{ boardId: BoardId }>();
    for (let made = 0; made < 6; made += 1) boards.push(await caseLike(example));
  }, 180_000);
  afterAll(() => server.close());

  async function caseLike(example: BoardId): Promise<BoardId> {
    const boardId = (await leader.makeBoard()).boardId as BoardId;
    const { archive, directory } = server.storage;
    for (const head of await archive.list(example)) {
      const version = await archive.find(example, head.version);
      if (!version) throw new Error('the example has no plan');
      const meetingId = `${boardId}-${head.version}` as MeetingId;
      await directory.createMeeting({ id: meetingId, boardId, date: '2026-01-01', present: [], createdAt: 1 });
      expect(await archive.store({ ...version, boardId, meetingId })).toBe(true);
    }
    return boardId;
  }
  const read = async (person = leader) => (await person.get('/api/programme')).json<ProgrammeReply>();
  const say = (boardId: BoardId, body: object) => leader.patch(`/api/boards/${boardId}/programme`, body);

  it('shows who leads each of their cases, and counts no example', async () => {
    const { cases = [] } = await read();
    expect(cases.filter(({ isCounted }) => isCounted).map(({ start, now, months }) => [start, now, months])).toEqual(
      boards.map(() => ['untenable', 'exposed', 10]),
    );
    expect(cases.filter(({ isExample }) => isExample).map(({ isCounted }) => isCounted)).toEqual([false]);
  });

  it('has their own and, for an administrator, the municipality’s: numbers, and no title of a duk', async () => {
    const { reports } = await read();
    expect(reports.map(({ scope }) => scope)).toEqual(['own', 'all']);
    for (const { report } of reports) {
      expect(report).toMatchObject({ kind: 'here', total: 6, months: { mean: 10, median: 10 } });
      expect(JSON.stringify(report)).not.toContain('Eirin');
      const tables = report.kind === 'here' ? report.tables.map(({ id }) => id) : [];
      // Not all have a target group yet.
      expect(tables).toEqual(['start', 'now', 'moves']);
    }
    const { lines } = (await leader.get(`/api/boards/${boards[0]}/log`)).json();
    expect(lines.map(({ event }: { event: { kind: string } }) => event.kind)).toContain('programme');
  });

  it('parts the cases by what is said of them, when it is said of all', async () => {
    for (const boardId of boards) expect((await say(boardId, { group: 'young' })).statusCode).toBe(204);
    expect((await say(boards[0] as BoardId, { followed: 'guidance' })).statusCode).toBe(204);
    expect((await say(boards[0] as BoardId, { group: 'noe annet' })).statusCode).toBe(400);
    // What is said of a family is a line each time, like all that is done.
    const { lines } = (await leader.get(`/api/boards/${boards[0]}/log`)).json();
    const kinds = lines.map(({ event }: { event: { kind: string } }) => event.kind);
    expect(kinds.filter((kind: string) => kind === 'programmeSaid')).toHaveLength(2);
    const { cases = [], reports } = await read();
    expect(cases.find(({ boardId }) => boardId === boards[0])).toMatchObject({ group: 'young', followed: 'guidance' });
    const { report } = reports[0] as ProgrammeReply['reports'][number];
    const groups = report.kind === 'here' ? report.tables.find(({ id }) => id === 'group')?.rows : undefined;
    expect(groups?.find(({ of }) => of.includes('young'))?.count).toBe(6);
  });

  it('stands as it was told when a case comes, and says since when', async () => {
    const { reports: before } = await read();
    server.waitMs(60_000);
    boards.push(await caseLike(boards[0] as BoardId));
    expect((await read()).reports).toEqual(before);
  });

  it('comes as PDF and Word, with each chart and its table', async () => {
    const pdf = await leader.get('/api/programme/all.pdf?lang=nn');
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const word = await leader.get('/api/programme/own.docx');
    const files = unzipSync(word.rawPayload);
    const body = strFromU8(files['word/document.xml'] as Uint8Array);
    expect(body).toContain('Programrapport for sakene jeg leder');
    expect(body.match(/<w:tbl>/g)?.length).toBe(4);
    expect(body.match(/Søyler for /g)?.length).toBe(4);
    expect((await leader.get('/api/programme/own.pdf?lang=de')).statusCode).toBe(400);
  });

  it('of the municipality is for administrators, and none is for who leads nothing', async () => {
    const made = await leader.post('/api/accounts', {
      ...{ name: 'Per', email: 'per@kommune.no', mayLead: true, isAdmin: false },
    });
    const secret = new URL(made.json().url).hash.slice(1);
    const per = server.person();
    const password = 'bord sykkel lampe';
    expect((await per.post('/api/account-invitation/accept', { secret, password })).statusCode).toBe(200);
    expect(await read(per)).toMatchObject({ cases: [], reports: [{ scope: 'own', report: { kind: 'few' } }] });
    expect((await per.get('/api/programme/all.pdf')).statusCode).toBe(403);
    const link = (await leader.post(`/api/boards/${boards[0]}/links`, { role: 'editor', lobby: false })).json();
    const guest = server.person();
    await guest.join(boards[0] as BoardId, new URL(link.url).hash.slice(1), 'Ida');
    expect((await guest.get('/api/programme')).statusCode).toBe(403);
    expect((await guest.patch(`/api/boards/${boards[0]}/programme`, { group: 'young' })).statusCode).toBe(403);
    expect((await server.person().get('/api/programme')).statusCode).toBe(401);
  });
});
