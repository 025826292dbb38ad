import type { ActionStatus, GoalAim, GoalState, GoneReason, NoteVoice, PhaseId } from '../../board/index.ts';
import type { JourneyTelling } from '../../journey/index.ts';
import type { PlanItem } from '../../plan/index.ts';
import type { ChangeKind, LetterForm, LetterReader } from '../letter.ts';

/** Something that was (`from`) and is (`to`); '' where it was not or is not. */
export interface FromTo {
  readonly from: string;
  readonly to: string;
}

/** All that letters say of their own, in one language. A new language is one more of these. */
export interface LetterTexts {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly dayOfMonth: (day: number) => string;
  readonly moment: (day: string, hour: string, minute: string) => string;
  readonly quoted: (words: string) => string;
  /** 'a, b og c'. */
  readonly joined: (words: readonly string[]) => string;
  /** 'Investeringsplan', as files are called. */
  readonly fileNames: Readonly<Record<LetterForm | 'duk' | 'actions', string>>;
  readonly fileVersion: (version: number) => string;

  readonly title: (name: string) => string;
  readonly titleOfDuk: (title: string) => string;
  readonly subtitle: (version: number, date: string) => string;
  readonly page: string;
  readonly of: string;
  readonly footer: (title: string, version: number, date: string) => string;

  /** How a version stands since it was frozen. */
  readonly standing: {
    /** Over the column of a table that says it. */
    readonly column: string;
    readonly draft: string;
    readonly draftMeans: string;
    readonly approved: string;
    readonly released: string;
    readonly approvedBy: (name: string, day: string) => string;
    readonly approvedAsSpoken: (when: string, how: string, name: string, day: string) => string;
    readonly releasedBy: (name: string, day: string, reason: string) => string;
  };

  readonly leader: string;
  readonly phone: string;
  readonly nextMeeting: string;
  readonly present: string;
  readonly notAgreed: string;
  readonly notGiven: string;
  readonly nobody: string;
  readonly fromService: (name: string, service: string) => string;

  readonly voices: Readonly<Record<NoteVoice, string>>;
  readonly writtenBy: (name: string) => string;
  /** Whose words all of a section is, where nothing else is said of a note. */
  readonly unlessSaid: (byline: string) => string;
  readonly goals: Readonly<Record<GoalState, string>>;
  /** A goal as it was written up. */
  readonly aims: Readonly<Record<GoalAim, (words: string) => string>>;

  /** Beside a child's wish that still stands. */
  readonly whatHappened: string;
  /** Notes that stand beside each other, and what is said of them all. */
  readonly differ: string;
  readonly differMeans: string;
  /** To whom a note matters most. */
  readonly matters: Readonly<Record<NonNullable<PlanItem['matters']>, string>>;

  readonly columns: Readonly<Record<'action' | 'theme' | 'who' | 'service' | 'by' | 'status', string>>;
  /** Of a table over several cases, before the others. */
  readonly caseColumns: Readonly<Record<'caseId' | 'caseTitle' | 'actionId', string>>;
  /** What is agreed of a tiltak beside who and when. A day of '' is none; `isDone`: what it comes after is done. */
  readonly agreed: {
    readonly settle: (who: string, day: string) => string;
    readonly follows: (quote: string, isDone: boolean) => string;
    readonly alongside: (quote: string) => string;
    readonly paidBy: (who: string) => string;
  };
  /** Of a table, after the others. */
  readonly agreedColumns: Readonly<Record<'settleWith' | 'settleBy' | 'follows' | 'alongside' | 'paidBy', string>>;
  readonly noOwner: string;
  readonly noDate: string;
  readonly late: string;
  readonly alsoNow: string;
  readonly done: string;
  readonly stopped: string;
  readonly goalsBy: (heading: string, day: string) => string;
  readonly vision: string;

  readonly wayAhead: string;
  readonly phases: Readonly<Record<LetterReader, Readonly<Record<PhaseId, string>>>>;
  readonly phaseMeans: Readonly<Record<PhaseId, string>>;
  readonly asAWhole: string;
  readonly seenBy: (name: string) => string;
  readonly theCitizen: string;
  readonly here: string;
  readonly stairs: (steps: readonly string[], here: string) => string;
  /** How far it has come from meeting to meeting. */
  readonly overTime: Omit<JourneyTelling, 'phase' | 'day' | 'citizen'> & {
    readonly title: string;
    readonly leftOut: (count: number) => string;
  };

  readonly changes: (version: number, date: string) => string;
  readonly changesUnknown: string;
  readonly previousUnreadable: (version: number) => string;
  readonly nothingChanged: string;
  readonly weeksSince: (weeks: number) => string;
  readonly newAtTable: (names: string) => string;
  readonly changeKinds: Readonly<Record<ChangeKind, string>>;
  readonly told: ChangeTexts;
  readonly minPlan: MinPlanTexts;
  readonly promises: PromiseTexts;
  readonly individual: IndividualPlanTexts;
  readonly cut: CutTexts;

  readonly frozen: (moment: string) => string;
  readonly fingerprint: (sha256: string) => string;
  readonly leftOut: (count: number) => string;
  readonly unknownLetters: string;
  readonly picture: string;
  readonly pictureAlt: (notes: number, drawings: number, title: string) => string;
  readonly drawings: string;
  /** What somebody has drawn; `words` are their own, '' where they have not said it. */
  readonly drawn: (name: string, words: string) => string;
  readonly drawnBySomeone: string;
  /** The duk's own description, in its picture. */
  readonly dukDescription: (notes: number, columns: number, themes: number) => string;
}

/** All that *Min plan* says of its own: easy words, short sentences (a test reckons how hard they are to read). */
export interface MinPlanTexts {
  readonly title: string;
  readonly dream: string;
  readonly mine: string;
  readonly nothingMine: string;
  readonly others: string;
  readonly nothingOthers: string;
  readonly by: (day: string) => string;
  /** The same of a day that was over when the duk was frozen. */
  readonly late: (day: string) => string;
  readonly together: (names: string) => string;
  readonly someone: string;
  readonly more: (count: number) => string;
  readonly nextMeeting: string;
  readonly noMeeting: string;
  readonly ring: string;
  readonly ringNumber: (name: string, phone: string) => string;
  readonly talkTo: (name: string) => string;
  readonly nobody: string;
}

/** All that a letter to one person of what they promised says of its own. */
interface PromiseTexts {
  readonly title: string;
  readonly meeting: (day: string) => string;
  readonly mine: string;
  readonly noDay: string;
  /** @param who '' where nobody may be named */
  readonly waitsFor: (who: string) => string;
  readonly waiters: (who: string) => string;
  readonly more: (count: number) => string;
  readonly last: string;
  /** How it has gone; `gone` is off the duk. */
  readonly went: Readonly<Record<ActionStatus | 'gone', string>>;
  readonly answer: string;
  readonly scan: string;
  readonly qr: string;
  /** @param leader '' where nobody leads */
  readonly ask: (leader: string) => string;
}

/** What an *individuell plan* says of its own: the headings of the regulation, and what is not there. No word of it promises anything. */
export interface IndividualPlanTexts {
  readonly title: (name: string) => string;
  readonly titleAlone: string;
  /** Before the law, and before the names of what nobody has said. */
  readonly restsOn: string;
  readonly missing: string;
  readonly nothing: string;
  readonly means: string;
  readonly headings: Readonly<
    Record<
      'goals' | 'who' | 'coordinates' | 'contributes' | 'actions' | 'carriedOut' | 'period' | 'consent' | 'cooperation',
      string
    >
  >;
  readonly parts: Readonly<
    Record<
      'goals' | 'resources' | 'needs' | 'person' | 'services' | 'closest' | 'extent' | 'period' | 'revision',
      string
    >
  >;
  readonly from: string;
  readonly consent: (services: string, themes: string, day: string) => string;
  readonly everything: string;
  readonly between: (services: string) => string;
}

/** What a cut for one recipient says of itself. */
export interface CutTexts {
  /** Where nobody is named whose plan it is. */
  readonly title: string;
  readonly subtitle: (version: number, date: string) => string;
  /** Before the name of whoever gets it, and before what it is about. */
  readonly to: string;
  readonly about: string;
  /** What has no theme, the vision and the way as a whole. */
  readonly allOfLife: string;
  readonly means: string;
  readonly fingerprint: (sha256: string, version: number, plan: string) => string;
  readonly pictureAlt: (notes: number) => string;
  /** 'Utdrag', as files are called. */
  readonly fileName: string;
}

/** What is said of a change. */
export interface ChangeTexts {
  /** @param byline '' where it is said of all that is new */
  readonly new: (place: string, byline: string) => string;
  readonly newAction: string;
  readonly becameAction: string;
  readonly noLongerAction: string;
  readonly who: (who: string) => string;
  readonly by: (day: string) => string;
  readonly moved: (change: FromTo) => string;
  readonly reworded: (quote: string) => string;
  /** What matters to somebody is told as it was and as it is: two sentences of theirs, neither of them a mistake. */
  readonly saidThen: (quote: string) => string;
  readonly saidNow: (quote: string) => string;
  readonly status: (change: FromTo) => string;
  readonly owner: (change: FromTo) => string;
  readonly service: (change: FromTo) => string;
  readonly due: (change: FromTo) => string;
  readonly settling: (who: string, day: string) => string;
  readonly settle: (change: FromTo) => string;
  readonly follows: (change: FromTo) => string;
  readonly alongside: (change: FromTo) => string;
  readonly paidBy: (change: FromTo) => string;
  readonly goal: (change: FromTo) => string;
  readonly writtenUp: (change: FromTo) => string;
  readonly voice: (change: FromTo) => string;
  readonly author: string;
  readonly gone: string;
  readonly goneMany: string;
  readonly goneDone: string;
  readonly goneStopped: string;
  readonly goneGoal: (state: string) => string;
  /** @param agreed who and by when, as far as it was agreed; '' for neither */
  readonly goneUndone: (agreed: string) => string;
  /** The same of what is gone for a reason that somebody has given. */
  readonly goneWhy: Readonly<Record<GoneReason, (agreed: string) => string>>;
  readonly dueWas: (day: string) => string;
  readonly daysLate: (days: number) => string;
  readonly notYetDue: (day: string) => string;
  readonly noDue: string;
  readonly title: (change: FromTo) => string;
  readonly for: (change: FromTo) => string;
  readonly vision: (change: FromTo) => string;
  readonly horizon: (heading: string, change: FromTo) => string;
  readonly phase: (of: string, change: FromTo) => string;
}
