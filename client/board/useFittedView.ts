import type { SheetLayout } from '@duken/shared/sheet';
import { useEffect, useRef } from 'react';
import { fitWidth, type Insets, type View, type Viewport } from '../canvas/index.ts';

/**
 * Places a sheet by its width, from the top, as soon as the stage has a size: one starts where one reads. Again when the
 * stage gets a new size (a window grows, a tablet is turned), as long as nobody has moved the sheet; never because the
 * sheet itself grew.
 */
export function useFittedView(viewport: Viewport, layout: SheetLayout, insets: Insets): void {
  const placed = useRef<{ readonly view: View; readonly width: number; readonly height: number }>(undefined);
  useEffect(() => {
    const place = (): void => {
      const { width, height } = viewport.stage();
      if (width === 0 || (placed.current?.width === width && placed.current.height === height)) return;
      if (placed.current && viewport.target() !== placed.current.view) return;
      const view = fitWidth({ x: 0, y: 0, width: layout.width, height: layout.height }, { width, height }, insets);
      placed.current = { view, width, height };
      viewport.set(view);
    };
    place();
    return viewport.subscribe(place);
  }, [viewport, layout, insets]);
}
