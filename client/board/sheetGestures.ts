import {
  drawStroke,
  eraseStroke,
  type InkColour,
  type NoteId,
  type ParticipantId,
  type StrokeId,
} from '@duken/shared/board';
import { indexAtPoint, type SheetLayout } from '@duken/shared/sheet';
import type { DropTarget, Presser, Rect, StageGestures, Viewport } from '../canvas/index.ts';
import { type BoardSession, mayTouchNote, newId } from '../session/index.ts';
import { beforeOthers } from './canvasMoves.ts';
import type { BoardActions } from './useBoardActions.ts';
import type { CommandFailure } from './useCommandText.ts';
import type { OpenNote } from './useOpenNote.ts';
import type { Selection } from './useSelection.ts';

/** Width of a pen's line, in sheet units. */
export const inkWidth = 5;
/** From this zoom on one sees the letters, and a click puts the caret between them. */
const lettersSeenFrom = 0.6;

/** The notes in people's hands, and where each would lie. Others that are chosen come along when it is let go of. */
export type NoteDrags = ReadonlyMap<NoteId, DropTarget>;

/** The same with one note taken up, moved or, without a target, put down. */
export function withDrag(drags: NoteDrags, noteId: NoteId, target: DropTarget | undefined): NoteDrags {
  const after = new Map(drags);
  if (target) after.set(noteId, target);
  else after.delete(noteId);
  return after;
}

interface SheetGesturesOptions {
  readonly session: BoardSession;
  readonly participantId: string;
  readonly actions: BoardActions;
  readonly viewport: Viewport;
  readonly layout: SheetLayout;
  readonly note: OpenNote;
  readonly selection: Selection;
  readonly inkColour: InkColour;
  readonly drags: NoteDrags;
  readonly onDrag: (noteId: NoteId, target: DropTarget | undefined) => void;
  readonly onFrame: (frame: Rect | undefined) => void;
  readonly onPlace: (target: DropTarget) => void;
  readonly onFocusNote: (noteId: NoteId) => void;
  readonly onPressEmpty: () => void;
  /** A tap that may be another's than whoever's who writes now came beside their note, and was not heard. */
  readonly onOthersTap: () => void;
  /** Something could not be done. */
  readonly onFailure: (failure: CommandFailure) => void;
}

/** What hands do on the stage → commands. */
export function sheetGestures(options: SheetGesturesOptions): StageGestures {
  const { session, actions, viewport, layout, note, selection, inkColour, onDrag, onFocusNote, onPressEmpty } = options;
  const participantId = options.participantId as ParticipantId;
  const choose = (noteId: NoteId): void => {
    onFocusNote(noteId);
    selection.choose(noteId);
  };
  /** What goes along with the note in the hand: all that is chosen, when it is one of them, but what another hand has. */
  const inHand = (noteId: NoteId): readonly NoteId[] => {
    if (!selection.has(noteId)) return [noteId];
    return selection.notes.map(({ note: { id } }) => id).filter((id) => id === noteId || !options.drags.has(id));
  };
  /** Whether somebody writes whom this tap may not disturb. The page has one keyboard: what they write on stays open. */
  const disturbs = (by: Presser): boolean => {
    if (!note.noteId || !by.mayBeAnother) return false;
    options.onOthersTap();
    return true;
  };
  return {
    onPressNote(noteId, adds, by) {
      if (note.noteId === noteId || disturbs(by)) return;
      note.close();
      onFocusNote(noteId);
      if (adds || selection.isAdding) selection.toggle(noteId);
      else selection.choose(noteId);
    },
    onWriteNote(noteId, at, by) {
      if (note.noteId === noteId || disturbs(by)) return;
      choose(noteId);
      const placed = layout.notes.find((candidate) => candidate.note.id === noteId);
      if (!placed || !mayTouchNote(session.seat(), placed.note)) return;
      const seesLetters = viewport.view().scale >= lettersSeenFrom;
      note.open(noteId, seesLetters ? indexAtPoint(placed.box, { x: at.x - placed.x, y: at.y - placed.y }) : undefined);
    },
    onHoldNote(noteId, by) {
      if (disturbs(by)) return;
      note.close();
      onFocusNote(noteId);
      selection.startAdding(noteId);
    },
    onNewNote({ cell, before }, by) {
      if (disturbs(by)) return;
      // The first press beside what one is at puts it down; the next one may make a new note.
      if (note.noteId) note.close();
      else if (selection.isAdding || selection.notes.length > 1) selection.clear();
      else note.make(cell, before);
    },
    onPlace: options.onPlace,
    onFrame: options.onFrame,
    onFramed(noteIds) {
      note.close();
      selection.add(noteIds);
    },
    onDragNote: onDrag,
    onDropNote(noteId, target) {
      onDrag(noteId, undefined);
      const noteIds = inHand(noteId);
      const { cell, before } = beforeOthers(layout, noteIds, target);
      actions.moveNotes(noteIds, cell, before);
      // Whoever writes keeps the keyboard.
      if (noteIds.length === 1 && !note.noteId) choose(noteId);
    },
    onDraw(cell, points) {
      const id = newId() as StrokeId;
      const drawn = session.run((board) =>
        drawStroke(board, { id, cell, points, colour: inkColour, width: inkWidth, author: participantId }),
      );
      if (!drawn.ok) options.onFailure(drawn.failure);
    },
    onErase(strokeId) {
      const erased = session.run((board) => eraseStroke(board, strokeId, participantId));
      if (!erased.ok) options.onFailure(erased.failure);
    },
    onPoint: (point) => session.presence.point(point),
    onPressEmpty(by) {
      if (!disturbs(by)) onPressEmpty();
    },
  };
}
