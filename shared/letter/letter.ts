import type { ActionStatus, NoteId, NoteVoice } from '../board/index.ts';
import type { StaircaseToDraw } from '../journey/index.ts';
import type { PlanLife, WordSegment } from '../plan/index.ts';
import type { SheetLanguage } from '../template/index.ts';

/** The languages that letters are written in. */
export type LetterLanguage = SheetLanguage;

/** What a letter of a plan is: the whole of it, one page to hang on the wall, or under the headings of an *individuell plan*. */
export const planForms = ['plan', 'minplan', 'individuell'] as const;
export type PlanForm = (typeof planForms)[number];
/** And what one person has promised. */
export const letterForms = [...planForms, 'promises'] as const;
export type LetterForm = (typeof letterForms)[number];

/** Whose copy it is: the family reads of its way in kind words, the team in the words of its trade. */
export const letterReaders = ['family', 'team'] as const;
export type LetterReader = (typeof letterReaders)[number];

/**
 * A plan as it leaves the building: headings, paragraphs, lists, tables and pictures in order, with every sentence. Page, PDF,
 * Word and plain text only set it. What its reader may not see is not in it, so that no setter can let it slip.
 *
 * A string is either ours or what somebody wrote; `said` tells the second where the direction of reading depends on it.
 */
export interface Letter {
  readonly form: LetterForm;
  readonly language: LetterLanguage;
  readonly title: string;
  readonly subtitle: string;
  readonly standing: LetterStanding;
  /** Whom to ring, when they meet again, who was there: on the first page. */
  readonly contact: readonly LetterFact[];
  readonly sections: readonly LetterSection[];
  /** What is said of the letter itself, at its very end. */
  readonly remarks: readonly string[];
  /** That something on the duk could not be read and is not in it; one of the remarks. */
  readonly leftOut?: string;
  /** Stands at the foot of each page, before its number. */
  readonly footer: string;
  readonly pageWords: { readonly page: string; readonly of: string };
  /** A remark to add where a sign had to be left out, since no font at hand has it. */
  readonly unknownLetters: string;
}

/** How the version stands since it was frozen. */
export interface LetterStanding {
  /** In capitals over every page and picture of a draft; '' for what is none. */
  readonly mark: string;
  /** In a word or two, for a table; '' where nobody was asked. */
  readonly word: string;
  /** Who has said yes to it, or why it is in use without; '' where nobody was asked. */
  readonly sentence: string;
}

export interface LetterFact {
  readonly term: string;
  readonly text: string;
}

export interface LetterSection {
  /** Names the section for styles and links; the same in every language. */
  readonly id: string;
  readonly heading: string;
  /** A line icon as path data on a 24 × 24 grid; '' for none. */
  readonly icon: string;
  readonly blocks: readonly LetterBlock[];
}

/** A block, or several under a heading of their own. */
export type LetterBlock =
  | PlainBlock
  | {
      readonly kind: 'part';
      readonly heading: string;
      /** A line icon as path data on a 24 × 24 grid; '' for none. */
      readonly icon: string;
      readonly blocks: readonly PlainBlock[];
    };

export type PlainBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly look: 'plain' | 'quiet' | 'large' }
  | { readonly kind: 'facts'; readonly facts: readonly LetterFact[] }
  | { readonly kind: 'notes'; readonly look: 'plain' | 'large'; readonly notes: readonly LetterNote[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly LetterRow[];
    }
  /** What somebody does, each on a line of its own. */
  | {
      readonly kind: 'tasks';
      /** Each has a box to tick off on paper. */
      readonly canTick: boolean;
      readonly tasks: readonly { readonly noteId: NoteId; readonly text: string; readonly beside: string }[];
    }
  /** Beside each other where there is room. */
  | { readonly kind: 'sides'; readonly sides: readonly LetterSide[] }
  | { readonly kind: 'steps'; readonly steps: readonly LetterStep[]; readonly here: string; readonly alt: string }
  | { readonly kind: 'changes'; readonly groups: readonly ToldChanges[] }
  /** A chart, as SVG of its own size. */
  | {
      readonly kind: 'chart';
      /** 1, 2, 3 … within the letter. */
      readonly number: number;
      readonly svg: string;
      readonly width: number;
      readonly height: number;
      readonly alt: string;
      /** What a staircase is drawn from, for a page that draws it in its own colours and width. */
      readonly staircase?: StaircaseToDraw;
    }
  /** The duk as it was, whose bytes come beside the letter. */
  | { readonly kind: 'picture'; readonly alt: string };

/** What stands on a note. */
export interface LetterNote {
  readonly noteId: NoteId;
  readonly text: string;
  readonly voice: NoteVoice;
  /** Its part of life, how it went, whose words it is and whose hand: what no heading or line above says already. */
  readonly beside: readonly string[];
}

/** A row of a table; its first cell says what the others are about. */
export interface LetterRow {
  readonly noteId: NoteId;
  readonly cells: readonly LetterCell[];
}

export interface LetterCell {
  readonly text: string;
  /** Quieter, below. */
  readonly beside: string;
  /** Nothing was agreed: `text` says so in our words. */
  readonly isMissing?: true;
  /** `beside` is what should not be overlooked. */
  readonly isLate?: true;
  /** 'YYYY-MM-DD' where `text` is a day. */
  readonly day?: string;
  readonly status?: ActionStatus;
}

export interface LetterSide {
  /** `view`: one of those who see it differently. */
  readonly look: 'works' | 'difficult' | 'view';
  readonly heading: string;
  readonly notes: readonly LetterNote[];
}

export interface LetterStep {
  readonly name: string;
  readonly state: 'before' | 'here' | 'ahead';
}

/** In the order they are told: gains first, what stands still and what is gone last. */
export const changeKinds = ['done', 'journey', 'new', 'changed', 'moved', 'standing', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Changes of one kind. */
export interface ToldChanges {
  readonly kind: ChangeKind;
  readonly heading: string;
  /** What holds for all of them, where nothing else is said; '' for nothing. */
  readonly lead: string;
  readonly changes: readonly ToldChange[];
}

/** One thing that became different. */
export interface ToldChange {
  /** Steady while the same two versions are compared. */
  readonly id: string;
  /** The notes it is about, between quotation marks: several where the same is to be said of each. */
  readonly quotes: readonly string[];
  /** What happened, in whole sentences. */
  readonly sentences: readonly string[];
  /** Where the words themselves changed: each stretch, for whoever can mark them. `quotes` then has them as they were, and `sentence` as they are. */
  readonly reworded?: { readonly words: readonly WordSegment[]; readonly sentence: string };
}

/** What is known of a case beside its version, from its rows. */
export interface LetterContacts {
  readonly leaders: readonly { readonly name: string; readonly phone?: string }[];
  /** When they said they would meet again. */
  readonly nextMeeting?: string;
  /** Which service somebody comes from, by person, by seat, and by name for those who have neither. */
  readonly services: readonly ServiceOf[];
  /** Whom the plan is about. */
  readonly subjects: readonly { readonly name: string; readonly personId: string }[];
  /** The consents that count today: which services may tell each other of what (no theme is everything), until when. */
  readonly consents?: readonly {
    readonly services: readonly string[];
    readonly themes: readonly string[];
    readonly until: string;
  }[];
  /** The law that an *individuell plan* rests on, as whoever runs the product has said; absent where they have not. */
  readonly individualPlanLaw?: string;
  /** What has become of the version since it was frozen. */
  readonly life: Pick<PlanLife, 'state' | 'approval' | 'release'>;
}

export interface ServiceOf {
  readonly name: string;
  readonly service: string;
  readonly personId?: string;
  readonly participantId?: string;
}
