import type { NoteId } from '@duken/shared/board';
import type { SheetLayout } from '@duken/shared/sheet';
import { type FocusEvent, type KeyboardEvent, useCallback, useState } from 'react';
import { type Insets, reveal, type Viewport } from '../canvas/index.ts';
import type { BoardSession } from '../session/index.ts';
import { type CanvasFocus, type Direction, firstFocus, focusedPlace, stepFocus } from './canvasFocus.ts';
import { commandOf, type KeyCommand } from './canvasKeys.ts';
import { keyboardMove, pan, zoom } from './canvasMoves.ts';
import type { BoardActions } from './useBoardActions.ts';
import type { OpenNote } from './useOpenNote.ts';
import type { Selection } from './useSelection.ts';

/** Where the keyboard is on the sheet, and whether it is what the person uses now. */
export interface SheetFocus {
  readonly focus: CanvasFocus | undefined;
  readonly isShown: boolean;
  readonly focusNote: (noteId: NoteId) => void;
  readonly set: (focus: CanvasFocus | undefined) => void;
  readonly show: (isShown: boolean) => void;
}

export function useSheetFocus(): SheetFocus {
  const [focus, set] = useState<CanvasFocus>();
  const [isShown, show] = useState(false);
  const focusNote = useCallback((noteId: NoteId) => set({ kind: 'note', noteId }), []);
  return { focus, isShown, focusNote, set, show };
}

interface SheetKeysOptions {
  readonly session: BoardSession;
  readonly actions: BoardActions;
  readonly viewport: Viewport;
  readonly insets: Insets;
  readonly layout: SheetLayout;
  /** The layout of the document as it is this moment: a held key is faster than the screen. */
  readonly layoutNow: () => SheetLayout;
  readonly focus: SheetFocus;
  readonly note: OpenNote;
  readonly selection: Selection;
  readonly onNewNote: () => void;
  /** Lays one more of each. */
  readonly onDuplicate: (noteIds: readonly NoteId[]) => void;
  readonly onShowAll: () => void;
  readonly onPen: (isOn: 'toggle' | 'off') => void;
  readonly onMove: (noteIds: readonly NoteId[]) => void;
  readonly onAction: (noteId: NoteId) => void;
}

interface SheetKeys {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/** The notes a key is about: all that are chosen, or the one where the keyboard is. */
export function meantNotes(selection: Selection, focus: CanvasFocus | undefined): readonly NoteId[] {
  if (selection.notes.length > 0) return selection.notes.map(({ note }) => note.id);
  return focus?.kind === 'note' ? [focus.noteId] : [];
}

/** Keys on the sheet: arrows go between cells and notes, Enter writes, and everything else a pointer can do. */
export function sheetKeys(options: SheetKeysOptions): SheetKeys {
  const { session, actions, viewport, layout, focus: at, note, selection } = options;
  const { focus } = at;
  const chosen = selection.notes.map(({ note: { id } }) => id);
  const meant = meantNotes(selection, focus);

  const step = (direction: Direction): void => {
    at.show(true);
    // Whoever goes on leaves the one note that a click chose; several that were chosen together stay so.
    if (chosen.length === 1 && !selection.isAdding) selection.clear();
    const next = focus ? stepFocus(layout, focus, direction) : firstFocus(layout);
    if (!next) return;
    at.set(next);
    const place = focusedPlace(layout, next);
    if (place) viewport.glideTo(reveal(viewport.target(), place, viewport.stage(), options.insets));
  };

  const moveNote = (direction: Direction): void => {
    if (focus?.kind !== 'note' || !session.mayWrite) return;
    const move = keyboardMove(options.layoutNow(), session.board().notes, focus.noteId, direction);
    if (move) actions.moveNotes(move.noteIds, move.cell, move.before);
  };

  const onFocused = (kind: KeyCommand['kind']): void => {
    if (focus?.kind === 'cell' && kind === 'write') note.make(focus.cell);
    const [only] = meant;
    if (kind === 'delete' && only) {
      actions.deleteNotes(meant);
      selection.clear();
    } else if (kind === 'moveTo' && only) options.onMove(meant);
    else if (kind === 'duplicate' && only) options.onDuplicate(meant);
    if (focus?.kind !== 'note') return;
    if (kind === 'write') note.open(focus.noteId);
    else if (kind === 'action') options.onAction(focus.noteId);
    else if (kind === 'select') {
      if (selection.has(focus.noteId)) selection.toggle(focus.noteId);
      else selection.startAdding(focus.noteId);
      at.show(true);
    }
  };

  const run = (command: KeyCommand): void => {
    if (command.kind === 'pan') pan(viewport, layout, command.direction);
    else if (command.kind === 'step') step(command.direction);
    else if (command.kind === 'moveNote') moveNote(command.direction);
    else if (command.kind === 'zoom') zoom(viewport, command.factor);
    else if (command.kind === 'showAll') options.onShowAll();
    else if (command.kind === 'newNote') options.onNewNote();
    else if (command.kind === 'pen') options.onPen('toggle');
    else if (command.kind === 'leave') {
      options.onPen('off');
      selection.clear();
      at.show(false);
    } else onFocused(command.kind);
  };

  return {
    onKeyDown(event) {
      // Keys pressed in the editor and on the sheet's buttons are theirs.
      if (event.target !== event.currentTarget) return;
      const command = commandOf(event, session.mayWrite);
      if (!command) return;
      event.preventDefault();
      run(command);
    },
    onFocus(event) {
      if (event.target !== event.currentTarget || !event.currentTarget.matches(':focus-visible')) return;
      at.show(true);
      if (!focus) at.set(firstFocus(layout));
    },
  };
}
