import type { BoardId, NoteId, PersonId } from '@duken/shared/board';
import type { IndexedAction } from '@duken/shared/followUp';
import { describe, expect, it } from 'vitest';
import type { Storage } from './storage.ts';

const boards = ['board-one', 'board-two'] as BoardId[];
const [one, two] = boards as [BoardId, BoardId];

const action = (id: string, more: Partial<IndexedAction> = {}): IndexedAction => ({
  noteId: id as NoteId,
  theme: 'work',
  text: 'Ringe «Åse» \u{1F33B}\nog Tor',
  owner: 'Kaja',
  service: 'NAV',
  due: '2026-12-01',
  status: 'agreed',
  ...more,
});

/** What every storage keeps its word on of what cases are followed up by. */
export function followUpContract(opened: () => Storage, reopen: () => Promise<void>): void {
  const make = (boardId: BoardId) =>
    opened().directory.createBoard({ id: boardId, title: 'Duk', templateId: 'simple', createdAt: 1 }, []);

  describe('what cases are followed up by', () => {
    it('keeps an index for each board, and gives those that are there', async () => {
      for (const boardId of boards) await make(boardId);
      const report = { ownerId: 'kaja' as PersonId, withIds: ['tor' as PersonId], reportedBy: 'kaja' as PersonId };
      const index = { boardId: one, position: 3, actions: [action('a'), action('b', { ...report, reportedAt: 5 })] };
      await opened().followUp.storeActionIndexes([index, { boardId: two, position: 1, actions: [] }]);
      await reopen();
      const { followUp } = opened();
      expect(await followUp.readActionIndexes([one, 'nowhere' as BoardId])).toEqual(new Map([[one, index]]));
      expect([...(await followUp.readActionIndexes(boards)).keys()].toSorted()).toEqual(boards);
      expect(await followUp.readActionIndexes([])).toEqual(new Map());
    });

    it('never goes back to an older one, whichever server is late', async () => {
      await make(one);
      const at = (position: number) => ({ boardId: one, position, actions: [action(`at ${position}`)] });
      for (const position of [3, 2, 4, 1]) await opened().followUp.storeActionIndexes([at(position)]);
      expect(await opened().followUp.readActionIndexes([one])).toEqual(new Map([[one, at(4)]]));
    });

    it('keeps nothing of a board that is erased, before or after', async () => {
      for (const boardId of boards) await make(boardId);
      const { followUp, directory } = opened();
      const both = boards.map((boardId) => ({ boardId, position: 1, actions: [action('a')] }));
      await followUp.storeActionIndexes(both);
      await directory.endBoard(one, 100);
      expect(await opened().eraseExpiredBoard(one, 100)).toBe(true);
      await followUp.storeActionIndexes(both);
      expect([...(await followUp.readActionIndexes(boards)).keys()]).toEqual([two]);
    });

    it('reads the people and meetings of many cases at once', async () => {
      for (const boardId of boards) await make(boardId);
      const { followUp, directory } = opened();
      for (const [index, boardId] of boards.entries()) {
        const person = {
          id: `p${index}` as PersonId,
          boardId,
          name: 'Kari',
          voices: [],
          isSubject: false,
          createdAt: 2,
        };
        await directory.createPerson(person);
        const meeting = { id: `m${index}` as never, boardId, date: `2026-0${index + 1}-01`, present: [], createdAt: 3 };
        await directory.createMeeting(meeting);
      }
      expect((await followUp.peopleOf(boards)).map(({ id }) => id)).toEqual(['p0', 'p1']);
      expect((await followUp.meetingsOf(boards)).map(({ id }) => id)).toEqual(['m1', 'm0']);
      expect((await followUp.peopleOf([two])).map(({ id }) => id)).toEqual(['p1']);
      expect(await followUp.meetingsOf([])).toEqual([]);
    });
  });
}
