import type { CrowdedBoardSizes } from './measurements/crowdedBoard.ts';
import type { JoinSizes } from './measurements/join.ts';
import type { ManyBoardsSizes } from './measurements/manyBoards.ts';
import type { MeetingSizes } from './measurements/meeting.ts';
import type { PowerCutSizes } from './measurements/powerCut.ts';
import type { ReturningSizes } from './measurements/returning.ts';
import type { UnderAttackSizes } from './measurements/underAttack.ts';
import type { YearOfEditsSizes } from './measurements/yearOfEdits.ts';

/** How large everything is. */
export interface Sizes {
  readonly repeats: number;
  readonly crowdedBoard: CrowdedBoardSizes;
  readonly join: JoinSizes;
  readonly meeting: MeetingSizes;
  readonly manyBoards: ManyBoardsSizes;
  readonly returning: ReturningSizes;
  readonly yearOfEdits: YearOfEditsSizes;
  readonly underAttack: UnderAttackSizes;
  readonly powerCut: PowerCutSizes & { readonly trials: number };
}

/** The table as it is published. Our relay lets one connection send 3,000 edits at once: the crowd stays below that. */
export const fullSizes: Sizes = {
  repeats: 3,
  crowdedBoard: { people: 50, writers: 10, editsEach: 2_300, window: 200, seconds: 8, limitSeconds: 30 },
  join: { notes: 3_000, laterEdits: 12_000, writers: 10, atOnce: 20, rounds: 5 },
  meeting: { people: 12, editsPerSecond: 4, seconds: 15, notes: 100 },
  manyBoards: { boards: 500, people: 4, notes: 20, editsPerSecond: 2, seconds: 15 },
  returning: { boards: 500, people: 4, notes: 20, rounds: 3 },
  yearOfEdits: { meetings: 200, edits: 100_000, peoplePerMeeting: 2, notes: 250, openings: 10 },
  underAttack: { people: 12, editsPerSecond: 4, seconds: 20, notes: 100 },
  powerCut: { people: 10, editsPerSecond: 60, seconds: 2, trials: 6 },
};

/** Enough to see that everything works and roughly where we are. */
export const quickSizes: Sizes = {
  repeats: 1,
  crowdedBoard: { people: 50, writers: 10, editsEach: 600, window: 200, seconds: 0, limitSeconds: 3 },
  join: { notes: 600, laterEdits: 2_000, writers: 10, atOnce: 20, rounds: 2 },
  meeting: { people: 12, editsPerSecond: 4, seconds: 2, notes: 100 },
  manyBoards: { boards: 60, people: 4, notes: 20, editsPerSecond: 2, seconds: 2 },
  returning: { boards: 60, people: 4, notes: 20, rounds: 2 },
  yearOfEdits: { meetings: 20, edits: 12_000, peoplePerMeeting: 2, notes: 100, openings: 5 },
  underAttack: { people: 12, editsPerSecond: 4, seconds: 3, notes: 100 },
  powerCut: { people: 10, editsPerSecond: 60, seconds: 1, trials: 1 },
};
