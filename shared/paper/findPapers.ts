import { isWithin, type PaperSheet } from './paperSheet.ts';
import { type Field, hangingTogether, largestAround, type Pixels } from './pixels.ts';
import { leastSquares } from './plane.ts';

/** What lies on a sheet and may have writing: a paper that was stuck there, or writing on the sheet itself. Paper units. */
export interface FoundPaper {
  readonly kind: 'note' | 'onSheet';
  readonly middle: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
  /** How far it is turned the way a clock goes, from -45 to 45 degrees. */
  readonly turned: number;
  /** Its colour under white light, each part from 0 to 1. */
  readonly colour: readonly [red: number, green: number, blue: number];
  /** Share of its rectangle that it fills: two that touch fill less. */
  readonly fills: number;
}

/** How far a colour is from white before it is that of paper: prints and shadows stay well below. */
const leastSaturation = 0.1;
/** How alike the colours within one paper are: far less than those of two that are sold as different. */
const sameColour = 0.13;
/** A patch within a paper that differs no more is a stain on it, as compression leaves round letters. */
const stainColour = 0.2;
/** Strokes no wider than twice this are writing, in units; wider ones on white are something that lies there. */
const strokeReach = 3;
/** Smaller than the smallest notes on the largest sheet. */
const leastSide = 22;
/** How much darker than the paper round it writing is. */
const inkDepth = 0.25;
/** Writing that is as near to other writing belongs to it. */
const wordReach = 11;

/** Finds what lies on a straightened sheet of one pixel for each paper unit. */
export function findPapers(survey: Pixels, sheet: PaperSheet): readonly FoundPaper[] {
  const balanced = inWhiteLight(survey, sheet);
  const [red, green, blue] = balanced.map((field) => largestAround(field, strokeReach)) as [Field, Field, Field];
  const notes = withoutStains(
    colouredParts(red, green, blue, sheet).map(({ points, colour }) => ({
      ...rectangleOf(points, survey.width, strokeReach),
      kind: 'note' as const,
      colour,
    })),
  ).filter(({ width, height, fills }) => Math.min(width, height) >= leastSide && fills > 0.45);
  return [...notes, ...writingOn(balanced, [red, green, blue], notes, sheet)];
}

/** Papers without the patches that are no papers of their own. */
function withoutStains(papers: readonly FoundPaper[]): readonly FoundPaper[] {
  const sizeOf = ({ width, height }: FoundPaper): number => width * height;
  return papers.filter(
    (patch) =>
      !papers.some(
        (paper) =>
          sizeOf(patch) < sizeOf(paper) / 3 &&
          isOn(paper, patch.middle.x, patch.middle.y, 0) &&
          Math.hypot(...paper.colour.map((part, at) => part - (patch.colour[at] as number))) < stainColour,
      ),
  );
}

type Light = readonly [red: Field, green: Field, blue: Field];

/** The picture as it would be under even white light: white paper is 1 everywhere. */
function inWhiteLight(survey: Pixels, sheet: PaperSheet): Light {
  const { width, height, data } = survey;
  const white = whiteOf(survey, sheet);
  const fields = [0, 1, 2].map(() => ({ width, height, values: new Float32Array(width * height) }));
  for (let y = 0; y < height; y++) {
    const v = y / height - 0.5;
    for (let x = 0; x < width; x++) {
      const u = x / width - 0.5;
      for (let channel = 0; channel < 3; channel++) {
        const f = white[channel] as number[];
        const light =
          (f[0] as number) +
          (f[1] as number) * u +
          (f[2] as number) * v +
          (f[3] as number) * u * u +
          (f[4] as number) * u * v +
          (f[5] as number) * v * v;
        const value = (data[4 * (y * width + x) + channel] as number) / Math.max(8, light);
        (fields[channel] as Field).values[y * width + x] = Math.min(1.2, value);
      }
    }
  }
  return fields as unknown as Light;
}

const blockSize = 14;

interface Block {
  readonly row: readonly number[];
  readonly rgb: readonly [number, number, number];
  readonly isMargin: boolean;
}

/**
 * How white paper looks in each part of the photograph: a slope and a bow for each colour, through what is white. It begins with the
 * margin, which nobody writes on, and takes in whatever of the rest looks alike.
 */
function whiteOf(survey: Pixels, sheet: PaperSheet): readonly (readonly number[])[] {
  const blocks = blocksOf(survey, sheet);
  let surfaces = fit(blocks, (block) => (block.isMargin ? 1 : 0));
  for (let round = 0; round < 4; round++) {
    const before = surfaces;
    surfaces = fit(blocks, (block) => {
      const parts = before.map((f, channel) => (block.rgb[channel] as number) / Math.max(8, dot(f, block.row)));
      const [least, most] = [Math.min(...parts), Math.max(...parts)];
      const isWhite = most > 0 && 1 - least / most < 0.07 && least > 0.8 && most < 1.25;
      return isWhite ? (block.isMargin ? 2 : 1) : 0;
    });
  }
  return surfaces;
}

function blocksOf({ width, height, data }: Pixels, sheet: PaperSheet): readonly Block[] {
  const blocks: Block[] = [];
  const [table] = sheet.headings;
  const edge = (table?.y ?? 0) - 4;
  for (let top = 0; top + blockSize <= height; top += blockSize)
    for (let left = 0; left + blockSize <= width; left += blockSize) {
      const middle = { x: left + blockSize / 2, y: top + blockSize / 2 };
      if (sheet.marks.some((mark) => isWithin(mark, middle.x, middle.y, blockSize))) continue;
      const isMargin = middle.x < edge || middle.y < edge || middle.x > width - edge || middle.y > sheet.height - edge;
      if (isMargin && (middle.x < 8 || middle.y < 8 || middle.x > width - 8 || middle.y > height - 8)) continue;
      const lights: number[][] = [];
      for (let y = top; y < top + blockSize; y += 2)
        for (let x = left; x < left + blockSize; x += 2) {
          const at = 4 * (y * width + x);
          lights.push([data[at] as number, data[at + 1] as number, data[at + 2] as number]);
        }
      // The brighter part of a block is its paper, whatever is written on it.
      lights.sort((a, b) => sum(b) - sum(a));
      const bright = lights.slice(Math.floor(lights.length * 0.1), Math.floor(lights.length * 0.5));
      const rgb = [0, 1, 2].map(
        (channel) => bright.reduce((all, light) => all + (light[channel] as number), 0) / bright.length,
      ) as [number, number, number];
      const [u, v] = [middle.x / width - 0.5, middle.y / height - 0.5];
      blocks.push({ row: [1, u, v, u * u, u * v, v * v], rgb, isMargin });
    }
  return blocks;
}

function fit(blocks: readonly Block[], weightOf: (block: Block) => number): readonly (readonly number[])[] {
  const weights = blocks.map(weightOf);
  return [0, 1, 2].map(
    (channel) =>
      leastSquares(
        blocks.map(({ row, rgb }) => [...row, rgb[channel] as number]),
        weights,
      ) ?? [200, 0, 0, 0, 0, 0],
  );
}

function dot(factors: readonly number[], row: readonly number[]): number {
  return factors.reduce((all, factor, at) => all + factor * (row[at] as number), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

interface ColouredPart {
  readonly points: readonly number[];
  readonly colour: readonly [number, number, number];
}

/** Parts that hang together and have one colour. What is told in the key at the foot is no note. */
function colouredParts(red: Field, green: Field, blue: Field, sheet: PaperSheet): readonly ColouredPart[] {
  const { width, height } = red;
  const taken = new Uint8Array(width * height);
  const isColoured = (at: number): boolean => {
    const r = red.values[at] as number;
    const g = green.values[at] as number;
    const b = blue.values[at] as number;
    const most = Math.max(r, g, b);
    return most > 0.25 && 1 - Math.min(r, g, b) / most > leastSaturation;
  };
  const parts: ColouredPart[] = [];
  const top = Math.min(...sheet.headings.map(({ y }) => y)) - 30;
  const bottom = sheet.key.y - 1;
  for (let start = Math.max(0, Math.floor(top)) * width; start < Math.floor(bottom) * width; start++) {
    if (taken[start] || !isColoured(start)) continue;
    const mean: [number, number, number] = [0, 0, 0];
    const points = hangingTogether(
      start,
      red,
      taken,
      (near, order) => {
        if (near >= bottom * width || !isColoured(near)) return false;
        const r = red.values[near] as number;
        const g = green.values[near] as number;
        const b = blue.values[near] as number;
        const most = Math.max(r, g, b);
        const away = Math.hypot(r / most - mean[0], g / most - mean[1], b / most - mean[2]);
        // A paper's first points are its rim, where colours mix.
        return away <= (order < 60 ? 2 * sameColour : sameColour);
      },
      (at, order) => {
        const r = red.values[at] as number;
        const g = green.values[at] as number;
        const b = blue.values[at] as number;
        const most = Math.max(r, g, b);
        const share = 1 / Math.min(order + 1, 400);
        mean[0] += (r / most - mean[0]) * share;
        mean[1] += (g / most - mean[1]) * share;
        mean[2] += (b / most - mean[2]) * share;
      },
    );
    if (points.length >= leastSide * leastSide * 0.5) parts.push({ points, colour: mean });
  }
  return parts;
}

/**
 * The smallest rectangle round points, however it is turned.
 * @param rim how much of it was worn away on every side
 */
function rectangleOf(
  points: readonly number[],
  width: number,
  rim: number,
): Pick<FoundPaper, 'middle' | 'width' | 'height' | 'turned' | 'fills'> {
  const ends = new Map<number, [least: number, most: number]>();
  for (const at of points) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const row = ends.get(y);
    if (!row) ends.set(y, [x, x]);
    else if (x < row[0]) row[0] = x;
    else if (x > row[1]) row[1] = x;
  }
  const outline = [...ends].flatMap(([y, [least, most]]) => [
    { x: least, y },
    { x: most, y },
  ]);
  const around = (degrees: number) => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { x, y } of outline) {
      const [along, down] = [x * cos + y * sin, y * cos - x * sin];
      if (along < left) left = along;
      if (along > right) right = along;
      if (down < top) top = down;
      if (down > bottom) bottom = down;
    }
    const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
    return {
      turned: degrees,
      middle: { x: middleX * cos - middleY * sin + 0.5, y: middleX * sin + middleY * cos + 0.5 },
      width: right - left + 1,
      height: bottom - top + 1,
    };
  };
  let best = around(0);
  for (let degrees = -45; degrees < 45; degrees += 1) {
    const one = around(degrees);
    // Straight unless something else is clearly tighter.
    if (one.width * one.height < best.width * best.height * 0.995) best = one;
  }
  return {
    ...best,
    width: best.width + 2 * rim,
    height: best.height + 2 * rim,
    fills: points.length / (best.width * best.height),
  };
}

/** Writing in the cells that lies on no note, word by word put together. */
function writingOn(
  light: Light,
  paper: Light,
  notes: readonly Omit<FoundPaper, 'kind'>[],
  sheet: PaperSheet,
): readonly FoundPaper[] {
  const { width, height } = light[0];
  const inset = 6;
  return sheet.cells.flatMap((cell) => {
    const left = Math.ceil(cell.x + inset);
    const top = Math.ceil(cell.y + inset);
    const right = Math.min(width, Math.floor(cell.x + cell.width - inset));
    const bottom = Math.min(height, Math.floor(cell.y + cell.height - inset));
    const [across, down] = [right - left, bottom - top];
    if (across <= 0 || down <= 0) return [];
    const near = notes.filter(
      ({ middle, width: noteWidth, height: noteHeight }) =>
        Math.abs(middle.x - cell.x - cell.width / 2) < cell.width / 2 + noteWidth + noteHeight &&
        Math.abs(middle.y - cell.y - cell.height / 2) < cell.height / 2 + noteWidth + noteHeight,
    );
    const ink = new Float32Array(across * down);
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) {
        const at = y * width + x;
        const depth = Math.max(
          depthAt(light[0], paper[0], at),
          depthAt(light[1], paper[1], at),
          depthAt(light[2], paper[2], at),
        );
        if (depth > inkDepth && !near.some((note) => isOn(note, x, y))) ink[(y - top) * across + x - left] = 1;
      }
    const words = largestAround({ width: across, height: down, values: ink }, wordReach).values;
    return joined(words, across, down).flatMap((points): FoundPaper[] => {
      const inked = points.filter((at) => ink[at] === 1);
      const xs = inked.map((at) => at % across);
      const ys = inked.map((at) => Math.floor(at / across));
      const [x0, x1, y0, y1] = [least(xs), most(xs), least(ys), most(ys)];
      // A speck, or a line of the print that the straightening did not bring back to its place.
      if (inked.length < 40 || x1 - x0 < 12 || y1 - y0 < 8) return [];
      const room = 6;
      const [fromX, toX] = [Math.max(0, x0 - room), Math.min(across, x1 + room)];
      const [fromY, toY] = [Math.max(0, y0 - room), Math.min(down, y1 + room)];
      return [
        {
          kind: 'onSheet',
          middle: { x: left + (fromX + toX) / 2, y: top + (fromY + toY) / 2 },
          width: toX - fromX,
          height: toY - fromY,
          turned: 0,
          colour: [1, 1, 1],
          fills: 1,
        },
      ];
    });
  });
}

/** How much darker a point is than the paper round it. */
function depthAt(light: Field, paper: Field, at: number): number {
  const around = paper.values[at] as number;
  return around > 0.3 ? 1 - (light.values[at] as number) / around : 0;
}

/** Whether a point lies on a note, or so near its rim that the rim's shadow is there. */
function isOn({ middle, width, height, turned }: Omit<FoundPaper, 'kind'>, x: number, y: number, shadow = 9): boolean {
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
  const [dx, dy] = [x - middle.x, y - middle.y];
  return Math.abs(dx * cos + dy * sin) < width / 2 + shadow && Math.abs(dy * cos - dx * sin) < height / 2 + shadow;
}

/** Points that hang together, of those that are set. */
function joined(set: Float32Array, width: number, height: number): readonly (readonly number[])[] {
  const taken = new Uint8Array(set.length);
  const groups: (readonly number[])[] = [];
  for (let start = 0; start < set.length; start++) {
    if (taken[start] || set[start] !== 1) continue;
    groups.push(hangingTogether(start, { width, height }, taken, (near) => set[near] === 1));
  }
  return groups;
}

function least(values: readonly number[]): number {
  return values.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
}

function most(values: readonly number[]): number {
  return values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
}
