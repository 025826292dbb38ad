import type { AccountId } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import type { Storage } from './storage.ts';

/** What every database does with cases that are closed and erased; called from storageContract.ts. */
export function caseEndsContract(storageNow: () => Storage, reopen: () => Promise<void>): void {
  describe('cases that end', () => {
    const lay = async (id: string, archivedAt?: number) => {
      const boardId = id as BoardId;
      await storageNow().directory.createBoard(
        { id: boardId, title: 'En sak', templateId: 'simple', createdAt: 3, ...(archivedAt ? { archivedAt } : {}) },
        [],
      );
      return boardId;
    };

    it('keep why they were closed as long as they are', async () => {
      const boardId = await lay('closed for a reason');
      const { caseEnds } = storageNow();
      expect(await caseEnds.reasonOf(boardId)).toBeUndefined();
      await caseEnds.setReason(boardId, 'Planen er gjennomført');
      await caseEnds.setReason(boardId, 'Familien har flyttet');
      await reopen();
      expect(await storageNow().caseEnds.reasonOf(boardId)).toBe('Familien har flyttet');
      await storageNow().caseEnds.setReason(boardId, undefined);
      expect(await storageNow().caseEnds.reasonOf(boardId)).toBeUndefined();
    });

    it('are listed when they have been closed for long enough, and not those that have ended', async () => {
      const [early, late, gone] = [
        await lay('closed at ten', 10),
        await lay('closed at twenty', 20),
        await lay('closed and ended', 5),
      ];
      await lay('open');
      const { caseEnds, directory } = storageNow();
      await directory.endBoard(gone, 6);
      const closed = (by: number) =>
        caseEnds
          .listClosed(by, 100)
          .then((cases) => cases.map(({ boardId }) => boardId).filter((id) => [early, late, gone].includes(id)));
      expect(await closed(9)).toEqual([]);
      expect(await closed(10)).toEqual([early]);
      expect(await closed(99)).toEqual([early, late]);
      expect((await caseEnds.listClosed(99, 100)).find(({ boardId }) => boardId === late)).toEqual({
        boardId: late,
        createdAt: 3,
        closedAt: 20,
      });
    });

    it('leave a line when they are erased, which outlives all the rest', async () => {
      const [open, closed] = [await lay('erased by its leader'), await lay('erased when closed', 10)];
      const { caseEnds } = storageNow();
      const accountId = 'nobody any more' as AccountId;
      const byAdmin = { caseId: open, erasedAt: 50, as: 'administrator', accountId } as const;
      expect(await caseEnds.erase(byAdmin, 40)).toBe(false);
      expect(await caseEnds.erase({ ...byAdmin, caseId: closed }, 9)).toBe(false);
      expect(await caseEnds.erase({ ...byAdmin, caseId: closed }, 10)).toBe(true);
      expect(await caseEnds.erase({ ...byAdmin, caseId: closed }, 10)).toBe(false);
      await caseEnds.setReason(open, 'Borte');
      expect(await caseEnds.erase({ caseId: open, erasedAt: 60, as: 'leader' })).toBe(true);
      expect(await storageNow().eraseExpiredBoard(open, 60)).toBe(true);
      expect(await storageNow().eraseExpiredBoard(closed, 60)).toBe(true);
      await reopen();
      const lines = await storageNow().caseEnds.listErased(2);
      expect(lines).toEqual([
        { caseId: open, erasedAt: 60, as: 'leader' },
        { caseId: closed, erasedAt: 50, as: 'administrator', accountId },
      ]);
    });
  });
}
