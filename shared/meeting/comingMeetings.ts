import { compareText, type Day } from '../board/index.ts';

/**
 * The days when they meet, from a day on, the next first: as a meeting's own date, until it is frozen, or as they said at
 * the last one.
 */
export function comingMeetings(
  meetings: readonly {
    readonly date: Day;
    readonly nextDate?: Day | undefined;
    readonly version?: number | undefined;
  }[],
  today: Day,
): readonly Day[] {
  const dates = meetings.flatMap(({ date, nextDate, version }) => [
    ...(version === undefined ? [date] : []),
    ...(nextDate === undefined ? [] : [nextDate]),
  ]);
  return [...new Set(dates.filter((date) => date >= today))].sort(compareText);
}
