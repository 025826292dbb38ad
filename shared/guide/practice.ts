import { type Board, hasDoer, type ParticipantId } from '../board/index.ts';
import type { Template } from '../template/index.ts';
import { isBlank } from '../text/index.ts';

/** What somebody who practises leading a meeting is asked to do, one after the other: the way from a first note to a plan. */
export const practiceTasks = ['open', 'write', 'place', 'promise', 'follow', 'journey', 'freeze'] as const;
export type PracticeTask = (typeof practiceTasks)[number];

/** A practice as it stands. What has been done is seen in what lies on the duk, and not in which buttons were pressed. */
export interface PracticeState {
  readonly board: Board;
  readonly template: Template;
  /** Who practises. */
  readonly me: ParticipantId;
  /** Whether the meeting was opened: its day, and who is there. */
  readonly isOpened: boolean;
  readonly isFrozen: boolean;
}

const isDone: Readonly<Record<PracticeTask, (state: PracticeState) => boolean>> = {
  open: ({ isOpened }) => isOpened,
  write: ({ board, me }) => board.notes.some(({ author, text }) => author === me && !isBlank(text)),
  // A dream may well be about all of life.
  place: ({ board, template }) => {
    const today = new Set(template.columns.filter((column) => column.place === 'today').map(({ id }) => id));
    return !board.notes.some(({ cell, text }) => today.has(cell.column) && cell.theme === '' && !isBlank(text));
  },
  promise: ({ board }) =>
    board.notes.some(({ action }) => action !== undefined && action.due !== '' && hasDoer(action)),
  follow: ({ board }) => (board.meeting?.step ?? '') !== '',
  journey: ({ board }) => board.journey.overall !== undefined,
  freeze: ({ isFrozen }) => isFrozen,
};

/** The tasks that are done, in their order. */
export function practised(state: PracticeState): readonly PracticeTask[] {
  return practiceTasks.filter((task) => isDone[task](state));
}

/**
 * The task that is next, undefined when none is left.
 *
 * @param passed those that have been done once, or were passed over: what is taken back later is not asked for again
 */
export function nextTask(state: PracticeState, passed: ReadonlySet<PracticeTask>): PracticeTask | undefined {
  return practiceTasks.find((task) => !passed.has(task) && !isDone[task](state));
}
