import type { ParticipantId, SheetPart } from '@duken/shared/board';
import type { Cell, ColumnId, Template, ThemeId } from '@duken/shared/template';
import type { BoardSession } from '../session/index.ts';

/** The question that is asked just now, where its answer is written on a note. */
export interface AskedNow {
  /** Tells one question from the next. */
  readonly key: string;
  readonly question: string;
  /** Where an answer can lie, and where it does when nothing is said. */
  readonly columns: readonly ColumnId[];
  readonly column: ColumnId;
  readonly theme: ThemeId | undefined;
  /** Whether a theme is to be chosen with the answer, and not above it. */
  readonly asksTheme: boolean;
}

/** What the guided meeting is given of the duk it lies above, and what it can ask of it. */
export interface GuideSlot {
  readonly session: BoardSession;
  readonly template: Template;
  readonly isLeader: boolean;
  /** Whether one speaks as whose plan it is. */
  readonly isWhose: boolean;
  /** Whether this person wants to see it: the question, or where there is none yet the choice. */
  readonly isShown: boolean;
  readonly onHide: () => void;
  /** Whether the question stands over the box where one writes, so that it need not stand here too. */
  readonly composes: boolean;
  /** Those who are here now, by whom they are. */
  readonly people: readonly {
    readonly participantId: ParticipantId;
    readonly personId?: string | undefined;
    readonly name: string;
  }[];
  /** Looks at a part of the sheet; undefined goes back to where one was. */
  readonly onLook: (part: SheetPart | undefined) => void;
  /** Somebody asks for the part themselves, on whatever view they are. */
  readonly onShow: (part: SheetPart) => void;
  readonly onOpenJourney: () => void;
  /** Says which question what one writes answers. */
  readonly onAsk: (asked: AskedNow | undefined) => void;
  readonly onAnswer: (cell: Cell) => void;
  readonly onQuiet: () => void;
  readonly onVision: () => void;
  readonly onFreeze: () => void;
}
