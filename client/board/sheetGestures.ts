import {
  drawStroke,
  eraseStroke,
  type InkColour,
  type NoteId,
  type ParticipantId,
  type StrokeId,
} from '@duken/shared/board';
import { indexAtPoint, type SheetLayout } from '@duken/shared/sheet';
import type { DropTarget, StageGestures, Viewport } from '../canvas/index.ts';
import type { BoardSession } from '../session/index.ts';
import { type BoardActions, newId } from './useBoardActions.ts';
import type { CommandFailure } from './useCommandText.ts';
import type { OpenNote } from './useOpenNote.ts';

/** Width of a pen's line, in sheet units. */
export const inkWidth = 5;
/** From this zoom on one sees the letters, and a click puts the caret between them. */
const lettersSeenFrom = 0.6;

interface SheetGesturesOptions {
  readonly session: BoardSession;
  readonly participantId: string;
  readonly actions: BoardActions;
  readonly viewport: Viewport;
  readonly layout: SheetLayout;
  readonly note: OpenNote;
  readonly inkColour: InkColour;
  readonly onDrag: (drag: { readonly noteId: NoteId; readonly target: DropTarget } | undefined) => void;
  readonly onFocusNote: (noteId: NoteId) => void;
  readonly onPressEmpty: () => void;
  /** Something could not be done. */
  readonly onFailure: (failure: CommandFailure) => void;
}

/** What hands do on the stage → commands. */
export function sheetGestures(options: SheetGesturesOptions): StageGestures {
  const { session, actions, viewport, layout, note, inkColour, onDrag, onFocusNote, onPressEmpty } = options;
  const participantId = options.participantId as ParticipantId;
  return {
    onOpenNote(noteId, at) {
      if (note.noteId === noteId) return;
      if (!session.mayWrite) {
        onFocusNote(noteId);
        return;
      }
      const placed = layout.notes.find((candidate) => candidate.note.id === noteId);
      const seesLetters = placed && viewport.view().scale >= lettersSeenFrom;
      note.open(noteId, seesLetters ? indexAtPoint(placed.box, { x: at.x - placed.x, y: at.y - placed.y }) : undefined);
    },
    onNewNote({ cell, before }) {
      // The first press beside an open note puts it down; the next one may make a new.
      if (note.noteId) note.close();
      else note.make(cell, before);
    },
    onDragNote: (noteId, target) => onDrag(target && { noteId, target }),
    onDropNote(noteId, { cell, before }) {
      onDrag(undefined);
      actions.moveNote(noteId, cell, before);
      onFocusNote(noteId);
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
