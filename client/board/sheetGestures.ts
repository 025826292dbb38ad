import {
  drawStroke,
  eraseStroke,
  type InkColour,
  type NoteId,
  type ParticipantId,
  type StrokeId,
} from '@duken/shared/board';
import { indexAtPoint, type PlacedNote, type SheetLayout } from '@duken/shared/sheet';
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

/** A note in somebody's hand, and where it would lie. */
export interface NoteDrag extends DropTarget {
  /** All that lies there when it is let go of, in reading order: itself, and what was chosen with it when it was taken up. */
  readonly noteIds: readonly NoteId[];
}

/** The notes in people's hands. */
export type NoteDrags = ReadonlyMap<NoteId, NoteDrag>;

/**
 * The same with one note taken up, moved or, without a target, put down. What goes along is settled when it is taken up: all that
 * is chosen then, when it is one of them, but what another hand has or takes along. Whoever takes up a note that goes along with
 * another has it from them.
 */
export function withDrag(
  drags: NoteDrags,
  noteId: NoteId,
  target: DropTarget | undefined,
  chosen: readonly NoteId[],
): NoteDrags {
  const after = new Map(drags);
  if (!target) {
    after.delete(noteId);
    return after;
  }
  const held = drags.get(noteId);
  if (held) return after.set(noteId, { ...held, ...target });
  const taken = new Set([...drags.values()].flatMap(({ noteIds }) => noteIds));
  for (const [other, drag] of drags)
    if (drag.noteIds.includes(noteId))
      after.set(other, { ...drag, noteIds: drag.noteIds.filter((id) => id !== noteId) });
  const noteIds = chosen.includes(noteId) ? chosen.filter((id) => id === noteId || !taken.has(id)) : [noteId];
  return after.set(noteId, { ...target, noteIds });
}

/** Whether nobody has one of these in hand. Others' hands do not matter. */
export function areAtRest(places: readonly PlacedNote[], drags: NoteDrags): boolean {
  return !places.some(({ note }) => drags.has(note.id));
}

interface SheetGesturesOptions {
  readonly session: BoardSession;
  readonly participantId: string;
  readonly actions: BoardActions;
  readonly viewport: Viewport;
  /** As it is shown, with the notes in people's hands where they would lie. */
  readonly layout: SheetLayout;
  readonly note: OpenNote;
  readonly selection: Selection;
  readonly inkColour: InkColour;
  readonly drags: NoteDrags;
  readonly onDrag: (noteId: NoteId, target: DropTarget | undefined, chosen: readonly NoteId[]) => void;
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
  const { session, actions, viewport, layout, note, selection, inkColour, drags, onDrag, onFocusNote, onPressEmpty } =
    options;
  const participantId = options.participantId as ParticipantId;
  const choose = (noteId: NoteId): void => {
    onFocusNote(noteId);
    selection.choose(noteId);
  };
  const chosen = selection.notes.map((placed) => placed.note.id);
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
    onDragNote: (noteId, target) => onDrag(noteId, target, chosen),
    onDropNote(noteId, target) {
      onDrag(noteId, undefined, chosen);
      const held = withDrag(drags, noteId, target, chosen).get(noteId)?.noteIds ?? [noteId];
      // What went along may have been taken away meanwhile.
      const noteIds = held.filter((id) => id === noteId || layout.notes.some((placed) => placed.note.id === id));
      // What others have in hand is shown here, but lies elsewhere until they let go of it.
      const { cell, before } = beforeOthers(layout, [...noteIds, ...drags.keys()], target);
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
