import { getStroke } from 'perfect-freehand';
import type { Stroke } from '../board/index.ts';

const drawnStrokes = new WeakMap<Stroke, string>();

/** A stroke's outline, from its cell's corner, as SVG path data in whole tenths. */
export function strokeOutline(stroke: Pick<Stroke, 'points' | 'width'>, known?: Stroke): string {
  const remembered = known && drawnStrokes.get(known);
  if (remembered !== undefined) return remembered;
  const points: [number, number, number][] = [];
  for (let index = 0; index + 2 < stroke.points.length; index += 3)
    points.push([stroke.points[index] ?? 0, stroke.points[index + 1] ?? 0, stroke.points[index + 2] ?? 0.5]);
  const outline = getStroke(points, {
    size: stroke.width,
    thinning: 0.55,
    smoothing: 0.6,
    streamline: 0.35,
    simulatePressure: points.every(([, , pressure]) => pressure === 0.5),
    last: true,
  });
  const path = outlinePath(outline);
  if (known) drawnStrokes.set(known, path);
  return path;
}

/** A closed curve through the middles of the outline's sides, with its corners as control points. */
function outlinePath(outline: readonly (readonly number[])[]): string {
  const [first] = outline;
  if (!first || outline.length < 3) return '';
  const tenth = (value: number | undefined): string => String(Math.round((value ?? 0) * 10) / 10);
  let path = '';
  outline.forEach((point, index) => {
    const next = outline[(index + 1) % outline.length] ?? first;
    const middle = [((point[0] ?? 0) + (next[0] ?? 0)) / 2, ((point[1] ?? 0) + (next[1] ?? 0)) / 2];
    path +=
      index === 0
        ? `M${tenth(middle[0])} ${tenth(middle[1])}`
        : `Q${tenth(point[0])} ${tenth(point[1])} ${tenth(middle[0])} ${tenth(middle[1])}`;
  });
  return `${path}Z`;
}
