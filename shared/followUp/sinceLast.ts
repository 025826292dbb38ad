import { compareText, type Day, type NoteId, type PersonId } from '../board/index.ts';
import { doersOf, type Person } from '../people/index.ts';
import { type IndexedAction, isOpen } from './actionIndex.ts';
import type { Answer } from './answer.ts';
import { personOf } from './followUp.ts';

/** A tiltak that was still to be done when the last meeting was frozen. */
export type Promised = Pick<IndexedAction, 'noteId' | 'status'>;

/** How it has gone with what was promised at the last meeting. Each promise is in one of these, and in no other. */
export interface SinceLast {
  readonly done: readonly NoteId[];
  /** Somebody who does it has said that they need help, and nothing else since. */
  readonly help: readonly NoteId[];
  readonly started: readonly NoteId[];
  /** Still to be done and not begun, or nobody has said anything of it. */
  readonly silent: readonly NoteId[];
  /** Stopped, or no tiltak on the duk any more. */
  readonly ended: readonly NoteId[];
}

type Told = Pick<Answer, 'noteId' | 'personId' | 'answer' | 'answeredAt'>;

/**
 * Sorts what was promised at the last meeting by what those who do it have told of it since.
 *
 * @param since when that meeting was frozen, in milliseconds since the epoch
 * @param tellsHelp whether it is told that somebody needs help; without, it is as if they had not answered
 */
export function sinceLast({
  promised,
  actions,
  answers,
  people,
  since,
  tellsHelp,
}: {
  readonly promised: readonly Promised[];
  readonly actions: readonly IndexedAction[];
  readonly answers: readonly Told[];
  readonly people: readonly Pick<Person, 'id' | 'name'>[];
  readonly since: number;
  readonly tellsHelp: boolean;
}): SinceLast {
  const found = { done: [], help: [], started: [], silent: [], ended: [] } as Record<keyof SinceLast, NoteId[]>;
  const now = new Map(actions.map((action) => [action.noteId, action]));
  const heard = answers.filter(({ answer, answeredAt }) => answeredAt > since && (tellsHelp || answer !== 'help'));
  for (const [noteId, was] of new Map(promised.map(({ noteId, status }) => [noteId, status]))) {
    const action = now.get(noteId);
    const doers = action ? idsOfDoers(action, people) : new Set<PersonId | undefined>();
    const told = heard.filter((answer) => answer.noteId === noteId && doers.has(answer.personId));
    found[kindOf(action, was, told, since)].push(noteId);
  }
  return found;
}

function kindOf(
  action: IndexedAction | undefined,
  was: IndexedAction['status'],
  told: readonly Told[],
  since: number,
): keyof SinceLast {
  if (!action || action.status === 'stopped') return 'ended';
  if (action.status === 'done') return 'done';
  if ([...lastOfEach(told).values()].some(({ answer }) => answer === 'help')) return 'help';
  const isTold = told.length > 0 || (action.reportedAt ?? 0) > since || action.status !== was;
  return isTold && action.status === 'started' ? 'started' : 'silent';
}

/** Who does it now: what somebody said who did it before is no answer to it. */
function idsOfDoers(
  action: IndexedAction,
  people: readonly Pick<Person, 'id' | 'name'>[],
): ReadonlySet<PersonId | undefined> {
  const nameOf = (asked: PersonId) => people.find(({ id }) => id === asked)?.name;
  return new Set(doersOf(action, nameOf).map((doer) => personOf(doer, people)?.id));
}

function lastOfEach(told: readonly Told[]): ReadonlyMap<PersonId, Told> {
  return new Map(told.toSorted((a, b) => a.answeredAt - b.answeredAt).map((answer) => [answer.personId, answer]));
}

/**
 * What is still to be done of it, in the order a table goes through it: by its day, those without one last. Whether help was
 * asked for has no part in the order, so that nobody is pointed out by it.
 */
export function openSinceLast(since: SinceLast, actions: readonly IndexedAction[]): readonly NoteId[] {
  const ids = new Set([...since.help, ...since.started, ...since.silent]);
  const day = ({ due }: { readonly due: Day }): string => due || '9999';
  return actions
    .filter((action) => ids.has(action.noteId) && isOpen(action))
    .toSorted((a, b) => compareText(day(a), day(b)))
    .map(({ noteId }) => noteId);
}
