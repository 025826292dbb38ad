import type {
  ActionStatus,
  Day,
  GoalState,
  GoneReason,
  NoteVoice,
  ParticipantId,
  PhaseId,
  WrittenUp,
} from '../board/index.ts';
import type { Cell, ThemeId } from '../template/index.ts';
import type { PlanAction, PlanItem } from './investmentPlan.ts';

/** A stretch of text. Those not `added` make up the older text, those not `removed` the newer. */
export interface WordSegment {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

interface Settling {
  readonly with: string;
  readonly by: Day;
}

/** One thing that happened to a note between two versions. */
export type NoteDifference =
  | { readonly kind: 'new' }
  /** `why`, where it was said. */
  | { readonly kind: 'gone'; readonly why?: GoneReason }
  | { readonly kind: 'changed'; readonly words: readonly WordSegment[] }
  | { readonly kind: 'moved'; readonly from: Cell; readonly to: Cell }
  /** A tiltak that was not done is done now. */
  | { readonly kind: 'done'; readonly from: ActionStatus }
  /** Any other change of a tiltak's status. */
  | { readonly kind: 'statusChanged'; readonly from: ActionStatus; readonly to: ActionStatus }
  | { readonly kind: 'ownerChanged'; readonly from: string; readonly to: string }
  | { readonly kind: 'serviceChanged'; readonly from: string; readonly to: string }
  | { readonly kind: 'dueChanged'; readonly from: Day; readonly to: Day }
  /** With whom it must be settled, and by when; '' for nobody and no day. */
  | { readonly kind: 'settleChanged'; readonly from: Settling; readonly to: Settling }
  /** What it comes after, or is done together with, by the words of that tiltak; '' for nothing. */
  | { readonly kind: 'followsChanged' | 'alongsideChanged'; readonly from: string; readonly to: string }
  | { readonly kind: 'paidByChanged'; readonly from: string; readonly to: string }
  /** How it went with a goal was said (no `from`), said otherwise, or taken back (no `to`). */
  | { readonly kind: 'goalChanged'; readonly from?: GoalState; readonly to?: GoalState }
  /** A goal was written up (no `from`), written up otherwise, or that was taken back (no `to`). */
  | { readonly kind: 'writtenUpChanged'; readonly from?: WrittenUp; readonly to?: WrittenUp }
  /** A plain note was made a tiltak; its owner, service, date and status stand in `after`. */
  | { readonly kind: 'becameAction' }
  /** A tiltak was made a plain note; what it was stands in `before`. */
  | { readonly kind: 'noLongerAction' }
  | { readonly kind: 'voiceChanged'; readonly from: NoteVoice; readonly to: NoteVoice }
  /** Not something the product lets people do: the document was written by another program. */
  | { readonly kind: 'authorChanged'; readonly from: ParticipantId; readonly to: ParticipantId };

/** Everything that happened to one note. `before` is absent for a new note, `after` for one that is gone. */
export interface NoteChange {
  readonly noteId: PlanItem['noteId'];
  readonly before?: PlanItem | PlanAction;
  readonly after?: PlanItem | PlanAction;
  /** At least one. `new` and `gone` stand alone; the others in the order of the type above. */
  readonly differences: readonly NoteDifference[];
}

export interface HeaderChange {
  /** `vision` is the *målbilde*, '' where there is none. */
  readonly field: 'title' | 'for' | 'vision';
  readonly from: string;
  readonly to: string;
}

/** A horizon that was set, moved or taken away; '' is none. */
export interface HorizonChange {
  readonly horizon: 'short' | 'long';
  readonly from: Day;
  readonly to: Day;
}

/** A phase that was set (no `from`), changed, or taken away (no `to`). */
export interface PhaseChange {
  readonly of: 'overall' | ThemeId;
  /** Absent where it is what the table agreed on. */
  readonly view?: 'citizen';
  readonly from?: PhaseId;
  readonly to?: PhaseId;
}

/** What changed from one version to another, as facts; the sentences are made where they are shown. */
export interface PlanDiff {
  readonly from: { readonly version: number; readonly date: Day };
  readonly to: { readonly version: number; readonly date: Day };
  readonly headers: readonly HeaderChange[];
  readonly horizons: readonly HorizonChange[];
  /** As a whole first, then theme by theme. */
  readonly phases: readonly PhaseChange[];
  /** In the newer sheet's reading order, then those gone in the older one's. A new place within a cell is no change. */
  readonly notes: readonly NoteChange[];
  /** The tiltak that were there already and are still to be done, as they stand now: the one most overdue first. */
  readonly standing: readonly PlanAction[];
  /** Who was present at the later meeting and not at the earlier. */
  readonly newPresent: readonly string[];
}
