import type { BoardId, PersonId } from '@duken/shared/board';
import type { MeetingId } from '@duken/shared/meeting';
import { describe, expect, it } from 'vitest';
import { movedTables } from './movedTables.ts';
import type { Storage } from './storage.ts';

const options = ['q/a', 'q/b'];
const survey = (tickets: number, id = 'survey') => ({
  id,
  resultHash: `result of ${id}`,
  ticketHashes: Array.from({ length: tickets }, (_, at) => `${id} ticket ${at}`),
  options,
});

/** What every storage keeps its word on, of what is only added up. */
export function talliesContract(storage: () => Storage, reopen: () => Promise<void>): void {
  describe('what is only added up', () => {
    const tallies = () => storage().tallies;
    const told = () => tallies().findByResult('result of survey');

    it('tells nothing before the fifth answer, and then five at a time', async () => {
      await tallies().create(survey(12));
      const seen: unknown[] = [];
      for (let at = 0; at < 11; at++) {
        expect(await tallies().answer(`survey ticket ${at}`, at % 2 === 0 ? ['q/a'] : ['q/a', 'q/b'])).toBe(true);
        const found = await told();
        seen.push([found?.answers, found?.counts['q/a'], found?.counts['q/b']]);
      }
      const [none, five, ten] = [[0, 0, 0], [5, 5, 2], [10, 10, 5]]; // biome-ignore format: as rows
      expect(seen).toEqual([none, none, none, none, five, five, five, five, five, ten, ten]);
      expect((await told())?.ticketsLeft).toBe(1);
    });

    it('takes one answer by each link, whoever sends two at once, and keeps nothing of the link', async () => {
      await tallies().create(survey(2));
      const both = await Promise.all([1, 2].map(() => tallies().answer('survey ticket 0', ['q/a'])));
      expect(both.toSorted()).toEqual([false, true]);
      expect(await tallies().hasTicket('survey ticket 0')).toBe(false);
      expect(await tallies().hasTicket('survey ticket 1')).toBe(true);
      expect(await tallies().answer('never was', ['q/a'])).toBe(false);
      await reopen();
      const rows = JSON.stringify(await everythingOf(storage()));
      expect(rows).not.toContain('survey ticket 0');
      expect(rows).toContain('survey ticket 1');
    });

    it('keeps surveys apart, and knows none by another link', async () => {
      await tallies().create(survey(5));
      await tallies().create(survey(5, 'other'));
      for (let at = 0; at < 5; at++) await tallies().answer(`survey ticket ${at}`, ['q/b']);
      expect(await told()).toEqual({ answers: 5, counts: { 'q/a': 0, 'q/b': 5 }, ticketsLeft: 0 });
      expect((await tallies().findByResult('result of other'))?.answers).toBe(0);
      expect(await tallies().findByResult('survey')).toBeUndefined();
    });

    it('adds up what was felt after meetings, once for each person and meeting, and does not keep what', async () => {
      const by = (person: string, meeting = 'm1') => ({
        boardId: 'board-one' as BoardId,
        meetingId: meeting as MeetingId,
        personId: person as PersonId,
      });
      await storage().directory.createBoard(
        { id: 'board-one' as BoardId, title: '', templateId: 'simple', createdAt: 1 },
        [],
      );
      expect(await tallies().pulse()).toEqual({ answers: 0, counts: {} });
      for (const person of ['a', 'b', 'c', 'd']) await tallies().addPulse(by(person), ['q/a'], options);
      expect(await tallies().addPulse(by('a'), ['q/b'], options)).toBe(false);
      expect((await tallies().pulse()).answers).toBe(0);
      expect(await tallies().hasGivenPulse(by('a', 'm2'))).toBe(false);
      expect(await tallies().addPulse(by('a', 'm2'), ['q/b'], options)).toBe(true);
      expect(await tallies().hasGivenPulse(by('a', 'm2'))).toBe(true);
      expect(await tallies().pulse()).toEqual({ answers: 5, counts: { 'q/a': 4, 'q/b': 1 } });
    });
  });
}

/** All rows of what is added up. */
async function everythingOf({ installation }: Storage): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const table of movedTables.filter(({ name }) => /^(tall|pulse)/.test(name)))
    for await (const chunk of installation.read(table)) rows.push(...chunk);
  return rows;
}
