import type { ColumnId, SheetText } from '../template/index.ts';

/** What a step is about, besides what lies on the sheet. */
export type StepMatter = 'promises' | 'notes' | 'actions' | 'journey' | 'nextMeeting' | 'freeze';

/** One step of a guided meeting, as data: a question that everybody sees, and the part of the sheet that it is about. */
export interface GuideStep {
  /** As it lies in the document (`isStep`). */
  readonly id: string;
  readonly name: SheetText;
  /** In plain words, to the person whose plan it is. */
  readonly question: SheetText;
  /** What the leader can read aloud. */
  readonly aloud: SheetText;
  readonly matter: StepMatter;
  /** The columns it is about; none for all of the sheet. */
  readonly columns: readonly ColumnId[];
  /** Whether the table goes from theme to theme. */
  readonly byTheme: boolean;
  /** Where an answer is laid, where that is one column. */
  readonly answersIn?: ColumnId;
  /** About how long it takes, in minutes. */
  readonly minutes: number;
}
