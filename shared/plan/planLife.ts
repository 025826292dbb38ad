import { type Day, daysBetween, type NoteId, type PersonId } from '../board/index.ts';
import type { SubjectPresence } from '../meeting/index.ts';

/** What somebody says to a tiltak of a draft: yes, not yet, or that it is not right. */
export const actionAnswers = ['yes', 'time', 'no'] as const;
export type ActionAnswer = (typeof actionAnswers)[number];

/**
 * Something that happened to a version after it was frozen. What was frozen is never changed by it: these are rows of their
 * own, one after the other, and none is ever taken back.
 */
export type LifeEvent = {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Who did it, and what they were called then; '' for what the product itself noted. */
  readonly personId: PersonId | '';
  readonly name: string;
} & (
  | /** It was frozen when a version was final at once: nobody was asked, so it is neither a draft nor approved. */ {
      readonly kind: 'frozenBefore';
    }
  | /** Who was there when it was frozen, whoever is marked as whom it is about after. */ {
      readonly kind: 'frozen';
      readonly subject: SubjectPresence;
    }
  | /** The leader and the family agreed how long to think. */ { readonly kind: 'timeAgreed'; readonly until: Day }
  | {
      readonly kind: 'answered';
      readonly noteId: NoteId;
      readonly answer: ActionAnswer;
      /** In their own words; '' for none. */
      readonly line: string;
    }
  | /** By somebody whom the plan is about, from their own seat. */ { readonly kind: 'approved' }
  | /** They said so, and the leader wrote down when and how. */ {
      readonly kind: 'approvedAsSpoken';
      readonly when: Day;
      readonly how: string;
    }
  | /** The agreed time was over, and the leader took the plan into use without an approval. */ {
      readonly kind: 'released';
      readonly reason: string;
    }
  | /** The archive has it, and gave it this id. */ {
      readonly kind: 'archived';
      readonly archiveId: string;
      readonly day: Day;
    }
);

/**
 * - `draft`: frozen, and those whom it is about have not said yes yet
 * - `approved`: they have, themselves or as spoken
 * - `released`: the leader took it into use with a reason, when the agreed time was over
 * - `unasked`: from before anybody was asked
 */
export const planStates = ['draft', 'approved', 'released', 'unasked'] as const;
export type PlanState = (typeof planStates)[number];

export type PlanApproval = { readonly at: number; readonly name: string } & (
  | { readonly by: 'citizen' }
  | /** `name` is then who wrote it down. */ { readonly by: 'spoken'; readonly when: Day; readonly how: string }
);

/** The last that somebody said to a tiltak. */
export interface GivenAnswer {
  readonly noteId: NoteId;
  readonly personId: PersonId | '';
  readonly name: string;
  readonly answer: ActionAnswer;
  readonly line: string;
  readonly at: number;
}

/** How it has gone with a version since it was frozen. */
export interface PlanLife {
  readonly state: PlanState;
  /** Whether anybody whom it is about was there when it was frozen; absent of versions from before that was kept. */
  readonly subject?: SubjectPresence;
  readonly approval?: PlanApproval;
  readonly release?: { readonly at: number; readonly name: string; readonly reason: string };
  /** The last day of the time that was agreed for thinking. */
  readonly until?: Day;
  /** One for each person and tiltak, in the order they were last given. */
  readonly answers: readonly GivenAnswer[];
  /** What the archive answered, oldest first. */
  readonly receipts: readonly { readonly archiveId: string; readonly day: Day; readonly name: string }[];
}

/** What has become of a version, from what happened to it, oldest first. Nothing yet: it is a draft. */
export function planLifeOf(events: readonly LifeEvent[]): PlanLife {
  let life: PlanLife = { state: 'draft', answers: [], receipts: [] };
  for (const event of events) life = { ...life, ...changeBy(event, life) };
  return life;
}

function changeBy(event: LifeEvent, life: PlanLife): Partial<PlanLife> {
  const { at, name, personId } = event;
  switch (event.kind) {
    case 'frozenBefore':
      return { state: 'unasked' };
    case 'frozen':
      return { subject: event.subject };
    case 'timeAgreed':
      return { until: event.until };
    case 'answered': {
      const { noteId, answer, line } = event;
      const others = life.answers.filter((given) => given.noteId !== noteId || given.personId !== personId);
      return { answers: [...others, { noteId, personId, name, answer, line, at }] };
    }
    case 'approved':
      return { state: 'approved', approval: { by: 'citizen', at, name } };
    case 'approvedAsSpoken':
      return { state: 'approved', approval: { by: 'spoken', at, name, when: event.when, how: event.how } };
    case 'released':
      return { state: 'released', release: { at, name, reason: event.reason } };
    case 'archived':
      return { receipts: [...life.receipts, { archiveId: event.archiveId, day: event.day, name }] };
  }
}

/** Why something cannot be done with a version now. */
export type LifeFault =
  /** There is a newer version: that one is to be approved. */
  | 'newerVersion'
  /** It is approved, or in use, already. */
  | 'planNotDraft'
  | /** What was agreed is only made longer. */ 'timeShortened'
  | 'timeNotAgreed'
  | 'timeNotPassed'
  /** Whom it is about was not there, and has not said yes since. */
  | 'citizenAbsent'
  /** A draft goes nowhere. */
  | 'planIsDraft';

interface VersionNow {
  readonly life: PlanLife;
  readonly isNewest: boolean;
}

/** Also what is in use without a yes can be given one. As long as it can, its tiltak are answered to. */
export function approvalFault({ life, isNewest }: VersionNow): LifeFault | undefined {
  if (life.state === 'approved') return 'planNotDraft';
  return isNewest ? undefined : 'newerVersion';
}

/** Time is agreed while it is a draft, and the family keeps what it was given: another day is never before the one that stands. */
export function timeFault(version: VersionNow, until: Day): LifeFault | undefined {
  const agreed = version.life.until;
  return draftFault(version) ?? (agreed !== undefined && daysBetween(agreed, until) < 0 ? 'timeShortened' : undefined);
}

function draftFault({ life, isNewest }: VersionNow): LifeFault | undefined {
  if (life.state !== 'draft') return 'planNotDraft';
  return isNewest ? undefined : 'newerVersion';
}

/**
 * @param today the day it is where the plan is read
 * @param subject whether anybody whom it is about was there when it was frozen
 */
export function releaseFault(version: VersionNow, today: Day, subject: SubjectPresence): LifeFault | undefined {
  const fault = draftFault(version);
  if (fault) return fault;
  if (subject !== 'present') return 'citizenAbsent';
  const { until } = version.life;
  if (until === undefined) return 'timeNotAgreed';
  return daysBetween(until, today) > 0 ? undefined : 'timeNotPassed';
}

/** What leaves the house as a plan is no draft. */
export function leavingFault({ state }: Pick<PlanLife, 'state'>): LifeFault | undefined {
  return state === 'draft' ? 'planIsDraft' : undefined;
}
