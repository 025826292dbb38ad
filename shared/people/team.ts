import type { Day } from '../board/index.ts';
import type { Person } from './person.ts';

/** From so many round one person on, the citizen becomes small: Proba's finding, and Lørenskog's own advice. */
const largeTeamFrom = 7;

/** Whether those round the person are so many that the leader should think of who must be at each meeting. */
export function isLargeTeam(people: readonly Pick<Person, 'isSubject'>[]): boolean {
  return people.filter(({ isSubject }) => !isSubject).length >= largeTeamFrom;
}

/**
 * Those for whom an interpreter must be ordered before they meet next. A public body must use one where somebody cannot
 * follow otherwise (tolkeloven § 6), so that nobody comes to a meeting without.
 *
 * @param meeting the day when they meet next
 */
export function withoutInterpreter<
  Known extends { readonly interpreter?: { readonly orderedFor?: Day | undefined } | undefined },
>(people: readonly Known[], meeting: Day): readonly Known[] {
  return people.filter(({ interpreter }) => interpreter !== undefined && interpreter.orderedFor !== meeting);
}
