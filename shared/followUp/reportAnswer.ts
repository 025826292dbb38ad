import {
  type BoardDocument,
  type NoteId,
  type PersonId,
  readActions,
  reportAction,
  setAction,
} from '../board/index.ts';
import { doersOf, ownershipOf, type Person } from '../people/index.ts';
import { failed, type Result, succeeded } from '../result.ts';
import type { AnswerKind } from './answer.ts';
import { personOf } from './followUp.ts';

export type ReportFailure = { readonly kind: 'actionGone' };

/**
 * Writes on the duk what somebody answered of a tiltak of theirs, and who it was. That they need help is the leader's to know: it
 * only takes back that they had said it was done.
 *
 * @param at milliseconds since the epoch
 * @returns `actionGone` when it is theirs no more, or was stopped
 */
export function reportAnswer(
  board: BoardDocument,
  {
    noteId,
    person,
    people,
    answer,
    at,
  }: {
    readonly noteId: NoteId;
    readonly person: Pick<Person, 'id' | 'name'>;
    readonly people: readonly Pick<Person, 'id' | 'name'>[];
    readonly answer: AnswerKind;
    readonly at: number;
  },
): Result<void, ReportFailure> {
  const action = readActions(board).find(({ id }) => id === noteId)?.action;
  if (!action || action.status === 'stopped') return failed({ kind: 'actionGone' });
  const nameOf = (personId: PersonId) => people.find(({ id }) => id === personId)?.name;
  const doers = doersOf(action, nameOf);
  const place = doers.findIndex((doer) => personOf(doer, people)?.id === person.id);
  if (place < 0) return failed({ kind: 'actionGone' });
  if (answer === 'help' && action.status !== 'done') return succeeded(undefined);
  board.transact(() => {
    // By their id, so that everybody can read who it was.
    if (doers[place]?.personId === undefined) {
      const named = doers.map((doer, index) => (index === place ? { ...doer, personId: person.id } : doer));
      setAction(board, noteId, ownershipOf(named));
    }
    reportAction(board, noteId, { status: answer === 'done' ? 'done' : 'started', by: person.id, at });
  });
  return succeeded(undefined);
}
