import type { NoteId } from '@duken/shared/board';
import type { SheetLayout } from '@duken/shared/sheet';
import { type FocusEvent, type KeyboardEvent, useCallback, useState } from 'react';
import { type Insets, reveal, type Viewport } from '../canvas/index.ts';
import type { BoardSession } from '../session/index.ts';
import { type CanvasFocus, type Direction, firstFocus, focusedPlace, stepFocus } from './canvasFocus.ts';
import { deedOf, type KeyDeed } from './canvasKeys.ts';
import { keyboardMove, pan, zoom } from './canvasMoves.ts';
import type { BoardActions } from './useBoardActions.ts';
import type { OpenNote } from './useOpenNote.ts';

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
  readonly onNewNote: () => void;
  readonly onShowAll: () => void;
  readonly onPen: (isOn: 'toggle' | 'off') => void;
  readonly onMove: (noteId: NoteId) => void;
  readonly onAction: (noteId: NoteId) => void;
}

interface SheetKeys {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/** Keys on the sheet: arrows go between cells and notes, Enter writes, and everything else a pointer can do. */
export function sheetKeys(options: SheetKeysOptions): SheetKeys {
  const { session, actions, viewport, layout, focus: at, note } = options;
  const { focus } = at;

  const step = (direction: Direction): void => {
    at.show(true);
    const next = focus ? stepFocus(layout, focus, direction) : firstFocus(layout);
    if (!next) return;
    at.set(next);
    const place = focusedPlace(layout, next);
    if (place) viewport.glideTo(reveal(viewport.target(), place, viewport.stage(), options.insets));
  };

  const moveNote = (direction: Direction): void => {
    if (focus?.kind !== 'note' || !session.mayWrite) return;
    const target = keyboardMove(options.layoutNow(), focus.noteId, direction);
    if (target) actions.moveNote(focus.noteId, target.cell, target.before);
  };

  const onFocused = (kind: KeyDeed['kind']): void => {
    if (focus?.kind === 'cell' && kind === 'write') note.make(focus.cell);
    if (focus?.kind !== 'note') return;
    if (kind === 'write') note.open(focus.noteId);
    else if (kind === 'delete') actions.deleteNote(focus.noteId);
    else if (kind === 'moveTo') options.onMove(focus.noteId);
    else if (kind === 'action') options.onAction(focus.noteId);
  };

  const run = (deed: KeyDeed): void => {
    if (deed.kind === 'pan') pan(viewport, layout, deed.direction);
    else if (deed.kind === 'step') step(deed.direction);
    else if (deed.kind === 'moveNote') moveNote(deed.direction);
    else if (deed.kind === 'zoom') zoom(viewport, deed.factor);
    else if (deed.kind === 'showAll') options.onShowAll();
    else if (deed.kind === 'newNote') options.onNewNote();
    else if (deed.kind === 'pen') options.onPen('toggle');
    else if (deed.kind === 'leave') {
      options.onPen('off');
      at.show(false);
    } else onFocused(deed.kind);
  };

  return {
    onKeyDown(event) {
      // Keys pressed in the editor and on the sheet's buttons are theirs.
      if (event.target !== event.currentTarget) return;
      const deed = deedOf(event, session.mayWrite);
      if (!deed) return;
      event.preventDefault();
      run(deed);
    },
    onFocus(event) {
      if (event.target !== event.currentTarget || !event.currentTarget.matches(':focus-visible')) return;
      at.show(true);
      if (!focus) at.set(firstFocus(layout));
    },
  };
}
