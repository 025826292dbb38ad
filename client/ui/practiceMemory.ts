import { type PracticeTask, practiceTasks } from '@duken/shared/guide';
import { recall, remember } from './browserMemory.ts';

/** Kept where a practice was ended here. */
const ended = 'ended';

const keyOf = (boardId: string) => `practice ${boardId}`;

/** Marks a duk as one to practise on, in this browser alone: others at the table see a duk like any other. */
export function beginPractice(boardId: string): void {
  rememberPassed(boardId, new Set());
}

/** Keeps which tasks are behind: done once, or passed over. */
export function rememberPassed(boardId: string, passed: ReadonlySet<PracticeTask>): void {
  remember(keyOf(boardId), [...passed].join(' '));
}

/** The tasks that are behind; undefined on a duk that nobody practises on here. */
export function recallPassed(boardId: string): ReadonlySet<PracticeTask> | undefined {
  const kept = recall(keyOf(boardId));
  if (kept === undefined || kept === ended) return undefined;
  const words = new Set(kept.split(' '));
  return new Set(practiceTasks.filter((task) => words.has(task)));
}

export function endPractice(boardId: string): void {
  remember(keyOf(boardId), ended);
}
