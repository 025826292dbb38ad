import type { BoardId, NoteId, PersonId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import type { AnswerLink, AnswerRow } from './answers.ts';
import type { Storage } from './storage.ts';

const [one, two] = ['board-one', 'board-two'] as [BoardId, BoardId];
const [kaja, tor] = ['kaja', 'tor'] as [PersonId, PersonId];

const link = (id: string, more: Partial<AnswerLink> = {}): AnswerLink => ({
  id,
  boardId: one,
  personId: kaja,
  secretHash: `hash of ${id}`,
  createdAt: 10,
  expiresAt: 100,
  ...more,
});
const answer = (more: Partial<AnswerRow> = {}): AnswerRow => ({
  boardId: one,
  noteId: 'a' as NoteId,
  personId: kaja,
  answer: 'help',
  line: 'Får ikke tak i «Åse»',
  date: '2026-12-10',
  answeredAt: 20,
  ...more,
});

/** What every storage keeps its word on of answers, and of the links they come by. */
export function answersContract(opened: () => Storage, reopen: () => Promise<void>): void {
  const make = async () => {
    for (const id of [one, two])
      await opened().directory.createBoard({ id, title: 'Duk', templateId: 'simple', createdAt: 1 }, []);
  };

  describe('answers and the links they come by', () => {
    it('finds a link by its secret as long as it works', async () => {
      await make();
      for (const made of [link('a'), link('b', { personId: tor }), link('c', { boardId: two })])
        await opened().answers.createLink(made);
      await reopen();
      const { answers, directory } = opened();
      const find = (id: string, now = 50) => answers.findLink(`hash of ${id}`, now);
      expect(await find('a')).toEqual(link('a'));
      expect(await find('a', 100)).toBeUndefined();
      expect(await find('nothing')).toBeUndefined();
      expect(await answers.withdrawLinks(one, kaja, 60)).toBe(1);
      expect(await answers.withdrawLinks(one, kaja, 60)).toBe(0);
      expect([await find('a'), (await find('b'))?.id, (await find('c'))?.id]).toEqual([undefined, 'b', 'c']);
      await directory.changeBoard(two, { archivedAt: 5 });
      expect(await find('c')).toBeUndefined();
      await directory.endBoard(one, 55);
      expect([(await find('b', 54))?.id, await find('b', 55)]).toEqual(['b', undefined]);
    });

    it('lists the links of a board that work, the newest first', async () => {
      await make();
      const { answers } = opened();
      for (const made of [link('a'), link('b', { createdAt: 30 }), link('c', { expiresAt: 40 })])
        await answers.createLink(made);
      expect((await answers.linksOf(one, 50)).map(({ id }) => id)).toEqual(['b', 'a']);
      expect(await answers.linksOf(two, 50)).toEqual([]);
    });

    it('keeps the last answer of each person to each tiltak, and that it was seen to until they answer again', async () => {
      await make();
      const { answers } = opened();
      const tors = answer({ personId: tor, answer: 'started' });
      for (const given of [answer({ answer: 'done' }), tors, answer()]) await answers.setAnswer(given);
      const sorted = async () =>
        (await answers.answersOf([one, two])).toSorted((a, b) => a.personId.localeCompare(b.personId));
      expect(await sorted()).toEqual([answer(), tors]);
      await answers.settle(one, 'a' as NoteId, 30);
      expect(await sorted()).toEqual([answer({ settledAt: 30 }), { ...tors, settledAt: 30 }]);
      const { line: _, date: __, ...bare } = answer({ answer: 'started', answeredAt: 40 });
      await answers.setAnswer(bare);
      expect((await sorted())[0]).toEqual(bare);
      expect(await answers.answersOf([])).toEqual([]);
    });

    it('keeps what a tiltak is called outside the case, and nothing of a board that is erased', async () => {
      await make();
      const { answers, directory } = opened();
      const text = (words: string) => ({ noteId: 'a' as NoteId, sourceHash: 'h', text: words });
      await answers.setShortTexts(one, [text('Ringe'), text('Ringe Åse')]);
      await answers.setShortTexts(two, [text('Skrive')]);
      await answers.setAnswer(answer());
      await answers.createLink(link('a'));
      expect(await answers.shortTextsOf([one])).toEqual([{ ...text('Ringe Åse'), boardId: one }]);
      expect((await answers.shortTextsOf([one, two])).length).toBe(2);
      expect(await answers.shortTextsOf([])).toEqual([]);
      await directory.endBoard(one, 5);
      expect(await opened().eraseExpiredBoard(one, 5)).toBe(true);
      expect([
        await answers.shortTextsOf([one]),
        await answers.answersOf([one]),
        await answers.linksOf(one, 50),
      ]).toEqual([[], [], []]);
      expect(await answers.shortTextsOf([two])).toEqual([{ ...text('Skrive'), boardId: two }]);
    });
  });
}
