import { caretPlace, type PlacedNote } from '@duken/shared/sheet';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { type Insets, type Rect, reveal, type View, type Viewport, zoomAround } from '../canvas/index.ts';
import { middleOnScreen } from './canvasMoves.ts';

/** Below this zoom a note that is opened comes nearer, so that what one writes can be read. */
const writingScale = 0.9;
/** Somebody who moved the view farther than this meanwhile, in CSS pixels, looks at something else now. */
const stillHere = 240;

interface WritingView {
  /** Takes the view back to where it was before writing, unless one has looked elsewhere meanwhile. */
  readonly leave: () => void;
  /** Keeps the caret in sight; `index` counts UTF-16 units of the note's text. */
  readonly followCaret: (index: number) => void;
}

/** Brings the note one writes in near enough to read, and keeps it in sight when it grows, or the caret when it grew too tall. */
export function useWritingView(viewport: Viewport, open: PlacedNote | undefined, insets: Insets): WritingView {
  const views = useRef<{ readonly before: View; readonly during: View }>(undefined);
  const lastPlace = useRef('');
  const caretIndex = useRef(0);
  const openNow = useRef(open);
  openNow.current = open;

  const show = useCallback((): void => {
    const note = openNow.current;
    if (!note) return;
    const now = viewport.target();
    const isFar = !views.current && now.scale < writingScale;
    const near = isFar ? zoomAround(now, middleOnScreen(now, note), 1 / now.scale) : now;
    const stage = viewport.stage();
    const fits = note.height * near.scale <= stage.height - insets.top - insets.bottom;
    const during = reveal(near, fits ? note : caretLine(note, caretIndex.current), stage, insets);
    if (during.x !== now.x || during.y !== now.y || during.scale !== now.scale) viewport.glideTo(during);
    views.current = { before: views.current?.before ?? now, during };
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

  const leave = useCallback(() => {
    const remembered = views.current;
    views.current = undefined;
    if (!remembered) return;
    const { before, during } = remembered;
    const now = viewport.target();
    if (Math.abs(now.scale - during.scale) < 0.001 && Math.hypot(now.x - during.x, now.y - during.y) < stillHere)
      viewport.glideTo(before);
  }, [viewport]);

  return { leave, followCaret };
}

/** The caret's line with one above and one below, across the note. */
function caretLine({ x, y, width, box }: PlacedNote, index: number): Rect {
  const caret = caretPlace(box, index);
  return { x, y: y + caret.y - caret.height, width, height: 3 * caret.height };
}
