import type { Day, PhaseId } from '../board/index.ts';
import { type JourneyMeeting, movesOf, type Steps, type Strand, wayGone } from './journeyOverTime.ts';

/** What is said of a journey, in the words of whoever tells it: a page, or a letter. */
export interface JourneyTelling {
  /** What a step is called here: in staff's words or kinder ones. */
  readonly phase: (phase: PhaseId) => string;
  readonly day: (day: Day) => string;
  /** Whose views they are. */
  readonly table: string;
  readonly citizen: string;
  /** A sentence with whose view it is. */
  readonly says: (whose: string, sentence: string) => string;
  /** It was said at one meeting alone. */
  readonly once: (phase: string) => string;
  readonly way: (way: ToldWay) => string;
  /** «1 trinn opp»; of 0, that it is as last time. */
  readonly move: (steps: number) => string;
  /** What was said on a day, and what had moved; '' for nothing to compare with. */
  readonly point: (day: string, phase: string, move: string) => string;
}

export interface ToldWay {
  readonly from: string;
  readonly to: string;
  /** Above 0 up, below 0 down. */
  readonly moved: number;
  readonly months: number;
}

/** How far one part of life has come, in one sentence for each view; the table's first. */
export function waySentences(
  meetings: readonly JourneyMeeting[],
  strand: Strand,
  telling: JourneyTelling,
): readonly string[] {
  const table = waySentence(meetings, strand.table, telling);
  const citizen = strand.citizen && waySentence(meetings, strand.citizen, telling);
  if (!citizen) return table ? [table] : [];
  return [...(table ? [telling.says(telling.table, table)] : []), telling.says(telling.citizen, citizen)];
}

function waySentence(meetings: readonly JourneyMeeting[], steps: Steps, telling: JourneyTelling): string | undefined {
  const way = wayGone(meetings, steps);
  if (way) return telling.way({ ...way, from: telling.phase(way.from), to: telling.phase(way.to) });
  const only = steps.find((phase) => phase !== null);
  return only ? telling.once(telling.phase(only)) : undefined;
}

/** The whole way in words, meeting by meeting, for whoever does not see the picture. */
export function journeyInWords(meetings: readonly JourneyMeeting[], strand: Strand, telling: JourneyTelling): string {
  const table = pointsInWords(meetings, strand.table, telling);
  if (!strand.citizen) return table;
  return [
    ...(table === '' ? [] : [telling.says(telling.table, table)]),
    telling.says(telling.citizen, pointsInWords(meetings, strand.citizen, telling)),
  ].join(' ');
}

function pointsInWords(meetings: readonly JourneyMeeting[], steps: Steps, telling: JourneyTelling): string {
  const moves = movesOf(steps);
  return meetings
    .flatMap(({ date }, at) => {
      const phase = steps[at];
      if (!phase) return [];
      const move = moves[at];
      return [telling.point(telling.day(date), telling.phase(phase), move === undefined ? '' : telling.move(move))];
    })
    .join(' ');
}
