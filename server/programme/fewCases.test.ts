import type { BoardId } from '@duken/shared/board';
import type { MeetingId } from '@duken/shared/meeting';
import { reportFile, reportWords } from '@duken/shared/programme';
import type { ProgrammeReply } from '@duken/shared/protocol';
import { csvOf } from '@duken/shared/text';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomSecrets } from '../access/index.ts';
import { offerSetup } from '../accounts/index.ts';
import { pageTexts } from '../export/testing/pageTexts.ts';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

let server: TestServer;
let leader: Person;
let example: BoardId;

beforeAll(async () => {
  server = await openTestServer();
  const now = server.now();
  const offer = await offerSetup(server.storage.accounts, { secrets: randomSecrets, now, replaces: true });
  leader = server.person();
  const secret = offer.kind === 'made' ? offer.path.split('#')[1] : '';
  const account = { name: 'Mona', email: 'mona@kommune.no', password: 'traktor himmel saks' };
  expect((await leader.post('/api/setup', { secret, ...account })).statusCode).toBe(201);
  example = (await leader.post('/api/demos/eirin')).json<{ boardId: BoardId }>().boardId;
});
afterAll(() => server.close());

/** A case with the example's plans, which is none. */
async function anotherCase(): Promise<void> {
  const boardId = (await leader.makeBoard()).boardId as BoardId;
  const { archive, directory } = server.storage;
  for (const head of await archive.list(example)) {
    const version = await archive.find(example, head.version);
    if (!version) throw new Error('the example has no plan');
    const meetingId = `${boardId}-${head.version}` as MeetingId;
    await directory.createMeeting({ id: meetingId, boardId, date: '2026-01-01', present: [], createdAt: 1 });
    expect(await archive.store({ ...version, boardId, meetingId })).toBe(true);
  }
}

/** What would tell of the cases: a step, a group, a unit, or a figure that is neither the limit nor part of the day. */
function tellsOfCases(words: string): boolean {
  const withoutDays = words.replaceAll(/\d{1,2}\.\s*desember\s*2026|Side \d av \d|\b5\b/gu, '');
  const parts = [...Object.values(reportWords.nb.parts), 'måneder i snitt', 'dager er midterst', 'lappene'];
  return /\d/u.test(withoutDays) || parts.some((part) => words.includes(part));
}

describe.each([0, 1, 3])('the report of %s cases', (cases) => {
  beforeAll(async () => {
    const { cases: led = [] } = (await leader.get('/api/programme')).json<ProgrammeReply>();
    for (let made = led.filter(({ isCounted }) => isCounted).length; made < cases; made += 1) await anotherCase();
  });

  it('is nothing but that they are fewer than five, for the page and its file', async () => {
    const { cases: led = [], reports } = (await leader.get('/api/programme')).json<ProgrammeReply>();
    // Who leads them sees each of them; the report does not.
    expect(led.filter(({ isCounted }) => isCounted)).toHaveLength(cases);
    for (const { report } of reports) {
      expect(report).toEqual({ kind: 'few' });
      const file = csvOf(reportFile(report, 'nb'));
      expect(file).toContain('Færre enn 5 saker');
      expect(file.trim().split(/\r?\n/)).toHaveLength(1);
      expect(tellsOfCases(file)).toBe(false);
    }
  });

  it.each(['own', 'all'] as const)('(%s) is that sentence as PDF, with no chart and no table', async (scope) => {
    const pdf = (await leader.get(`/api/programme/${scope}.pdf`)).rawPayload;
    const pages = pageTexts(pdf);
    expect(pages).toHaveLength(1);
    const words = pages.join(' ').replaceAll(/\s+/gu, ' ');
    expect(words).toContain('Færre enn 5 saker. Da viser rapporten ingenting');
    expect(tellsOfCases(words)).toBe(false);
    // Nor in what a reader hears of a picture.
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('/Alt');
  });

  it.each(['own', 'all'] as const)(
    '(%s) is that sentence as Word, and nothing else in any part of the file',
    async (scope) => {
      const word = (await leader.get(`/api/programme/${scope}.docx`)).rawPayload;
      const { value: words } = await mammoth.extractRawText({ buffer: word });
      expect(words).toContain('Færre enn 5 saker. Da viser rapporten ingenting');
      expect(tellsOfCases(words)).toBe(false);
      const files = unzipSync(word);
      expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toEqual([]);
      const body = strFromU8(files['word/document.xml'] as Uint8Array);
      expect(body).not.toMatch(/<w:tbl>|<w:drawing>|descr=/);
      for (const [name, bytes] of Object.entries(files))
        for (const part of Object.values(reportWords.nb.parts))
          expect([name, strFromU8(bytes).includes(`>${part}<`)]).toEqual([name, false]);
    },
  );
});
