import type { PersonId } from '../board/index.ts';
import { doersOf, type Person } from '../people/index.ts';
import type { IndexedAction } from './actionIndex.ts';
import type { Answer } from './answer.ts';
import { personOf } from './followUp.ts';

/** Somebody who does a tiltak, and what they last said of it; without an answer they have said nothing. */
export interface ToldByDoer {
  readonly name: string;
  readonly answer?: Answer;
}

/** What each who does a tiltak has last said of it by a link of their own, in the order they stand in. */
export function toldOf(
  action: IndexedAction,
  people: readonly Pick<Person, 'id' | 'name'>[],
  answers: readonly Answer[],
): readonly ToldByDoer[] {
  const nameOf = (personId: PersonId) => people.find(({ id }) => id === personId)?.name;
  return doersOf(action, nameOf).map((doer) => {
    const person = personOf(doer, people);
    const [answer] = answers
      .filter(({ noteId, personId }) => noteId === action.noteId && personId === person?.id)
      .toSorted((a, b) => b.answeredAt - a.answeredAt);
    return { name: person?.name ?? doer.name, ...(answer ? { answer } : {}) };
  });
}
