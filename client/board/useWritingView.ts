import type { PlacedNote } from '@duken/shared/sheet';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { type Insets, reveal, type View, type Viewport, zoomAround } from '../canvas/index.ts';
import { middleOnScreen } from './canvasMoves.ts';

/** Below this zoom a note that is opened comes nearer, so that what one writes can be read. */
const writingScale = 0.9;
/** Somebody who moved the view farther than this meanwhile, in CSS pixels, looks at something else now. */
const stillHere = 240;

/**
 * Brings the note one writes in near enough to read, and keeps it in sight when it grows.
 *
 * @returns takes the view back to where it was before writing, unless one has looked elsewhere meanwhile
 */
export function useWritingView(viewport: Viewport, open: PlacedNote | undefined, insets: Insets): () => void {
  const views = useRef<{ readonly before: View; readonly during: View }>(undefined);
  const lastPlace = useRef('');
  useLayoutEffect(() => {
    const place = open ? `${open.note.id} ${open.x} ${open.y} ${open.height}` : '';
    if (place === lastPlace.current) return;
    lastPlace.current = place;
    if (!open) return;
    const now = viewport.target();
    const isFar = !views.current && now.scale < writingScale;
    const near = isFar ? zoomAround(now, middleOnScreen(now, open), 1 / now.scale) : now;
    const during = reveal(near, open, viewport.stage(), insets);
    if (during.x !== now.x || during.y !== now.y || during.scale !== now.scale) viewport.glideTo(during);
    views.current = { before: views.current?.before ?? now, during };
  });
  return useCallback(() => {
    const remembered = views.current;
    views.current = undefined;
    if (!remembered) return;
    const { before, during } = remembered;
    const now = viewport.target();
    if (Math.abs(now.scale - during.scale) < 0.001 && Math.hypot(now.x - during.x, now.y - during.y) < stillHere)
      viewport.glideTo(before);
  }, [viewport]);
}
