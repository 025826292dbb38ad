import type { Board, NoteId } from '@duken/shared/board';
import type { SheetLayout } from '@duken/shared/sheet';
import { useEffect, useRef } from 'react';
import { type Insets, reveal, type Viewport } from '../../canvas/index.ts';
import type { FoundNote } from './useSearch.ts';

interface GoToFoundOptions {
  readonly found: FoundNote | undefined;
  readonly board: Board;
  readonly layout: SheetLayout;
  readonly viewport: Viewport;
  readonly insets: Insets;
  readonly folded: ReadonlySet<string>;
  readonly onUnfold: (theme: string) => void;
  readonly onArrive: (noteId: NoteId) => void;
}

/** Goes to the note that search has come to: out of its folded row, and into sight. */
export function useGoToFound(options: GoToFoundOptions): void {
  const { found, board, layout, viewport, insets, folded, onUnfold, onArrive } = options;
  const visited = useRef(0);
  useEffect(() => {
    if (!found || found.visit === visited.current) return;
    const placed = layout.notes.find(({ note }) => note.id === found.noteId);
    if (!placed) {
      const theme = board.notes.find(({ id }) => id === found.noteId)?.cell.theme;
      if (theme !== undefined && folded.has(theme)) onUnfold(theme);
      return;
    }
    visited.current = found.visit;
    onArrive(found.noteId);
    viewport.glideTo(reveal(viewport.target(), placed, viewport.stage(), insets));
  });
}
