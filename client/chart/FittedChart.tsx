import type { Picture } from '@duken/shared/chart';
import { useLayoutEffect, useRef, useState } from 'react';
import { ChartPicture } from './ChartPicture.tsx';

interface FittedChartProps {
  /** Draws it for so many pixels across. */
  readonly draw: (width: number) => Picture;
  /** Pixels that it needs at least: below that it is drawn so wide, and made smaller as a whole. */
  readonly least: number;
  readonly most: number;
}

/** A chart as wide as there is room for: its letters keep their size, on a phone as on a table. */
export function FittedChart({ draw, least, most }: FittedChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const found = place.current;
    if (!found) return;
    const measure = () => setWidth(Math.round(Math.min(most, Math.max(least, found.clientWidth))));
    measure();
    // Of the window and not of the place: what is drawn could change its own room, and be drawn again for ever.
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [least, most]);
  return (
    <div className="chart-room" ref={place}>
      {width !== undefined && <ChartPicture picture={draw(width)} />}
    </div>
  );
}
