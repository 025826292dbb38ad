import type { BoardId, NoteId, PersonId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import type { ReminderKey } from './reminders.ts';
import type { Storage } from './storage.ts';

const [one, two] = ['board-one', 'board-two'] as [BoardId, BoardId];
const key = (more: Partial<ReminderKey> = {}): ReminderKey => ({
  boardId: one,
  noteId: 'a' as NoteId,
  personId: 'kaja' as PersonId,
  due: '2026-12-10',
  kind: 'before',
  ...more,
});

/** What every storage keeps its word on of reminders. */
export function remindersContract(opened: () => Storage, reopen: () => Promise<void>): void {
  const make = async () => {
    for (const id of [one, two])
      await opened().directory.createBoard({ id, title: 'Duk', templateId: 'simple', createdAt: 1 }, []);
  };

  describe('reminders', () => {
    it('are taken by one, however many ask at once, until that one has had its time', async () => {
      await make();
      const both = [key(), key({ kind: 'after' })];
      const ask = (now: number) => opened().reminders.lease(both, now, now + 10);
      const taken = await Promise.all([ask(1), ask(1), ask(1)]);
      expect(taken.flat().toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual(both.toReversed());
      expect(await ask(10)).toEqual([]);
      await reopen();
      expect(await ask(11)).toEqual(both);
    });

    it('are never taken again once they were sent; for another date they are others', async () => {
      await make();
      const { reminders } = opened();
      await reminders.lease([key()], 1, 2);
      await reminders.sent([key()], 2);
      expect(await reminders.lease([key(), key({ due: '2026-12-20' })], 50, 60)).toEqual([key({ due: '2026-12-20' })]);
    });

    it('tell since when they do not come through, until they do', async () => {
      await make();
      const { reminders } = opened();
      await reminders.lease([key()], 1, 2);
      await reminders.failed([key()], 3, 20);
      expect(await reminders.lease([key()], 19, 30)).toEqual([]);
      expect(await reminders.lease([key()], 20, 30)).toEqual([key()]);
      await reminders.failed([key()], 21, 40);
      expect(await reminders.failingSince([one, two])).toEqual(new Map([[one, 3]]));
      await reminders.sent([key()], 41);
      expect(await reminders.failingSince([one, two])).toEqual(new Map());
      expect(await reminders.failingSince([])).toEqual(new Map());
    });

    it('are of boards in use, which are looked through in turn, and nothing of them outlives their board', async () => {
      await make();
      const { reminders, directory } = opened();
      expect(await reminders.boards(5, 1)).toEqual([one]);
      expect(await reminders.boards(5, 1, one)).toEqual([two]);
      await directory.changeBoard(two, { archivedAt: 4 });
      expect(await reminders.boards(5, 10)).toEqual([one]);
      // Also where it was closed or ended between two letters.
      expect(await reminders.lease([key({ boardId: two })], 5, 10)).toEqual([]);
      await reminders.lease([key()], 1, 2);
      await directory.endBoard(one, 5);
      expect(await reminders.lease([key()], 5, 10)).toEqual([]);
      expect(await reminders.boards(5, 10)).toEqual([]);
      expect(await opened().eraseExpiredBoard(one, 5)).toBe(true);
      expect(await reminders.lease([key()], 50, 60)).toEqual([]);
    });
  });
}
