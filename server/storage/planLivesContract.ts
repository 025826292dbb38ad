import type { BoardId, NoteId, PersonId } from '@duken/shared/board';
import type { LifeEvent } from '@duken/shared/plan';
import { describe, expect, it } from 'vitest';
import type { Storage } from './storage.ts';

const boardId = 'board-one' as BoardId;
const otherBoardId = 'board-two' as BoardId;
const marit = { at: 1_795_000_000_000, personId: 'marit' as PersonId, name: 'Mårit' };

/** One of each kind. */
const everything: readonly LifeEvent[] = [
  { at: 5, personId: '', name: '', kind: 'frozenBefore' },
  { ...marit, kind: 'timeAgreed', until: '2026-12-10' },
  { ...marit, kind: 'answered', noteId: 'note-1' as NoteId, answer: 'no', line: 'Jeg har søkt før 🙂' },
  { ...marit, kind: 'answered', noteId: 'note-1' as NoteId, answer: 'yes', line: '' },
  { ...marit, kind: 'approved' },
  { ...marit, kind: 'approvedAsSpoken', when: '2026-11-30', how: 'På telefon' },
  { ...marit, kind: 'released', reason: 'Ingen svar på tre uker' },
  { ...marit, kind: 'archived', archiveId: '2026/12-3', day: '2026-12-01' },
];

/** What every storage keeps its word on about what happens to versions. */
export function planLivesContract(given: () => Storage): void {
  describe('what happens to versions', () => {
    const add = (version: number, number: number, event: LifeEvent, board = boardId) =>
      given().planLives.append({ boardId: board, version, number, event });
    const makeBoards = async () => {
      for (const id of [boardId, otherBoardId])
        await given().directory.createBoard({ id, title: 'Vår duk', templateId: 'simple', createdAt: 1 }, []);
    };

    it('is kept as it was said, in its order, each version and board for itself', async () => {
      await makeBoards();
      for (const [at, event] of everything.entries()) expect(await add(2, at + 1, event)).toBe(true);
      await add(1, 1, { ...marit, kind: 'approved' });
      await add(1, 1, { ...marit, kind: 'released', reason: 'En annen sak' }, otherBoardId);
      expect((await given().planLives.list(boardId, 2)).map(({ number, event }) => [number, event])).toEqual(
        everything.map((event, at) => [at + 1, event]),
      );
      const all = await given().planLives.list(boardId);
      expect(all.map(({ version, number }) => [version, number])).toEqual([
        [1, 1],
        ...everything.map((_, at) => [2, at + 1]),
      ]);
    });

    it('is never written over: of two at once one is told that it came second', async () => {
      await makeBoards();
      const both = await Promise.all([
        add(1, 1, { ...marit, kind: 'approved' }),
        add(1, 1, { ...marit, kind: 'released', reason: 'Ingen svar' }),
      ]);
      expect(both.toSorted()).toEqual([false, true]);
      expect(await given().planLives.list(boardId, 1)).toHaveLength(1);
    });
  });
}
