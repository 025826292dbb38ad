import { type Day, type PhaseId, phaseIds } from '../board/index.ts';
import type { PlanVersion } from '../plan/index.ts';
import type { SheetText, ThemeId } from '../template/index.ts';

/** What is needed of a version to see how far it had come. */
export type JourneyVersion = Pick<PlanVersion, 'version' | 'date' | 'template'> & {
  readonly plan: Pick<PlanVersion['plan'], 'journey'>;
};

/** What was said of the journey at one meeting, without the rest of its version. */
export interface MeetingJourney extends JourneyMeeting {
  readonly journey: PlanVersion['plan']['journey'];
}

/** What was said of the journey at the meetings before one. */
export interface EarlierJourney {
  readonly meetings: readonly MeetingJourney[];
  /** How many versions could not be read. */
  readonly leftOut: number;
}

export interface JourneyMeeting {
  readonly version: number;
  readonly date: Day;
}

/** One step of the staircase for each meeting; null where nothing was said, as JSON has it. */
export type Steps = readonly (PhaseId | null)[];

/** How one part of life was judged from meeting to meeting. The two views stand beside each other: no mean is ever made of them. */
export interface Strand {
  /** As the people round the table saw it. */
  readonly table: Steps;
  /** As the citizen saw it; absent where they were never asked. */
  readonly citizen?: Steps;
}

/** The *investeringsferd* of one case. */
export interface JourneyOverTime {
  /** By the day of the meeting, then by version. */
  readonly meetings: readonly JourneyMeeting[];
  /** Absent where it was never set. */
  readonly overall?: Strand;
  /** The themes that were given a step at some meeting, top to bottom. */
  readonly themes: readonly (Strand & { readonly theme: ThemeId; readonly name: SheetText })[];
}

/** Reads a case's plan versions as one way from meeting to meeting. */
export function journeyOverTime(given: readonly JourneyVersion[]): JourneyOverTime {
  const versions = given.toSorted((a, b) => (a.date === b.date ? a.version - b.version : a.date < b.date ? -1 : 1));
  const strandOf = (of: ThemeId | 'overall'): Strand | undefined => {
    const table = versions.map(({ plan }) => phaseOf(plan.journey, of));
    const citizen = versions.map(({ plan }) => phaseOf(plan.journey.citizen, of));
    if (isEmpty(table) && isEmpty(citizen)) return undefined;
    return isEmpty(citizen) ? { table } : { table, citizen };
  };
  // By the newest layout; themes that are in it no more come last.
  const names = new Map(
    versions.toReversed().flatMap(({ template }) => template.themes.map(({ id, name }) => [id, name])),
  );
  const overall = strandOf('overall');
  return {
    meetings: versions.map(({ version, date }) => ({ version, date })),
    ...(overall ? { overall } : {}),
    themes: [...names].flatMap(([theme, name]) => {
      const strand = strandOf(theme);
      return strand ? [{ theme, name, ...strand }] : [];
    }),
  };
}

/**
 * How many steps it went at each meeting: above 0 up, below 0 down. Compared is with the meeting at which something was last
 * said; undefined at the first of those, and where nothing was said.
 */
export function movesOf(steps: Steps): readonly (number | undefined)[] {
  let last: PhaseId | undefined;
  return steps.map((phase) => {
    if (!phase) return undefined;
    const move = last && phaseIds.indexOf(phase) - phaseIds.indexOf(last);
    last = phase;
    return move;
  });
}

/** From the first to the last that was said, and how long it took. */
export interface WayGone {
  readonly from: PhaseId;
  readonly to: PhaseId;
  /** Above 0 up, below 0 down. */
  readonly moved: number;
  /** Whole months between the two meetings. */
  readonly months: number;
}

/** @returns undefined where less than two meetings said something */
export function wayGone(meetings: readonly JourneyMeeting[], steps: Steps): WayGone | undefined {
  const said = steps.flatMap((phase, at) => (phase && meetings[at] ? [{ phase, date: meetings[at].date }] : []));
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last || said.length < 2) return undefined;
  return {
    from: first.phase,
    to: last.phase,
    moved: phaseIds.indexOf(last.phase) - phaseIds.indexOf(first.phase),
    months: monthsBetween(first.date, last.date),
  };
}

/** Whole months from one day to a later one, as people count them: from the 20th to the 19th is not yet one. */
export function monthsBetween(from: Day, to: Day): number {
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number) as [number, number, number];
  const [toYear, toMonth, toDay] = to.split('-').map(Number) as [number, number, number];
  return Math.max(0, (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0));
}

function phaseOf(journey: PlanVersion['plan']['journey']['citizen'], of: ThemeId | 'overall'): PhaseId | null {
  const said = of === 'overall' ? journey?.overall : journey?.themes.find(({ theme }) => theme === of)?.phase;
  return said ?? null;
}

function isEmpty(steps: Steps): boolean {
  return steps.every((phase) => phase === null);
}
