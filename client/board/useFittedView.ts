import type { SheetLayout } from '@duken/shared/sheet';
import { useEffect } from 'react';
import { fitWidth, type Insets, type View, type Viewport } from '../canvas/index.ts';

/**
 * Places a sheet that is looked at by its width, from the top, and again when the stage gets a new size (a window grows,
 * a tablet is turned), as long as nobody has moved it.
 */
export function useFittedView(viewport: Viewport, layout: SheetLayout, insets: Insets): void {
  useEffect(() => {
    let placed: View | undefined;
    let [width, height] = [0, 0];
    const place = (): void => {
      const stage = viewport.stage();
      if (stage.width === width && stage.height === height) return;
      if (placed && viewport.target() !== placed) return;
      ({ width, height } = stage);
      placed = fitWidth({ x: 0, y: 0, width: layout.width, height: layout.height }, stage, insets);
      viewport.set(placed);
    };
    place();
    return viewport.subscribe(place);
  }, [viewport, layout, insets]);
}
