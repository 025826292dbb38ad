import type { BoardId } from '@duken/shared/board';
import { failed, succeeded } from '@duken/shared/result';
import { describe, expect, it } from 'vitest';
import type { ArchivedVersionHead } from '../storage/index.ts';
import type { InspectedVersion } from './inspectVersion.ts';
import { journeyBeforeWith } from './journeyBefore.ts';

const boardId = 'b1' as BoardId;
const list = async () => [1, 2, 3].map((version) => ({ boardId, version }) as ArchivedVersionHead);
const journey = { overall: 'exposed', themes: [] } as const;
const inspected = (version: number) =>
  ({ problems: [], brief: { version, date: `2026-0${version}-01`, journey } }) as unknown as InspectedVersion;

describe('the journey before a version', () => {
  it('is of the versions before it alone, and counts those that cannot be read', async () => {
    const asked: number[] = [];
    const before = journeyBeforeWith({ list }, async ({ version }) => {
      asked.push(version);
      return succeeded(
        version === 1
          ? { problems: [], unreadable: { kind: 'versionUnreadable', cause: 'unknown' } }
          : inspected(version),
      );
    });
    expect(await before(boardId, 3)).toEqual(
      succeeded({ meetings: [{ version: 2, date: '2026-02-01', journey }], leftOut: 1 }),
    );
    expect(asked).toEqual([1, 2]);
    expect(await before(boardId, 1)).toEqual(succeeded({ meetings: [], leftOut: 0 }));
  });

  it('is not told where one could not be looked at now', async () => {
    const before = journeyBeforeWith({ list }, async () => failed({ kind: 'plansBusy' as const }));
    expect(await before(boardId, 2)).toEqual(failed({ kind: 'plansBusy' }));
  });
});
