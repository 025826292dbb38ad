import type {
  Action,
  Day,
  GoalState,
  GoneReason,
  NoteId,
  NoteVoice,
  ParticipantId,
  PhaseId,
  WrittenUp,
} from '../board/index.ts';
import type { Present } from '../meeting/index.ts';
import type { ColumnId, ThemeId } from '../template/index.ts';

/** A note as it stands in the plan, with where it lay and whose words it is. */
export interface PlanItem {
  readonly noteId: NoteId;
  readonly column: ColumnId;
  /** '' for a note that has no theme. */
  readonly theme: ThemeId | '';
  readonly text: string;
  readonly voice: NoteVoice;
  readonly author: ParticipantId;
  /** As it was when the duk was frozen; '' when nobody of that id has been on the duk. */
  readonly authorName: string;
  readonly lang?: string;
  /** The note it stands beside: *vi ser det ulikt*. */
  readonly pair?: NoteId;
  readonly goal?: GoalState;
  /** As the leader wrote it up; its own words are `text`. */
  readonly writtenUp?: WrittenUp;
  /** To whom it is most important. Whose life it is weighs, and not how many: no count is kept. */
  readonly matters?: 'citizen' | 'others' | 'both';
  /** Who last changed it, when that was not its author; by name among `participants`. */
  readonly editedBy?: ParticipantId;
}

/** A *tiltak*: who does what, by when. What is to be done is the item's text. */
export interface PlanAction extends PlanItem, Action {}

/** Today, in one part of life: what works and what is hard. At least one of the two has something. */
export interface PlanToday {
  /** '' gathers what has no theme. */
  readonly theme: ThemeId | '';
  readonly works: readonly PlanItem[];
  readonly difficult: readonly PlanItem[];
}

export interface PlanPhase {
  readonly theme: ThemeId;
  readonly phase: PhaseId;
}

/** Phases as a whole and by theme, as the table or the citizen sees them. */
export interface PlanJourney {
  readonly overall?: PhaseId;
  /** The themes that were given a phase, top to bottom. */
  readonly themes: readonly PlanPhase[];
}

/** A person's name as it was at the time. */
export interface PlanParticipant {
  readonly participantId: ParticipantId;
  readonly name: string;
  /** They were let write for a child: what they wrote in its voice says so. */
  readonly hasHelped?: true;
}

/** Why a note is off the duk, where somebody has said so. Nothing of its words is here. */
export interface PlanGone {
  readonly noteId: NoteId;
  readonly why: GoneReason;
}

/**
 * The investeringsplan: what stands on the duk after a meeting, put as a page that can be read aloud. Every note is here
 * exactly once, and every list is in the sheet's reading order: theme by theme, then as the notes lay in their cell.
 */
export interface InvestmentPlan {
  readonly title: string;
  /** PLANEN TIL. */
  readonly for: string;
  readonly meetingDate: Day;
  readonly present: readonly Present[];
  readonly horizonShort: Day;
  readonly horizonLong: Day;
  readonly dreams: readonly PlanItem[];
  /** The themes in which something works or is hard, top to bottom; what has no theme comes last. */
  readonly today: readonly PlanToday[];
  /** The notes, of any column, that were made a tiltak. */
  readonly actions: readonly PlanAction[];
  /** The plain notes of *Det vi skal gjøre nå*. */
  readonly nowNotes: readonly PlanItem[];
  readonly shortGoals: readonly PlanItem[];
  readonly longGoals: readonly PlanItem[];
  readonly journey: PlanJourney & {
    /** How the citizen sees it, where it was asked. */
    readonly citizen?: PlanJourney;
  };
  /** The *målbilde*, where there is one. */
  readonly vision?: string;
  /** Of what was thrown away, that of which it was said why; absent where there is none. */
  readonly gone?: readonly PlanGone[];
  /** Those whose hand is on the duk and those present under their own name, by id. */
  readonly participants: readonly PlanParticipant[];
  /** How many entries of the document did not fit the schema and are not in the plan. */
  readonly leftOut: number;
}
