import {
  drawStroke,
  eraseStroke,
  type InkColour,
  type NoteId,
  type ParticipantId,
  type StrokeId,
} from '@duken/shared/board';
import { indexAtPoint, type SheetLayout } from '@duken/shared/sheet';
import type { DropTarget, Rect, StageGestures, Viewport } from '../canvas/index.ts';
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

/** The note in the hand, and where it would lie. Others that are chosen come along when it is let go of. */
export interface NoteDrag {
  readonly noteId: NoteId;
  readonly target: DropTarget;
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
  readonly onDrag: (drag: NoteDrag | undefined) => void;
  readonly onFrame: (frame: Rect | undefined) => void;
  readonly onPlace: (target: DropTarget) => void;
  readonly onFocusNote: (noteId: NoteId) => void;
  readonly onPressEmpty: () => void;
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
  /** What goes along with the note in the hand: all that is chosen, when it is one of them. */
  const inHand = (noteId: NoteId): readonly NoteId[] =>
    selection.has(noteId) ? selection.notes.map(({ note: { id } }) => id) : [noteId];
  return {
    onPressNote(noteId, adds) {
      if (note.noteId === noteId) return;
      note.close();
      onFocusNote(noteId);
      if (adds || selection.isAdding) selection.toggle(noteId);
      else selection.choose(noteId);
    },
    onWriteNote(noteId, at) {
      if (note.noteId === noteId) return;
      choose(noteId);
      const placed = layout.notes.find((candidate) => candidate.note.id === noteId);
      if (!placed || !mayTouchNote(session.seat(), placed.note)) return;
      const seesLetters = viewport.view().scale >= lettersSeenFrom;
      note.open(noteId, seesLetters ? indexAtPoint(placed.box, { x: at.x - placed.x, y: at.y - placed.y }) : undefined);
    },
    onHoldNote(noteId) {
      note.close();
      onFocusNote(noteId);
      selection.startAdding(noteId);
    },
    onNewNote({ cell, before }) {
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
    onDragNote: (noteId, target) => onDrag(target && { noteId, target }),
    onDropNote(noteId, target) {
      onDrag(undefined);
      const noteIds = inHand(noteId);
      const { cell, before } = beforeOthers(layout, noteIds, target);
      actions.moveNotes(noteIds, cell, before);
      if (noteIds.length === 1) choose(noteId);
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
    onPressEmpty,
  };
}
