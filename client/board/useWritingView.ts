import { caretPlace, type PlacedNote } from '@duken/shared/sheet';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { type Insets, type Rect, reveal, type Viewport } from '../canvas/index.ts';
import { type WritingPlace, writingPlace } from './writingPlace.ts';

interface WritingView {
  /** Keeps the caret in sight; `index` counts UTF-16 units of the note's text. */
  readonly followCaret: (index: number) => void;
  /** Where the open note's paper lies on screen now; undefined when none is open. */
  readonly placeNow: () => WritingPlace | undefined;
}

/**
 * Keeps the note one writes in, or the caret where the note is taller than the screen, in sight: by the smallest move there
 * is, and none where it is seen already. Nothing is zoomed: others may be looking at the same screen.
 */
export function useWritingView(viewport: Viewport, open: PlacedNote | undefined, insets: Insets): WritingView {
  const lastPlace = useRef('');
  const caretIndex = useRef(0);
  const openNow = useRef(open);
  openNow.current = open;

  const show = useCallback((): void => {
    const note = openNow.current;
    if (!note) return;
    const now = viewport.target();
    const stage = viewport.stage();
    const fits = note.height * now.scale <= stage.height - insets.top - insets.bottom;
    const seen = reveal(now, fits ? note : caretLine(note, caretIndex.current), stage, insets);
    // A tall note on a small sheet moves only its own paper.
    if (seen.x !== now.x || seen.y !== now.y) viewport.glideTo(seen);
  }, [viewport, insets]);

  useLayoutEffect(() => {
    const place = open ? `${open.note.id} ${open.x} ${open.y} ${open.height}` : '';
    if (place === lastPlace.current) return;
    lastPlace.current = place;
    show();
  });

  const followCaret = useCallback(
    (index: number) => {
      caretIndex.current = index;
      show();
    },
    [show],
  );

  const placeNow = useCallback(
    (): WritingPlace | undefined =>
      openNow.current && writingPlace(openNow.current, caretIndex.current, viewport.view(), viewport.stage(), insets),
    [viewport, insets],
  );

  return { followCaret, placeNow };
}

/** The caret's line with one above and one below, across the note. */
function caretLine({ x, y, width, box }: PlacedNote, index: number): Rect {
  const caret = caretPlace(box, index);
  return { x, y: y + caret.y - caret.height, width, height: 3 * caret.height };
}
