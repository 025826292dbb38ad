import type { Board, NoteId } from '@duken/shared/board';
import type { PlacedNote, SheetLayout } from '@duken/shared/sheet';
import { useEffect, useRef } from 'react';
import type { Viewport } from '../canvas/index.ts';

/** A note that somebody asked to see. Whoever asks again, even for the same one, makes a new value. */
export interface NoteToSee {
  readonly noteId: NoteId;
}

interface GoToNoteOptions {
  readonly board: Board;
  readonly layout: SheetLayout;
  readonly viewport: Viewport;
  readonly folded: ReadonlySet<string>;
  readonly onUnfold: (theme: string) => void;
  readonly onArrive: (placed: PlacedNote) => void;
}

/** Goes once to a note that was asked for, as soon as it is on the sheet: out of its folded row where it lies in one. */
export function useGoToNote(asked: NoteToSee | undefined, options: GoToNoteOptions): void {
  const { board, layout, viewport, folded, onUnfold, onArrive } = options;
  const arrivedAt = useRef<NoteToSee>(undefined);
  useEffect(() => {
    if (!asked || asked === arrivedAt.current || viewport.stage().width === 0) return;
    const placed = layout.notes.find(({ note }) => note.id === asked.noteId);
    if (placed) {
      arrivedAt.current = asked;
      onArrive(placed);
      return;
    }
    const theme = board.notes.find(({ id }) => id === asked.noteId)?.cell.theme;
    if (theme !== undefined && folded.has(theme)) onUnfold(theme);
  });
}
