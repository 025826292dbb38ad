import type { SheetLayout } from '@duken/shared/sheet';
import { useEffect, useRef } from 'react';
import { fitWidth, type Insets, type Viewport } from '../canvas/index.ts';

/** Places the sheet once, as soon as the stage has a size: one starts where one reads, at the top. */
export function useStartView(viewport: Viewport, layout: SheetLayout, insets: Insets): void {
  const isPlaced = useRef(false);
  useEffect(() => {
    const place = (): void => {
      if (isPlaced.current || viewport.stage().width === 0) return;
      isPlaced.current = true;
      viewport.set(fitWidth({ x: 0, y: 0, width: layout.width, height: layout.height }, viewport.stage(), insets));
    };
    place();
    return viewport.subscribe(place);
  }, [viewport, layout, insets]);
}
