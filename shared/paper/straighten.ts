import { failed, type Result, succeeded } from '../result.ts';
import { codeOf, type PaperCode } from './paperCode.ts';
import { figureCount, type PaperMark, type PaperSheet } from './paperSheet.ts';
import type { Pixels } from './pixels.ts';
import { type Plane, type Point, planeThrough, project } from './plane.ts';

/** A mark in a photograph, its corners from its own upper left one, the way a clock goes. Photograph's pixels. */
export interface SeenMark {
  readonly id: number;
  readonly corners: readonly Point[];
}

export type StraightenFailure =
  /** Too few of the marks that say where they are. `dark`: perhaps since there is too little light. */
  | { readonly kind: 'noSheet'; readonly isDark: boolean }
  /** Which duk it is for cannot be read. */
  | { readonly kind: 'codeHidden' };

/** A sheet as it lies in a photograph. */
export interface LyingSheet {
  readonly code: PaperCode;
  /** Where in the photograph a point of the sheet is. */
  readonly toPhoto: (x: number, y: number) => Point;
  /** Pixels of the photograph for each paper unit, about. */
  readonly pixelsPerUnit: number;
  /** Whether all of the sheet's cells are in the photograph. */
  readonly isWhole: boolean;
}

/** Furthest that a figure's mark may lie from where it is looked for, in paper units: half the way to the next. */
const markReach = 80;
/** Darker than this, of 255, on the whole: nothing can be told apart. */
const darkBelow = 50;

/** Finds out how a sheet lies in a photograph, and which it is. */
export function straighten(
  photo: Pixels,
  seen: readonly SeenMark[],
  sheet: PaperSheet,
): Result<LyingSheet, StraightenFailure> {
  const fixed = sheet.marks.flatMap((mark) => {
    const { part } = mark;
    const at = part.kind === 'place' ? seen.filter(({ id }) => id === part.id) : [];
    // The same mark twice is two sheets, or a picture of one: neither is believed.
    return at.length === 1 && at[0] ? [{ mark, seen: at[0] }] : [];
  });
  const first = fixed.length < 2 ? undefined : planeThrough(fixed.flatMap(cornerPairs));
  if (!first) return failed({ kind: 'noSheet', isDark: meanLight(photo) < darkBelow });
  const figures = sheet.marks.flatMap((mark) => {
    const found = mark.part.kind === 'figure' ? nearest(mark, seen, first) : undefined;
    return found ? [{ mark, seen: found }] : [];
  });
  const code = readCode(figures);
  if (!code) return failed({ kind: 'codeHidden' });
  const known = [...fixed, ...figures];
  const plane = planeThrough(known.flatMap(cornerPairs)) ?? first;
  const bend = bendOf(
    known.map(({ mark, seen: { corners } }) => {
      const [is, looked] = [middleOf(corners), project(plane, middleOf(cornersOf(mark)))];
      return { at: middleOf(cornersOf(mark)), by: { x: is.x - looked.x, y: is.y - looked.y } };
    }),
  );
  const toPhoto = (x: number, y: number): Point => {
    const flat = project(plane, { x, y });
    const by = bend(x, y);
    return { x: flat.x + by.x, y: flat.y + by.y };
  };
  return succeeded({
    code,
    toPhoto,
    pixelsPerUnit: pixelsPerUnit(sheet, toPhoto),
    isWhole: sheet.cells.every(({ x, y, width, height }) =>
      [
        [x, y],
        [x + width, y],
        [x, y + height],
        [x + width, y + height],
      ].every(([cornerX = 0, cornerY = 0]) => isInside(photo, toPhoto(cornerX, cornerY))),
    ),
  });
}

interface KnownMark {
  readonly mark: PaperMark;
  readonly seen: SeenMark;
}

function cornersOf({ x, y, width, height }: PaperMark): readonly Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function cornerPairs({ mark, seen }: KnownMark): (readonly [Point, Point])[] {
  return cornersOf(mark).flatMap((corner, at) => {
    const point = seen.corners[at];
    return point ? [[corner, point] as const] : [];
  });
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** The mark that was seen nearest to where one should be. */
function nearest(mark: PaperMark, seen: readonly SeenMark[], plane: Plane): SeenMark | undefined {
  const middle = middleOf(cornersOf(mark));
  const [here, aside] = [project(plane, middle), project(plane, { x: middle.x + markReach, y: middle.y })];
  const reach = Math.hypot(aside.x - here.x, aside.y - here.y);
  const away = ({ corners }: SeenMark): number => {
    const at = middleOf(corners);
    return Math.hypot(at.x - here.x, at.y - here.y);
  };
  const [best] = seen.filter((one) => away(one) < reach).toSorted((a, b) => away(a) - away(b));
  return best;
}

/** Each figure from wherever it was seen; two that disagree are none. */
function readCode(figures: readonly KnownMark[]): PaperCode | undefined {
  return codeOf(
    Array.from({ length: figureCount }, (_, at) => {
      const ids = new Set(
        figures.flatMap(({ mark: { part }, seen }) => (part.kind === 'figure' && part.at === at ? [seen.id] : [])),
      );
      return ids.size === 1 ? [...ids][0] : undefined;
    }),
  );
}

/** How far off the plane a point is, from how far the marks are: each counts for more the nearer it is. */
function bendOf(known: readonly { readonly at: Point; readonly by: Point }[]): (x: number, y: number) => Point {
  return (x, y) => {
    let [sumX, sumY, weights] = [0, 0, 0];
    for (const { at, by } of known) {
      const weight = 1 / ((at.x - x) ** 2 + (at.y - y) ** 2 + 400);
      sumX += by.x * weight;
      sumY += by.y * weight;
      weights += weight;
    }
    return { x: sumX / weights, y: sumY / weights };
  };
}

function pixelsPerUnit({ width, height }: PaperSheet, toPhoto: LyingSheet['toPhoto']): number {
  const [here, there] = [toPhoto(width / 2 - 50, height / 2), toPhoto(width / 2 + 50, height / 2)];
  return Math.hypot(there.x - here.x, there.y - here.y) / 100;
}

function isInside({ width, height }: Pixels, { x, y }: Point): boolean {
  return x >= 0 && y >= 0 && x < width && y < height;
}

function meanLight({ data }: Pixels): number {
  let [sum, count] = [0, 0];
  for (let at = 0; at + 2 < data.length; at += 4 * 97) {
    sum += (data[at] ?? 0) * 0.3 + (data[at + 1] ?? 0) * 0.59 + (data[at + 2] ?? 0) * 0.11;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}
