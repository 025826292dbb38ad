import { setImmediate as others } from 'node:timers/promises';
import type { BoardId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import type { ProgrammeStore, ToldRelease } from '../storage/index.ts';
import { ToldReports } from './toldReports.ts';

/** Thirteen cases of which nobody has said anything, and what was told of them. */
function reportsOf(count = 13) {
  const boardIds = Array.from({ length: count }, (_, index) => `board-${index}` as BoardId);
  const told = new Map<string, ToldRelease>();
  const store: Pick<ProgrammeStore, 'casesToCount' | 'toldReports' | 'keepTold'> = {
    casesToCount: async (among = boardIds) => among.map((boardId) => ({ boardId, fields: {} })),
    toldReports: async () => {
      const now = new Map(told);
      await others();
      return now;
    },
    keepTold: async (scope, release, at) => {
      if (told.get(scope)?.toldAt !== at) return false;
      told.set(scope, release);
      return true;
    },
  };
  const reports = new ToldReports({
    store,
    archive: { list: async () => [] },
    inspect: async () => ({ ok: true, value: undefined }),
    clock: () => 1000,
  });
  return { reports, boardIds, told };
}

describe('reports that are told at once', () => {
  it('know of each other, so that the one taken from the other leaves no case alone', async () => {
    const { reports, boardIds } = reportsOf();
    const own = { scope: 'own', accountId: 'mona', led: boardIds.slice(0, 12) } as const;
    const told = await Promise.all([reports.tell({ scope: 'all' }), reports.tell(own)]);
    const kinds = told.map((one) => (one.ok ? one.value.release.report.kind : 'failed'));
    expect(kinds.toSorted()).toEqual(['here', 'waits']);
  });

  it('go on when one of them could not be kept', async () => {
    const { reports, told } = reportsOf();
    const keep = told.set.bind(told);
    told.set = () => {
      throw new Error('the disk is full');
    };
    await expect(reports.tell({ scope: 'all' })).rejects.toThrow('the disk is full');
    told.set = keep;
    expect(await reports.tell({ scope: 'all' })).toMatchObject({
      ok: true,
      value: { release: { report: { total: 13 } } },
    });
  });
});
