import type { Day, PersonId, Voice } from '../board/index.ts';

/**
 * Somebody of a case, with or without ever opening the product. Participants are seats of people: whoever comes back by
 * another link, on another machine, is the same person.
 */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** The service they work in; absent for family and volunteers. */
  readonly service?: string;
  readonly phone?: string;
  readonly email?: string;
  /** What they read best, as a BCP 47 tag. */
  readonly language?: string;
  /** Whose voices they may speak in. None: all but the child's. */
  readonly voices: readonly Voice[];
  /** Of somebody with the child's voice: whom the leader has named to write for them. */
  readonly helperId?: PersonId;
  /** What their own page has said to that helper; absent while it has said nothing. */
  readonly helperConfirmed?: boolean;
  /** Why they are in the team, in the leader's words. */
  readonly reason?: string;
  /** What they may decide on, in the leader's words. */
  readonly mayDecide?: string;
  /** That they need an interpreter. */
  readonly interpreter?: InterpreterNeed;
  /** Whether the plan is about them. */
  readonly isSubject: boolean;
  /** What the leader said of reading plans; absent while nothing is said. */
  readonly plansGiven?: boolean;
}

/** Somebody does not follow the meeting's language. */
interface InterpreterNeed {
  /** The day of the meeting for which an interpreter was last ordered. Another meeting is another order. */
  readonly orderedFor?: Day;
}

/** Whether somebody was given the plans to read: whom a plan is about may, until the leader says otherwise. */
export function isGivenPlans({ isSubject, plansGiven }: Pick<Person, 'isSubject' | 'plansGiven'>): boolean {
  return plansGiven ?? isSubject;
}
