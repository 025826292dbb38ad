import type { NoteId } from '@duken/shared/board';
import type { SheetLayout } from '@duken/shared/sheet';
import { useEffect, useRef } from 'react';
import { fitArea, type Insets, type Viewport } from '../canvas/index.ts';
import type { SheetFocus } from './useSheetKeys.ts';

/** How near one comes to a note that an address leads to: near enough to read it, with what lies round it. */
const readingScale = 0.9;

/** Has a note in sight, and the keyboard on it, as soon as it is on the sheet. What one does after that is one's own. */
export function useShownNote(
  viewport: Viewport,
  layout: SheetLayout,
  shows: NoteId | undefined,
  insets: Insets,
  { focusNote, show }: SheetFocus,
): void {
  const shown = useRef<NoteId>(undefined);
  useEffect(() => {
    if (!shows || shown.current === shows || viewport.stage().width === 0) return;
    const place = layout.notes.find(({ note }) => note.id === shows);
    if (!place) return;
    shown.current = shows;
    const { x, y, width, height } = place;
    viewport.set(fitArea({ x, y, width, height }, viewport.stage(), insets, readingScale));
    focusNote(shows);
    show(true);
  }, [viewport, layout, shows, insets, focusNote, show]);
}
