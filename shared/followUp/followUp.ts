import { type BoardId, compareText, type Day, daysBetween, type NoteId, type PersonId } from '../board/index.ts';
import type { Consent } from '../consent/index.ts';
import { comingMeetings, type Meeting, type Present } from '../meeting/index.ts';
import { type Doer, doersOf, isSameName, type Person, withoutInterpreter } from '../people/index.ts';
import { type IndexedAction, isOpen, waitingFor } from './actionIndex.ts';
import type { Answer } from './answer.ts';

/** What is known of a case that somebody follows up. */
export interface FollowedCase {
  readonly boardId: BoardId;
  readonly title: string;
  readonly actions: readonly IndexedAction[];
  readonly people: readonly Pick<Person, 'id' | 'name' | 'service' | 'phone' | 'email' | 'voices' | 'interpreter'>[];
  /** What people answered to the tiltak they have, those that the leader has seen to included. */
  readonly answers: readonly Answer[];
  readonly meetings: readonly Pick<Meeting, 'date' | 'present' | 'nextDate' | 'version'>[];
  /** The consents that count today. */
  readonly consents: readonly Pick<Consent, 'services' | 'until'>[];
  /** Those whose words outside the case the leader has looked over, as they are now. */
  readonly checked: ReadonlySet<NoteId>;
  /** Its newest plan, where that still waits for a yes. */
  readonly draft?: Omit<WaitingPlan, 'boardId' | 'timeIsOver'>;
}

/** A plan that those whom it is about have not said yes to yet. */
export interface WaitingPlan {
  readonly boardId: BoardId;
  readonly version: number;
  /** The day of its meeting. */
  readonly date: Day;
  /** The last day of the time that was agreed for thinking. */
  readonly until?: Day;
  readonly timeIsOver: boolean;
}

/** Why a tiltak stands where it does, in the order in which they need a person. */
export const followUpGroups = ['help', 'newDate', 'overdue', 'thisWeek', 'answered', 'waiting', 'later'] as const;
export type FollowUpGroup = (typeof followUpGroups)[number];

/** Somebody who does a tiltak, and how they are reached. */
export type FollowedDoer = Doer & Pick<Partial<Person>, 'service' | 'phone'> & { readonly hasEmail?: boolean };

/** An open tiltak of a case. */
export interface FollowUpItem extends IndexedAction {
  readonly boardId: BoardId;
  readonly group: FollowUpGroup;
  /** How many days it is over; 0 for one that is not, or has no date. */
  readonly daysOver: number;
  readonly doers: readonly FollowedDoer[];
  /** The answer that decides its group: not yet seen to, or given since it was due. */
  readonly answer?: Answer;
  /** What is to be done before it, and is not done yet: nobody is to be chased for what they cannot do. */
  readonly waitsFor?: Pick<IndexedAction, 'noteId' | 'text' | 'owner' | 'service'>;
  /** What is to be done at the same time. */
  readonly with?: Pick<IndexedAction, 'noteId' | 'text'>;
}

/** How a case stands, counted. */
export interface FollowedCaseCounts {
  readonly boardId: BoardId;
  readonly title: string;
  readonly done: number;
  /** Still to be done, and not over. */
  readonly open: number;
  readonly over: number;
}

export interface FollowUp {
  /** Every open tiltak, the one that needs a person most first. */
  readonly items: readonly FollowUpItem[];
  /** The one whose agreed time is over first, then the one that has waited longest. */
  readonly plans: readonly WaitingPlan[];
  /** Meetings from today on, the next first. */
  readonly meetings: readonly { readonly boardId: BoardId; readonly date: Day }[];
  /** Who needs an interpreter at a case's next meeting, and has none ordered for it; the meeting that comes first, first. */
  readonly withoutInterpreter: readonly {
    readonly boardId: BoardId;
    readonly date: Day;
    readonly personId: PersonId;
    readonly name: string;
  }[];
  /** Services that soon have no consent any more, and until when they have one; what ends first, first. */
  readonly consentsEnding: readonly {
    readonly boardId: BoardId;
    readonly until: Day;
    readonly services: readonly string[];
  }[];
  /** How many tiltak of a case have words that leave the building, and were looked over by nobody. */
  readonly wordsToCheck: readonly { readonly boardId: BoardId; readonly count: number }[];
  /** The grown-ups who were at a case's last meeting and have nothing to do now. */
  readonly withoutAction: readonly { readonly boardId: BoardId; readonly name: string; readonly personId?: PersonId }[];
  /** The case with most over first. */
  readonly cases: readonly FollowedCaseCounts[];
}

/** How many days ahead are *this week*: as far as a leader who looks on a Monday sees to the next. */
const weekDays = 7;
/** How many days ahead a consent is told of that runs out: time to talk with those who give it. */
const consentDays = 28;

/**
 * What a leader's cases need, in the order that needs a person: who asks for help; who wants another date; what is over and
 * nobody has said anything of, oldest first; what is due, or to be settled with somebody, within a week; what is over and has been
 * answered; what waits for something else; the rest.
 *
 * @param today a day of the leader's calendar
 */
export function followUp(cases: readonly FollowedCase[], today: Day): FollowUp {
  const items = cases.flatMap((followed) => itemsOf(followed, today)).sort(inOrder);
  return {
    items,
    plans: cases
      .flatMap(({ boardId, draft }) =>
        draft ? [{ boardId, ...draft, timeIsOver: draft.until !== undefined && draft.until < today }] : [],
      )
      .sort(
        (a, b) =>
          Number(b.timeIsOver) - Number(a.timeIsOver) ||
          compareText(a.date, b.date) ||
          compareText(a.boardId, b.boardId),
      ),
    meetings: cases
      .flatMap(({ boardId, meetings }) => comingMeetings(meetings, today).map((date) => ({ boardId, date })))
      .sort((a, b) => compareText(a.date, b.date) || compareText(a.boardId, b.boardId)),
    withoutInterpreter: cases
      .flatMap((followed) => withoutInterpreterIn(followed, today))
      .sort((a, b) => compareText(a.date, b.date) || compareText(a.boardId, b.boardId)),
    consentsEnding: cases
      .flatMap((followed) => consentsEndingIn(followed, today))
      .sort((a, b) => compareText(a.until, b.until) || compareText(a.boardId, b.boardId)),
    wordsToCheck: cases.flatMap(wordsToCheckIn),
    withoutAction: cases.flatMap(withoutActionIn),
    cases: cases
      .map(({ boardId, title, actions }) => ({ boardId, title, ...countsOf(actions, today) }))
      .sort((a, b) => b.over - a.over || b.open - a.open || compareText(a.title, b.title)),
  };
}

/** Whether a tiltak should have been done before a day. */
function isOver(action: Pick<IndexedAction, 'due' | 'status'>, today: Day): boolean {
  return isOpen(action) && action.due !== '' && action.due < today;
}

function countsOf(actions: readonly IndexedAction[], today: Day): Omit<FollowedCaseCounts, 'boardId' | 'title'> {
  const over = actions.filter((action) => isOver(action, today)).length;
  return {
    done: actions.filter(({ status }) => status === 'done').length,
    open: actions.filter(isOpen).length - over,
    over,
  };
}

function itemsOf({ boardId, actions, people, answers }: FollowedCase, today: Day): readonly FollowUpItem[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byNote = new Map(actions.map((action) => [action.noteId, action]));
  const waiting = waitingFor(actions);
  return actions.filter(isOpen).map((action) => {
    const answer = answerThatCounts(
      answers.filter(({ noteId }) => noteId === action.noteId),
      action,
      today,
    );
    const waitsFor = waiting.get(action.noteId);
    const beside = action.alongside && byNote.get(action.alongside);
    return {
      ...action,
      boardId,
      group: groupOf(action, answer, waitsFor !== undefined, today),
      daysOver: isOver(action, today) ? daysBetween(action.due, today) : 0,
      doers: doersOf(action, (personId) => byId.get(personId)?.name).map((doer) => reached(doer, people)),
      ...(answer ? { answer } : {}),
      ...(waitsFor ? { waitsFor: wordsOf(waitsFor) } : {}),
      ...(beside && isOpen(beside) ? { with: { noteId: beside.noteId, text: beside.text } } : {}),
    };
  });
}

function wordsOf({ noteId, text, owner, service }: IndexedAction): NonNullable<FollowUpItem['waitsFor']> {
  return { noteId, text, owner, service };
}

/** A name alone is a person of that name, where there is one and no other. */
export function personOf<Known extends Pick<Person, 'id' | 'name'>>(
  doer: Doer,
  people: readonly Known[],
): Known | undefined {
  if (doer.personId !== undefined) return people.find(({ id }) => id === doer.personId);
  const named = people.filter(({ name }) => isSameName(name, doer.name));
  return named.length === 1 ? named[0] : undefined;
}

function reached(doer: Doer, people: FollowedCase['people']): FollowedDoer {
  const person = personOf(doer, people);
  if (!person) return doer;
  const { id, name, service, phone, email } = person;
  return {
    name,
    personId: id,
    ...(service === undefined ? {} : { service }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { hasEmail: true }),
  };
}

/** What was asked and not seen to comes first; else the last word said since it was due counts as an answer. */
function answerThatCounts(answers: readonly Answer[], action: IndexedAction, today: Day): Answer | undefined {
  const last = answers.toSorted((a, b) => b.answeredAt - a.answeredAt);
  const unseen = last.filter(({ settledAt }) => settledAt === undefined);
  return (
    unseen.find(({ answer }) => answer === 'help') ??
    unseen.find(({ date }) => date !== undefined) ??
    last.find(({ answeredOn }) => !isOver(action, today) || answeredOn >= action.due)
  );
}

function groupOf(action: IndexedAction, answer: Answer | undefined, isWaiting: boolean, today: Day): FollowUpGroup {
  const isUnseen = answer !== undefined && answer.settledAt === undefined;
  if (isUnseen && answer.answer === 'help') return 'help';
  if (isUnseen && answer.date !== undefined) return 'newDate';
  if (isOver(action, today) && !isWaiting) return answer ? 'answered' : 'overdue';
  // Whoever has the authority can be asked while it waits.
  if (action.settleWith && action.settleBy && daysBetween(today, action.settleBy) <= weekDays) return 'thisWeek';
  if (isWaiting) return 'waiting';
  if (action.due !== '' && daysBetween(today, action.due) <= weekDays) return 'thisWeek';
  return 'later';
}

function inOrder(a: FollowUpItem, b: FollowUpItem): number {
  const [first, second] = [a, b].map(({ group }) => followUpGroups.indexOf(group)) as [number, number];
  // Without a date it is due after all that have one.
  const [due, otherDue] = [a, b].map((item) => item.due || '9999') as [string, string];
  return (
    first - second || compareText(due, otherDue) || compareText(a.boardId, b.boardId) || compareText(a.noteId, b.noteId)
  );
}

function withoutInterpreterIn({ boardId, people, meetings }: FollowedCase, today: Day): FollowUp['withoutInterpreter'] {
  const [date] = comingMeetings(meetings, today);
  if (date === undefined) return [];
  return withoutInterpreter(people, date).map(({ id: personId, name }) => ({ boardId, date, personId, name }));
}

function consentsEndingIn({ boardId, consents }: FollowedCase, today: Day): FollowUp['consentsEnding'] {
  const untilOf = (service: string): Day =>
    consents
      .filter(({ services }) => services.includes(service))
      .map(({ until }) => until)
      .toSorted(compareText)
      .at(-1) ?? '';
  const ending = Map.groupBy([...new Set(consents.flatMap(({ services }) => services))], untilOf);
  return [...ending].flatMap(([until, services]) =>
    daysBetween(today, until) <= consentDays ? [{ boardId, until, services }] : [],
  );
}

function wordsToCheckIn({ boardId, actions, people, checked }: FollowedCase): FollowUp['wordsToCheck'] {
  const nameOf = (personId: PersonId) => people.find(({ id }) => id === personId)?.name;
  const count = actions.filter(
    (action) =>
      isOpen(action) &&
      action.text.trim() !== '' &&
      !checked.has(action.noteId) &&
      doersOf(action, nameOf).some((doer) => personOf(doer, people) !== undefined),
  ).length;
  return count === 0 ? [] : [{ boardId, count }];
}

function withoutActionIn({ boardId, actions, people, meetings }: FollowedCase): FollowUp['withoutAction'] {
  const last = meetings
    .filter(({ version }) => version !== undefined)
    .toSorted((a, b) => compareText(b.date, a.date))[0];
  if (!last) return [];
  const nameOf = (personId: PersonId) => people.find(({ id }) => id === personId)?.name;
  const doers = actions.filter(isOpen).flatMap((action) => doersOf(action, nameOf));
  const isDoing = (present: Present): boolean =>
    doers.some(
      (doer) =>
        (doer.personId !== undefined && doer.personId === present.personId) || isSameName(doer.name, present.name),
    );
  return last.present.flatMap((present) => {
    if (isDoing(present)) return [];
    const { name, personId = personOf(present, people)?.id } = present;
    const person = people.find(({ id }) => id === personId);
    if (person?.voices.includes('child')) return [];
    return [{ boardId, name, ...(personId === undefined ? {} : { personId }) }];
  });
}
