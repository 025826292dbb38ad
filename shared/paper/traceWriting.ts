import { contours } from 'd3-contour';
import type { Pixels } from './pixels.ts';

/** Writing as an outline, in whole units of its own; `path` is SVG path data of M, l and z alone. */
export interface TracedWriting {
  readonly width: number;
  readonly height: number;
  readonly path: string;
}

/** Longest path of one note, in letters: of a page full of writing. Ordinary notes take two to six thousand. */
export const maxWritingPath = 20_000;

/** How dark writing is against its paper, of 1: chosen between the two for each paper, but never outside of these. */
const [lightestInk, darkestInk] = [0.18, 0.42];
/** Of pixels each way: dust and paper's grain are smaller. */
const leastArea = 6;
/** How far off what was written an outline may run, in pixels: the first with which it is short enough. */
const tolerances = [0.4, 0.6, 0.9, 1.3] as const;

/**
 * Traces what is written on a paper.
 * @param paper the paper alone, upright
 * @param scale units of the outline for each pixel
 * @returns undefined where nothing is written on it
 */
export function traceWriting(paper: Pixels, scale: number): TracedWriting | undefined {
  const depths = smoothed(depthOf(paper), paper.width, paper.height);
  const threshold = thresholdOf(depths);
  if (threshold === undefined) return undefined;
  const [traced] = contours().size([paper.width, paper.height]).thresholds([threshold])(depths as unknown as number[]);
  const rings = (traced?.coordinates ?? [])
    .flat()
    .map((ring) => ring.map(([x = 0, y = 0]) => [x, y] as const))
    .filter((ring) => Math.abs(areaOf(ring)) >= leastArea);
  if (rings.length === 0) return undefined;
  // Finer is better until it is too long to keep; what is too long even so loses its smallest parts.
  for (const tolerance of tolerances) {
    const written = writePath(
      rings.map((ring) => simplified(ring, tolerance)),
      scale,
    );
    if (!written || written.path.length <= maxWritingPath) return written;
  }
  const largest = rings
    .map((ring) => simplified(ring, tolerances.at(-1) ?? 1))
    .toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)));
  for (let count = largest.length; ; ) {
    const written = writePath(largest.slice(0, count), scale);
    if (!written || written.path.length <= maxWritingPath) return written;
    count = Math.floor((0.95 * count * maxWritingPath) / written.path.length);
  }
}

/** How much darker than its paper each point is, in the colour that shows it best: red ink on yellow as well as blue. */
function depthOf({ width, height, data }: Pixels): Float32Array {
  const block = Math.max(12, Math.round(Math.min(width, height) / 5));
  const across = Math.ceil(width / block);
  const down = Math.ceil(height / block);
  const papers = [0, 1, 2].map((channel) => {
    const light = new Float32Array(across * down);
    for (let row = 0; row < down; row++)
      for (let column = 0; column < across; column++) {
        const values: number[] = [];
        for (let y = row * block; y < Math.min(height, (row + 1) * block); y += 2)
          for (let x = column * block; x < Math.min(width, (column + 1) * block); x += 2)
            values.push(data[4 * (y * width + x) + channel] as number);
        values.sort((a, b) => a - b);
        light[row * across + column] = values[Math.floor(values.length * 0.8)] ?? 255;
      }
    return light;
  });
  const depths = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.min(down - 1, Math.max(0, y / block - 0.5));
    const [top, bottom] = [Math.floor(row), Math.min(down - 1, Math.floor(row) + 1)];
    for (let x = 0; x < width; x++) {
      const column = Math.min(across - 1, Math.max(0, x / block - 0.5));
      const [left, right] = [Math.floor(column), Math.min(across - 1, Math.floor(column) + 1)];
      const [shareX, shareY] = [column - left, row - top];
      let depth = 0;
      for (let channel = 0; channel < 3; channel++) {
        const light = papers[channel] as Float32Array;
        const here =
          ((light[top * across + left] as number) * (1 - shareX) + (light[top * across + right] as number) * shareX) *
            (1 - shareY) +
          ((light[bottom * across + left] as number) * (1 - shareX) +
            (light[bottom * across + right] as number) * shareX) *
            shareY;
        // A colour that the paper itself has little of tells nothing.
        if (here > 60) depth = Math.max(depth, 1 - (data[4 * (y * width + x) + channel] as number) / here);
      }
      depths[y * width + x] = depth;
    }
  }
  return depths;
}

function smoothed(values: Float32Array, width: number, height: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      // Nothing is written across the rim: outlines close there.
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) continue;
      let sum = 0;
      for (let near = -1; near <= 1; near++)
        for (let beside = -1; beside <= 1; beside++)
          sum += (values[(y + near) * width + x + beside] as number) * (2 - Math.abs(near)) * (2 - Math.abs(beside));
      result[y * width + x] = sum / 16;
    }
  return result;
}

/** A little more than halfway from paper to ink, as dark as the darkest hundredth is: so that loops stay open. */
function thresholdOf(depths: Float32Array): number | undefined {
  const sorted = depths.toSorted();
  const ink = sorted[Math.floor(sorted.length * 0.992)] ?? 0;
  if (ink < lightestInk * 1.3) return undefined;
  return Math.min(darkestInk, Math.max(lightestInk, ink * 0.55));
}

type Ring = readonly (readonly [x: number, y: number])[];

function areaOf(ring: Ring): number {
  let area = 0;
  ring.forEach(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    area += x * nextY - nextX * y;
  });
  return area / 2;
}

/** Without the points that lie nearer than the tolerance to a straight line between others (Douglas and Peucker 1973). */
function simplified(ring: Ring, tolerance: number): Ring {
  const keep = new Uint8Array(ring.length);
  keep[0] = 1;
  keep[ring.length - 1] = 1;
  const open: [number, number][] = [[0, ring.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span;
    const [from, to] = [ring[first] ?? [0, 0], ring[last] ?? [0, 0]];
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    let [furthest, at] = [tolerance, -1];
    for (let index = first + 1; index < last; index++) {
      const [x, y] = ring[index] ?? [0, 0];
      const away =
        length === 0
          ? Math.hypot(x - from[0], y - from[1])
          : Math.abs((x - from[0]) * dy - (y - from[1]) * dx) / length;
      if (away > furthest) [furthest, at] = [away, index];
    }
    if (at < 0) continue;
    keep[at] = 1;
    open.push([first, at], [at, last]);
  }
  return ring.filter((_, at) => keep[at] === 1);
}

function writePath(rings: readonly Ring[], scale: number): TracedWriting | undefined {
  const whole = rings
    .map((ring) => ring.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)] as const))
    .map((ring) => ring.filter(([x, y], at) => at === 0 || x !== ring[at - 1]?.[0] || y !== ring[at - 1]?.[1]))
    .filter((ring) => ring.length >= 4);
  const xs = whole.flatMap((ring) => ring.map(([x]) => x));
  const ys = whole.flatMap((ring) => ring.map(([, y]) => y));
  if (xs.length === 0) return undefined;
  const [left, top] = [xs.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.min(a, b))];
  const [right, bottom] = [xs.reduce((a, b) => Math.max(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  const path = whole
    .map((ring) => {
      const [[startX, startY] = [0, 0]] = ring;
      // A ring ends where it begins: `z` says so.
      const steps = ring
        .slice(1, -1)
        .map(([x, y], at) => pair(x - (ring[at]?.[0] ?? 0), y - (ring[at]?.[1] ?? 0)))
        .join('')
        .trimStart();
      return `M${startX - left} ${startY - top}l${steps}z`;
    })
    .join('');
  return { width: Math.max(1, right - left), height: Math.max(1, bottom - top), path };
}

/** A step; a minus sign parts numbers as well as a space does. */
function pair(x: number, y: number): string {
  return `${x < 0 ? '' : ' '}${x}${y < 0 ? '' : ' '}${y}`;
}
