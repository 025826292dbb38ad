import type { NoteVoice, ParticipantId } from '../access/index.ts';
import type { Cell, ColumnId, TemplateId, ThemeId } from '../template/index.ts';

// Who and whose is said in shared/access; whoever speaks of a board finds them here too.
export {
  type BoardId,
  type NoteVoice,
  noteVoices,
  type ParticipantId,
  theRound,
  type Voice,
  voiceChoices,
  voices,
} from '../access/index.ts';
export type NoteId = string & { readonly kind: 'NoteId' };
export type PersonId = string & { readonly kind: 'PersonId' };
export type StrokeId = string & { readonly kind: 'StrokeId' };

/** A day as 'YYYY-MM-DD', or '' where none is set. */
export type Day = string;

export const actionStatuses = ['agreed', 'started', 'done', 'stopped'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** A *tiltak*: who does what, by when. What is to be done is the note's own text. */
export interface Action {
  readonly owner: string;
  readonly service: string;
  readonly due: Day;
  readonly status: ActionStatus;
  /** Which of the case's people the owner is. Without it the owner is a person of that name. */
  readonly ownerId?: PersonId;
  /** Those who do it together with the owner. */
  readonly withIds?: readonly PersonId[];
  /** Who last told how far it has come, where somebody was asked. */
  readonly reportedBy?: PersonId;
  /** Milliseconds since the epoch. */
  readonly reportedAt?: number;
  /** Who must say yes before it can be done, and by when that is to be asked; gone again when they have. */
  readonly settleWith?: string;
  readonly settleBy?: Day;
  /** The tiltak that is to be done before it, and one that is to be done at the same time (`orderOf`). */
  readonly follows?: NoteId;
  readonly alongside?: NoteId;
  /** Who pays, where it is shared. */
  readonly paidBy?: string;
}

/** What is agreed of a tiltak beside who, when and how far; each may be absent. */
export const agreementFields = ['settleWith', 'settleBy', 'follows', 'alongside', 'paidBy'] as const;

/** Most people who do one thing together. */
export const maxTogether = 20;

/** How it went with a goal or a dream, in the citizen's own judgement. */
export const goalStates = ['reached', 'underway', 'changed', 'dropped'] as const;
export type GoalState = (typeof goalStates)[number];

/** What a plan consists of, as 001 (Lørenskog) has it: what is to be there (*resultatmål*), and what is to become of it (*effektmål*). */
export const goalAims = ['result', 'effect'] as const;
export type GoalAim = (typeof goalAims)[number];

/** A goal in the words of whoever leads. */
export interface WrittenUp {
  readonly as: GoalAim;
  readonly words: string;
}

/** Longest words of a goal that is written up, in UTF-16 units. */
export const longestWrittenUp = 300;

/** A sticky note as people see it: plain data, safe to draw, compare, freeze and send. */
export interface Note {
  readonly id: NoteId;
  readonly cell: Cell;
  /** Fractional index within the cell, sorted as text; ties break on the note's id. */
  readonly order: string;
  readonly text: string;
  readonly voice: NoteVoice;
  readonly author: ParticipantId;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly action?: Action;
  /** What it is written in, as a language tag (BCP 47); in the duk's own where it is not said. */
  readonly lang?: string;
  /** The note it stands beside: *vi ser det ulikt*. */
  readonly pair?: NoteId;
  readonly goal?: GoalState;
  /** A goal or a dream as the leader has written it up. The note's own words stay as they are. */
  readonly writtenUp?: WrittenUp;
  /**
   * Those of the others who say that it is important, in the order of their ids. Read only once whose plan it is has given theirs
   * or passed (`MeetingState.heartsDone`): what a program votes before that stands nowhere.
   */
  readonly votes?: readonly ParticipantId[];
  /** Hearts of those whose plan it is, or of the leader for them: *viktigst for meg*. */
  readonly hearts?: readonly ParticipantId[];
  /** Who last changed it, when that was not its author; said by the relay. */
  readonly editedBy?: ParticipantId;
  /** What was written by hand on the paper that it was read from, and stays whatever is typed. */
  readonly handwriting?: Handwriting;
}

/** What somebody wrote by hand on a paper, as an outline, and where the paper lay on which printed sheet. */
export interface Handwriting {
  /** The sheet's number on its duk, and the paper's middle on it, in paper units (`shared/paper`). */
  readonly sheet: number;
  readonly x: number;
  readonly y: number;
  /** Of the outline, in units of which two are one of the sheet's. */
  readonly width: number;
  readonly height: number;
  /** SVG path data of `M`, `l` and `z` with whole numbers alone. */
  readonly path: string;
}

/** Whether a note speaks with a child's voice, in the hand of somebody who was let write for it. */
export function isWrittenForChild(
  { voice, author }: Pick<Note, 'voice' | 'author'>,
  helpers: ReadonlySet<ParticipantId> | undefined,
): boolean {
  return voice === 'child' && (helpers?.has(author) ?? false);
}

/** Why something that was agreed, or wished for, is off the duk. */
export const goneReasons = ['done', 'unimportant', 'rewritten', 'mistake'] as const;
export type GoneReason = (typeof goneReasons)[number];

/** A note in the bin. */
export interface BinnedNote extends Note {
  /** Where somebody has said so. */
  readonly gone?: GoneReason;
  /** Milliseconds since the epoch. */
  readonly deletedAt: number;
  /** Who threw it away; said by the relay. */
  readonly deletedBy?: ParticipantId;
}

/** Ink. Points are x, y, pressure triples in sheet units from the cell's upper left corner; pressure is 0 to 1. */
export interface Stroke {
  readonly id: StrokeId;
  readonly cell: Cell;
  readonly points: readonly number[];
  readonly colour: InkColour;
  /** Sheet units. */
  readonly width: number;
  readonly author: ParticipantId;
  /** What the drawing that it belongs to shows, in the drawer's own words; on one stroke of each drawing. */
  readonly words?: string;
}

export const inkColours = ['ink', 'spruce', 'rust'] as const;
export type InkColour = (typeof inkColours)[number];

/** The four phases of the investeringsferd, from untenable to sustainable (domain.md, "The journey"). */
export const phaseIds = ['untenable', 'exposed', 'stable', 'sustainable'] as const;
export type PhaseId = (typeof phaseIds)[number];

/** Phase as a whole and, where the people at the table wished it, per theme. */
export interface JourneyView {
  readonly overall?: PhaseId;
  readonly themes: Readonly<Record<ThemeId, PhaseId>>;
}

/** What the table agreed on and, where it was asked, how the citizen sees it. */
export interface Journey extends JourneyView {
  readonly citizen?: JourneyView;
}

/** What the meeting is about and how far it has come. */
export interface MeetingState {
  /** The *målbilde*: what it will be like when it is good. */
  readonly vision: string;
  /** Id of the step the meeting is at, '' where nobody leads it by steps. */
  readonly step: string;
  /** Themes that were talked of, top to bottom. */
  readonly talkedOf: readonly ThemeId[];
  /** Themes that are not relevant at this meeting, top to bottom; absent while there are none. */
  readonly notRelevant?: readonly ThemeId[];
  /** Those whose plan it is have given their hearts, or passed: now the others' marks count. */
  readonly heartsDone?: true;
}

/** How far a theme has come at the meeting. */
export const themeTalks = ['talkedOf', 'notYet', 'notRelevant'] as const;
export type ThemeTalk = (typeof themeTalks)[number];

/** A part of the sheet: a column, a theme, where they cross, or all of it. */
export interface SheetPart {
  readonly columns: readonly ColumnId[];
  /** Absent for all of them, '' for what has none. */
  readonly theme?: ThemeId;
}

/** Everybody is asked to look at the same part: *samle alle*. */
export interface Gathering extends SheetPart {
  /** When it was asked, in milliseconds since the epoch: it tells one from the next. */
  readonly at: number;
}

/** A stretch of time that everybody sees go by. Milliseconds since the epoch. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** A round without names, while people write for themselves. Said by the server alone, and nothing of it says who. */
export interface RoundNow {
  readonly id: string;
  /** How many have said that they are done. */
  readonly ready: number;
}

/** That the duk, or some of its notes, were made what they were before; the last time that was done. Said by the server alone. */
export interface LastRestore {
  readonly by: ParticipantId;
  /** When it was done, and what it was taken back to. Milliseconds since the epoch. */
  readonly at: number;
  readonly to: number;
  /** Which moment that is, and the one just before it was done: how much of the journal is in them. */
  readonly moment: number;
  readonly before: number;
  /** Which notes, where it was not all of the duk. */
  readonly notes?: readonly NoteId[];
  /** It was taken back again. */
  readonly isUndone?: true;
}

/** What is so at the table in this very moment. It is no part of what a meeting leaves behind. */
export interface TableNow {
  /** The theme that the step is at. */
  readonly theme?: ThemeId;
  readonly gathering?: Gathering;
  /** Time set aside for the step. */
  readonly timer?: Stretch;
  /** *Pust i bakken*: the pause that somebody asked for, over or not. Nothing of it says who. */
  readonly pause?: Stretch;
  /** The round without names that is open. */
  readonly round?: RoundNow;
  readonly restored?: LastRestore;
  /** Children that want the meeting to begin with what they have written, by their seats. */
  readonly opens?: readonly ParticipantId[];
  /** Who is to read out what a child has laid, as it wants it, by its seats. */
  readonly reads?: ReadonlyMap<ParticipantId, ChildReads>;
}

/** Who reads out what a child has laid: itself, whoever leads, somebody it points to, or nobody: each reads for themself. */
export const childReads = ['self', 'leader', 'chosen', 'silent'] as const;
export type ChildReads = (typeof childReads)[number];

/** How many notes lie side by side in each column, from 1 to `maxLanes`; one where nothing is said. */
export type SheetForm = Readonly<Partial<Record<ColumnId, number>>>;

/** Most notes side by side in a column: a cell of forty becomes seven rows. */
export const maxLanes = 6;

/** Everything on one duk, as plain data. */
export interface Board {
  readonly templateId: TemplateId;
  readonly title: string;
  /** PLANEN TIL. */
  readonly for: string;
  readonly horizonShort: Day;
  readonly horizonLong: Day;
  /** In reading order: by cell as in the template, then by order, then by id. */
  readonly notes: readonly Note[];
  /** Deleted notes that carry words, newest first. */
  readonly bin: readonly BinnedNote[];
  readonly strokes: readonly Stroke[];
  readonly journey: Journey;
  /** Absent while nothing of it was filled in. */
  readonly meeting?: MeetingState;
  /** Absent while there is nothing of it. */
  readonly now?: TableNow;
  /** Themes that do not concern this family, put away for all; absent while there are none. */
  readonly putAway?: readonly ThemeId[];
  /** Absent until somebody has tidied the sheet: then one note lies beside no other. */
  readonly form?: SheetForm;
  /** How many entries of the document did not fit the schema and were left out. */
  readonly leftOut: number;
}

/** Largest that is read of a piece of handwriting: its path in letters, and its measures in units of its own. */
export const maxHandwriting = { path: 24_000, width: 600, height: 2_000 } as const;

/** Longest note, in UTF-16 units. Guards what is typed and pasted, never what is read (design.md). */
export const maxNoteLength = 2000;
/**
 * Most notes that may be laid on one duk: twenty people who write a hundred and fifty each, far more than anybody can talk
 * through. Notes in the bin do not count.
 */
export const maxNotes = 3_000;
