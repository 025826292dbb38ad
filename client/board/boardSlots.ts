import type { NoteId, ParticipantId, SheetPart, Voice } from '@duken/shared/board';
import type { Cell, ColumnId, Template, ThemeId } from '@duken/shared/template';
import type { ReactNode } from 'react';
import type { BoardSession } from '../session/index.ts';
import type { DialogSlots } from './BoardDialogs.tsx';

/** What other features put on the page of a duk, joined in app/boardPages.tsx. */
export interface BoardSlots extends DialogSlots {
  /** The guided meeting, above the sheet. */
  readonly guide: (slot: GuideSlot) => ReactNode;
  /** What somebody is asked who practises leading a meeting, above the sheet. */
  readonly practice: (slot: PracticeSlot) => ReactNode;
  /** How it has gone since the last meeting, above the sheet while a meeting is open. */
  readonly between: (slot: BetweenSlot) => ReactNode;
  /** What somebody writes for themself, beside the sheet. */
  readonly quiet: (slot: QuietSlot) => ReactNode;
  /** How far it has come from meeting to meeting, where one may read its plans. */
  readonly journeyOverTime: () => ReactNode;
  /** A pause for all, and the way to ask for one. */
  readonly pause: (slot: PauseSlot) => ReactNode;
}

interface PracticeSlot {
  readonly session: BoardSession;
  readonly template: Template;
  readonly me: ParticipantId;
  readonly isOpened: boolean;
  readonly isFrozen: boolean;
  readonly onGo: (place: 'meeting' | 'guide' | 'journey' | 'freeze') => void;
}

interface BetweenSlot {
  readonly session: BoardSession;
  readonly template: Template;
  readonly onShow: (noteId: string) => void;
}

interface PauseSlot {
  readonly session: BoardSession;
  readonly isLeader: boolean;
  readonly isAsking: boolean;
  readonly onAsked: () => void;
}

interface QuietSlot {
  readonly session: BoardSession;
  readonly template: Template;
  readonly isLeader: boolean;
  readonly isChild: boolean;
  /** The child's note about which one wants to ask the child. */
  readonly asks: NoteId | undefined;
  readonly onAsked: () => void;
  readonly voice: Voice;
  readonly asked: AskedNow | undefined;
  readonly given: KeptQuiet | undefined;
  readonly onClose: () => void;
}

/** What somebody had begun where all would see it. */
export interface KeptQuiet {
  readonly text: string;
  readonly cell: Cell | undefined;
  /** It is kept there, and not before. */
  readonly onKept: () => void;
}

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

/** What the guided meeting is given of the duk, and what it can ask of it. */
interface GuideSlot {
  readonly session: BoardSession;
  readonly template: Template;
  readonly isLeader: boolean;
  /** Whether one speaks as whose plan it is. */
  readonly isWhose: boolean;
  readonly isShown: boolean;
  readonly onHide: () => void;
  readonly composes: boolean;
  readonly people: readonly {
    readonly participantId: ParticipantId;
    readonly personId?: string | undefined;
    readonly name: string;
  }[];
  readonly onLook: (part: SheetPart | undefined) => void;
  /** Somebody asks for the part themselves, on whatever view they are. */
  readonly onShow: (part: SheetPart) => void;
  readonly onOpenJourney: () => void;
  readonly onAsk: (asked: AskedNow | undefined) => void;
  readonly onAnswer: (cell: Cell) => void;
  readonly onQuiet: () => void;
  readonly onVision: () => void;
  readonly onFreeze: () => void;
}
