import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Insets, Rect, Viewport } from '../canvas/index.ts';

interface AnchoredProps {
  readonly viewport: Viewport;
  /** What it belongs to, in CSS pixels from the stage's corner, as it is now. */
  readonly areaNow: () => Rect;
  readonly insets: Insets;
  readonly children: ReactNode;
}

/** Space between the panel and what it belongs to, in CSS pixels. */
const gap = 10;

/**
 * A panel that stays beside a place on the sheet while the sheet moves, at its own size whatever the zoom: below it where
 * there is room, else above, and never outside the screen.
 */
export function Anchored({ viewport, areaNow, insets, children }: AnchoredProps): ReactNode {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = (): void => {
      const element = panel.current;
      if (!element) return;
      const stage = viewport.stage();
      const area = areaNow();
      const width = element.offsetWidth;
      const height = element.offsetHeight;
      const bottom = area.y + area.height;
      const lowest = stage.height - insets.bottom - height;
      const above = area.y - gap - height;
      // A note taller than the screen leaves room on neither side: the panel then stays at the foot.
      const y = bottom + gap <= lowest ? bottom + gap : above >= insets.top ? above : lowest;
      const x = Math.min(stage.width - width - 12, Math.max(12, area.x + (area.width - width) / 2));
      const keptY = Math.min(lowest, Math.max(insets.top, y));
      element.style.transform = `translate(${Math.round(x)}px, ${Math.round(keptY)}px)`;
    };
    place();
    return viewport.subscribe(place);
  });
  return (
    <div ref={panel} className="anchored">
      {children}
    </div>
  );
}
