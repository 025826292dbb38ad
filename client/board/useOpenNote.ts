import type { NoteId, Voice } from '@duken/shared/board';
import type { PlacedNote, SheetLayout } from '@duken/shared/sheet';
import type { Cell } from '@duken/shared/template';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Insets, Viewport } from '../canvas/index.ts';
import type { BoardSession } from '../session/index.ts';
import type { BoardActions } from './useBoardActions.ts';
import { useWritingView } from './useWritingView.ts';
import type { WritingPlace } from './writingPlace.ts';

interface OpenNoteOptions {
  readonly session: BoardSession;
  readonly actions: BoardActions;
  readonly viewport: Viewport;
  readonly layout: SheetLayout;
  /** Room that the bars and the note's own tools take. */
  readonly insets: Insets;
  /** Where the keyboard goes when the note is closed. */
  readonly surface: RefObject<HTMLElement | null>;
  readonly voice: Voice;
  /** A note to open as soon as it is there: one that was made elsewhere. */
  readonly opens: NoteId | undefined;
  readonly onOpen: (noteId: NoteId) => void;
  /** Somebody else took the note away while one was writing on it. */
  readonly onGone: (noteId: NoteId) => void;
}

/** The note one writes in on the canvas: at most one. */
export interface OpenNote {
  readonly noteId: NoteId | undefined;
  /** Where it lies; undefined until it is on the sheet. */
  readonly place: PlacedNote | undefined;
  /** Where the caret starts, in UTF-16 units; at the end when left out. */
  readonly caretAt: number | undefined;
  readonly open: (noteId: NoteId, caretAt?: number) => void;
  readonly close: () => void;
  /** Keeps the caret in sight; counts UTF-16 units. */
  readonly followCaret: (index: number) => void;
  /** Where the paper one writes on lies on screen. */
  readonly placeNow: () => WritingPlace | undefined;
  /** Makes a note and opens it. */
  readonly make: (cell: Cell, before?: NoteId) => void;
}

/** Opens, makes and closes notes on the canvas, one at a time. */
export function useOpenNote(options: OpenNoteOptions): OpenNote {
  const { session, actions, viewport, layout, surface, voice, opens, onOpen, onGone } = options;
  const [now, setNow] = useState<{ readonly noteId: NoteId; readonly caretAt: number | undefined }>();
  // Also known between renders, so that `open` stays the same function.
  const openId = useRef<NoteId>(undefined);
  const place = now && layout.notes.find(({ note }) => note.id === now.noteId);
  const { followCaret, placeNow } = useWritingView(viewport, place, options.insets);

  const open = useCallback(
    (noteId: NoteId, caretAt?: number) => {
      if (!session.mayWrite) return;
      if (openId.current && openId.current !== noteId) actions.closeNote(openId.current);
      openId.current = noteId;
      setNow({ noteId, caretAt });
      onOpen(noteId);
    },
    [session, actions, onOpen],
  );

  const close = useCallback(() => {
    if (!now) return;
    openId.current = undefined;
    setNow(undefined);
    actions.closeNote(now.noteId);
    surface.current?.focus({ preventScroll: true });
  }, [now, actions, surface]);

  const make = useCallback(
    (cell: Cell, before?: NoteId) => {
      const id = actions.addNote(cell, voice, before ? { before } : {});
      if (id) open(id);
    },
    [actions, voice, open],
  );

  useEffect(() => {
    if (opens) open(opens);
  }, [opens, open]);

  // Deleted by somebody else, or folded away: the editor has nothing to lie on.
  useEffect(() => {
    if (!now || place) return;
    openId.current = undefined;
    setNow(undefined);
    if (session.board().bin.some(({ id }) => id === now.noteId)) onGone(now.noteId);
  }, [now, place, session, onGone]);

  return { noteId: now?.noteId, place, caretAt: now?.caretAt, open, close, make, followCaret, placeNow };
}
