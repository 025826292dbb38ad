import type { Point } from './plane.ts';

/** A picture as browsers give it: red, green, blue and how solid, one byte each, line by line. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * A picture of a part of another, by where each of its points lies there. Outside of the other it is white.
 * @param pointAt where the middle of a pixel lies in the other
 * @param grain how many points each way are looked at for a pixel: more where the other is finer
 */
export function pictureOf(
  of: Pixels,
  width: number,
  height: number,
  pointAt: (x: number, y: number) => Point,
  grain = 1,
): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  // Where points lie is reckoned for every eighth, and between them on a straight line: a paper bends slowly.
  const step = 8;
  const across = Math.ceil((width * grain) / step) + 1;
  const grid = new Float64Array(across * 2 * (Math.ceil((height * grain) / step) + 1));
  for (let row = 0; row * step < height * grain + step; row++)
    for (let column = 0; column < across; column++) {
      const { x, y } = pointAt((column * step + 0.5) / grain, (row * step + 0.5) / grain);
      grid[2 * (row * across + column)] = x;
      grid[2 * (row * across + column) + 1] = y;
    }
  const parts = grain * grain;
  const { width: ofWidth, height: ofHeight, data: from } = of;
  // Millions of points, written out: each helper here would cost a second on a telephone.
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let part = 0; part < parts; part++) {
        const fineX = (x * grain + (part % grain)) / step;
        const fineY = (y * grain + Math.floor(part / grain)) / step;
        const column = Math.floor(fineX);
        const row = Math.floor(fineY);
        const right = fineX - column;
        const down = fineY - row;
        const at = 2 * (row * across + column);
        const under = at + 2 * across;
        const a = (1 - right) * (1 - down);
        const b = right * (1 - down);
        const c = (1 - right) * down;
        const d = right * down;
        const sourceX =
          (grid[at] as number) * a +
          (grid[at + 2] as number) * b +
          (grid[under] as number) * c +
          (grid[under + 2] as number) * d;
        const sourceY =
          (grid[at + 1] as number) * a +
          (grid[at + 3] as number) * b +
          (grid[under + 1] as number) * c +
          (grid[under + 3] as number) * d;
        const left = Math.floor(sourceX);
        const top = Math.floor(sourceY);
        if (!(left >= 0 && top >= 0 && left + 1 < ofWidth && top + 1 < ofHeight)) {
          red += 255;
          green += 255;
          blue += 255;
          continue;
        }
        const shareX = sourceX - left;
        const shareY = sourceY - top;
        const e = (1 - shareX) * (1 - shareY);
        const f = shareX * (1 - shareY);
        const g = (1 - shareX) * shareY;
        const h = shareX * shareY;
        const one = 4 * (top * ofWidth + left);
        const other = one + 4 * ofWidth;
        red +=
          (from[one] as number) * e +
          (from[one + 4] as number) * f +
          (from[other] as number) * g +
          (from[other + 4] as number) * h;
        green +=
          (from[one + 1] as number) * e +
          (from[one + 5] as number) * f +
          (from[other + 1] as number) * g +
          (from[other + 5] as number) * h;
        blue +=
          (from[one + 2] as number) * e +
          (from[one + 6] as number) * f +
          (from[other + 2] as number) * g +
          (from[other + 6] as number) * h;
      }
      const to = 4 * (y * width + x);
      data[to] = red / parts;
      data[to + 1] = green / parts;
      data[to + 2] = blue / parts;
      data[to + 3] = 255;
    }
  return { width, height, data };
}

/** One number for each point of a picture. */
export interface Field {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** The largest number within some points each way of every point. */
export function largestAround({ width, height, values }: Field, reach: number): Field {
  const once = new Float32Array(values.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let largest = 0;
      const end = Math.min(width - 1, x + reach);
      for (let near = Math.max(0, x - reach); near <= end; near++) {
        const value = values[y * width + near] as number;
        if (value > largest) largest = value;
      }
      once[y * width + x] = largest;
    }
  const twice = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    const first = Math.max(0, y - reach);
    const end = Math.min(height - 1, y + reach);
    for (let x = 0; x < width; x++) {
      let largest = 0;
      for (let near = first; near <= end; near++) {
        const value = once[near * width + x] as number;
        if (value > largest) largest = value;
      }
      twice[y * width + x] = largest;
    }
  }
  return { width, height, values: twice };
}

/**
 * All points that hang together with one, up, down and sideways: never from the end of a line to the beginning of the next.
 *
 * @param taken each point once; those that are found are set
 * @param reach told of each point as one comes to it, and how many were before
 * @param isPart whether a point beside it belongs to it
 */
export function hangingTogether(
  start: number,
  { width, height }: { readonly width: number; readonly height: number },
  taken: Uint8Array,
  isPart: (near: number, order: number) => boolean,
  reach: (at: number, order: number) => void = () => undefined,
): readonly number[] {
  const points = [start];
  taken[start] = 1;
  const take = (near: number, order: number): void => {
    if (taken[near] || !isPart(near, order)) return;
    taken[near] = 1;
    points.push(near);
  };
  for (let order = 0; order < points.length; order++) {
    const at = points[order] as number;
    reach(at, order);
    const x = at % width;
    if (x > 0) take(at - 1, order);
    if (x + 1 < width) take(at + 1, order);
    if (at >= width) take(at - width, order);
    if (at + width < width * height) take(at + width, order);
  }
  return points;
}
