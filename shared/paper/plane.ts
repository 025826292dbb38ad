export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How points of one plane lie on another, as a camera sees it: eight numbers, the ninth being 1 (a homography). */
export type Plane = readonly number[];

/** Where a point lies on the other plane. */
export function project(plane: Plane, { x, y }: Point): Point {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = plane;
  const depth = g * x + h * y + 1;
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}

/**
 * The plane that brings points nearest to where they were seen, by least squares.
 * @param pairs from and to, four or more, no three of four in one line
 * @returns undefined where they say nothing, as when all lie on one line
 */
export function planeThrough(pairs: readonly (readonly [from: Point, to: Point])[]): Plane | undefined {
  if (pairs.length < 4) return undefined;
  // Around zero and about one in size, so that the numbers stay of a kind (Hartley 1997).
  const from = centred(pairs.map(([point]) => point));
  const to = centred(pairs.map(([, point]) => point));
  const rows = pairs.flatMap(([at, seen]) => {
    const [p, q] = [from.inward(at), to.inward(seen)];
    return [
      [p.x, p.y, 1, 0, 0, 0, -p.x * q.x, -p.y * q.x, q.x],
      [0, 0, 0, p.x, p.y, 1, -p.x * q.y, -p.y * q.y, q.y],
    ];
  });
  const found = leastSquares(rows);
  if (!found) return undefined;
  return composed(to, found, from);
}

interface Frame {
  readonly centre: Point;
  readonly scale: number;
  readonly inward: (point: Point) => Point;
}

function centred(points: readonly Point[]): Frame {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  const centre = { x: sum.x / points.length, y: sum.y / points.length };
  const spread = points.reduce((all, { x, y }) => all + Math.hypot(x - centre.x, y - centre.y), 0) / points.length;
  const scale = spread > 0 ? Math.SQRT2 / spread : 1;
  return { centre, scale, inward: ({ x, y }) => ({ x: (x - centre.x) * scale, y: (y - centre.y) * scale }) };
}

/** The found plane between the two as they were before they were centred. */
function composed(to: Frame, found: readonly number[], from: Frame): Plane | undefined {
  const inward = [
    [from.scale, 0, -from.scale * from.centre.x],
    [0, from.scale, -from.scale * from.centre.y],
    [0, 0, 1],
  ];
  const outward = [
    [1 / to.scale, 0, to.centre.x],
    [0, 1 / to.scale, to.centre.y],
    [0, 0, 1],
  ];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = found;
  const whole = times(
    outward,
    times(
      [
        [a, b, c],
        [d, e, f],
        [g, h, 1],
      ],
      inward,
    ),
  ).flat();
  const last = whole[8] ?? 0;
  return Math.abs(last) < 1e-12 ? undefined : whole.slice(0, 8).map((value) => value / last);
}

function times(one: readonly number[][], other: readonly number[][]): number[][] {
  return one.map((row) => [0, 1, 2].map((at) => row.reduce((sum, value, k) => sum + value * (other[k]?.[at] ?? 0), 0)));
}

/**
 * Solves more equations than there are unknowns, by least squares.
 * @param rows of each equation its factors, and last what they come to
 * @returns undefined where they do not say enough
 */
export function leastSquares(rows: readonly (readonly number[])[], weights?: readonly number[]): number[] | undefined {
  const size = (rows[0]?.length ?? 1) - 1;
  const matrix = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
  rows.forEach((row, at) => {
    const weight = weights?.[at] ?? 1;
    for (let i = 0; i < size; i++) {
      const line = matrix[i] as number[];
      const factor = weight * (row[i] as number);
      for (let j = 0; j <= size; j++) line[j] = (line[j] as number) + factor * (row[j] as number);
    }
  });
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[best]?.[column] ?? 0)) best = row;
    const pivot = matrix[best] as number[];
    if (Math.abs(pivot[column] as number) < 1e-10) return undefined;
    matrix[best] = matrix[column] as number[];
    matrix[column] = pivot;
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const line = matrix[row] as number[];
      const factor = (line[column] as number) / (pivot[column] as number);
      if (factor !== 0)
        for (let k = column; k <= size; k++) line[k] = (line[k] as number) - factor * (pivot[k] as number);
    }
  }
  return matrix.map((line, at) => (line[size] as number) / (line[at] as number));
}
