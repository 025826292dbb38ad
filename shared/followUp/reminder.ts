import { type Day, daysBetween } from '../board/index.ts';
import { type IndexedAction, isOpen } from './actionIndex.ts';
import type { Answer } from './answer.ts';

/** A week before the date, the day after it, and once more a week later. */
const reminderKinds = ['before', 'after', 'again'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** From which day to which each may be sent, counted from the date: a server that was away is late by some days at most. */
const days: Readonly<Record<ReminderKind, readonly [number, number]>> = {
  before: [-7, -5],
  after: [1, 6],
  again: [8, 14],
};
/** Nobody is reminded of a date that they have answered to since so many days before it. */
const answersCountFrom = -7;

/**
 * Which reminder of a tiltak is to be sent on a day to somebody who does it; none after they have answered.
 *
 * Nobody is reminded of what has to wait for something else.
 *
 * @param answer what they last answered to it
 */
export function reminderDue(
  action: Pick<IndexedAction, 'due' | 'status'>,
  answer: Pick<Answer, 'answeredOn'> | undefined,
  today: Day,
  isWaiting = false,
): ReminderKind | undefined {
  if (!isOpen(action) || action.due === '' || isWaiting) return undefined;
  if (answer && daysBetween(action.due, answer.answeredOn) >= answersCountFrom) return undefined;
  const day = daysBetween(action.due, today);
  return reminderKinds.find((kind) => {
    const [first, last] = days[kind];
    return day >= first && day <= last;
  });
}

/** Whether people may be reminded at an hour of their own clock, 0 to 23: never at night. */
export function mayRemindAt(hour: number): boolean {
  return hour >= 7 && hour < 20;
}
