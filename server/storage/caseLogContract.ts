import { createHash } from 'node:crypto';
import type { BoardId } from '@duken/shared/board';
import { type LogEvent, logFaults } from '@duken/shared/log';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewLogLine } from './caseLog.ts';
import type { Storage } from './storage.ts';

/** What every database does with the log; called from storageContract.ts. */
export function caseLogContract(storageNow: () => Storage, reopen: () => Promise<void>): void {
  describe('the log of a case', () => {
    const boardId = 'logged' as BoardId;
    const other = 'logged-too' as BoardId;
    const line = (at: number, event: LogEvent = { kind: 'duk' }, more: Partial<NewLogLine> = {}): NewLogLine => ({
      boardId,
      at,
      personId: 'mona',
      participantId: 'seat of mona',
      name: 'Mona Ås',
      service: 'Boligkontoret',
      role: 'viewer',
      access: 'link',
      accessId: 'link',
      event,
      ...more,
    });
    const log = () => storageNow().caseLog;

    beforeEach(async () => {
      for (const id of [boardId, other])
        await storageNow().directory.createBoard(
          { id, title: 'En duk', templateId: 'simple', createdAt: 1, ...(id === other ? { expiresAt: 50 } : {}) },
          [],
        );
    });

    it('numbers its lines, each leaning on the one before, and tells the newest first', async () => {
      expect([await log().list(boardId, { limit: 9 }), await log().head(boardId), await log().boards()]).toEqual([
        [],
        undefined,
        [],
      ]);
      const plan: LogEvent = { kind: 'plan', version: 2 };
      const written = await log().append([line(5), line(6, plan), line(7, undefined, { boardId: other })]);
      await reopen();
      const lines = await log().list(boardId, { limit: 9 });
      const salt = expect.stringMatching(/^.{22}$/);
      expect(lines).toEqual([
        { ...line(6, plan), number: 2, salt, previousHash: written[0]?.head?.hash },
        { ...line(5), number: 1, salt, previousHash: '' },
      ]);
      expect(lines[0]?.salt).not.toBe(lines[1]?.salt);
      expect(await log().list(boardId, { limit: 1 })).toEqual(lines.slice(0, 1));
      expect(await log().list(boardId, { limit: 9, before: 2 })).toEqual(lines.slice(1));
      expect(await log().head(boardId)).toEqual(written[1]?.head);
      expect(await log().boards()).toEqual([boardId, other]);
      const stored = await log().stored(boardId);
      expect(
        logFaults(
          stored,
          [await log().head(boardId)].flatMap((head) => head ?? []),
          sha256,
        ),
      ).toEqual([]);
      expect(stored.map(({ number, at, event }) => [number, at, event])).toEqual([
        [1, 5, 'duk'],
        [2, 6, 'plan 2'],
      ]);
    });

    it('tells what one person did, and who is in it', async () => {
      const gro = { personId: 'gro', participantId: 'seat of gro', name: 'Gro' };
      await log().append([line(1), line(2, undefined, gro), line(3, { kind: 'plan', version: 1 })]);
      const numbers = async (personId: string) =>
        (await log().list(boardId, { limit: 9, personId })).map(({ number }) => number);
      expect([await numbers('mona'), await numbers('gro'), await numbers('nobody')]).toEqual([[3, 1], [2], []]);
      expect((await log().people(boardId)).map(({ personId, number }) => [personId, number])).toEqual([
        ['mona', 3],
        ['gro', 2],
      ]);
    });

    it('has one line for what is seen again in a sitting, by the same seat', async () => {
      await log().append([line(100)]);
      const again = await log().append([
        line(150, undefined, { unlessSince: 100 }),
        line(150, { kind: 'plan', version: 1 }, { unlessSince: 100 }),
        line(150, undefined, { unlessSince: 100, participantId: 'seat of gro' }),
        line(151, { kind: 'plan', version: 1 }, { unlessSince: 100 }),
        line(300, undefined, { unlessSince: 101 }),
      ]);
      expect(again.map((each) => [each?.at, each?.head?.number])).toEqual([
        [100, undefined],
        [150, 2],
        [150, 3],
        [150, undefined],
        // By another seat it was seen since, and by this one not.
        [300, 4],
      ]);
      expect(await log().list(boardId, { limit: 9 })).toHaveLength(4);
    });

    it('is one row of lines when many write at once', async () => {
      const all = Array.from({ length: 12 }, (_, at) => line(at, { kind: 'plan', version: at + 1 }));
      await Promise.all(
        all.map((each, at) => log().append(at % 2 === 0 ? [each] : [{ ...each, boardId: other }, each])),
      );
      const stored = await log().stored(boardId);
      expect(stored.map(({ number }) => number)).toEqual(all.map((_, at) => at + 1));
      expect(logFaults(stored, [], sha256)).toEqual([]);
    });

    it('goes with its board, and takes no line of one that is no more', async () => {
      await log().append([line(5, undefined, { boardId: other }), line(5)]);
      expect(await storageNow().eraseExpiredBoard(other, 60)).toBe(true);
      const [gone, there] = await log().append([line(70, undefined, { boardId: other }), line(70)]);
      expect([gone, there?.head?.number]).toEqual([undefined, 2]);
      expect([await log().boards(), await log().stored(other)]).toEqual([[boardId], []]);
    });
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
