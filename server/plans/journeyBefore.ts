import type { BoardId } from '@duken/shared/board';
import type { EarlierJourney, MeetingJourney } from '@duken/shared/journey';
import { type Result, succeeded } from '@duken/shared/result';
import type { PlanArchive } from '../storage/index.ts';
import type { Inspect } from './verifyChain.ts';

/** What was said of a case's journey at the meetings before a version. */
export type JourneyBefore<Failure> = (boardId: BoardId, version: number) => Promise<Result<EarlierJourney, Failure>>;

export function journeyBeforeWith<Failure>(
  archive: Pick<PlanArchive, 'list'>,
  inspect: Inspect<Failure>,
): JourneyBefore<Failure> {
  return async (boardId, version) => {
    const meetings: MeetingJourney[] = [];
    let leftOut = 0;
    for (const head of await archive.list(boardId)) {
      if (head.version >= version) continue;
      const inspected = await inspect(head);
      if (!inspected.ok) return inspected;
      const brief = inspected.value?.brief;
      if (!brief) leftOut += 1;
      else meetings.push({ version: brief.version, date: brief.date, journey: brief.journey });
    }
    return succeeded({ meetings, leftOut });
  };
}
