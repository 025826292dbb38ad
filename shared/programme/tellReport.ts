import { phaseIds } from '../board/index.ts';
import { followedWays, targetGroups } from './caseFields.ts';
import type { CountedCase } from './caseProgress.ts';

/** Fewer cases than this are never told, nor anything that they come out of. */
const leastCases = 5;

/** How cases are parted: by each of these every case is in one part and no other. */
export const tableIds = ['group', 'followed', 'start', 'now', 'moves'] as const;
export type TableId = (typeof tableIds)[number];

/** Where nothing was said. */
export const unsaid = 'unsaid';

/** A row of a table: the parts that it counts together, and how many cases are in them. */
export interface ToldRow {
  readonly of: readonly string[];
  readonly count: number;
}
export interface ToldTable {
  readonly id: TableId;
  /** Every part is in one row; their sum is `total`. */
  readonly rows: readonly ToldRow[];
  readonly total: number;
}

/** A report as it may be seen by anybody. What is hidden is not in the value. */
export type ToldReport =
  | { readonly kind: 'few' }
  /** Beside another report its number of cases would tell of fewer than may be told. */
  | { readonly kind: 'waits' }
  | {
      readonly kind: 'here';
      readonly total: number;
      /** Those that can be told; the others are held back whole. */
      readonly tables: readonly ToldTable[];
      readonly months?: { readonly mean: number; readonly median: number };
      /** The middle one of all tiltak that are done, from agreed to done. */
      readonly daysToDone?: number;
      /** Of all notes on the newest duks, in per cent. */
      readonly citizensShare?: number;
    };

/** What was told last, and of each table what was last told of it: whoever kept it may subtract. */
export interface Release {
  readonly report: ToldReport;
  readonly lastTold: readonly ToldTable[];
}

const steps = [...phaseIds, unsaid];
const partsOf: Readonly<Record<TableId, readonly string[]>> = {
  // Of all cases or not at all: see `rowsOf`.
  group: targetGroups,
  followed: followedWays,
  start: steps,
  now: steps,
  moves: [...phaseIds.flatMap((from) => phaseIds.map((to) => `${from}>${to}`)), unsaid],
};
const partOf: Readonly<Record<TableId, (one: CountedCase) => string>> = {
  group: ({ group }) => group ?? unsaid,
  followed: ({ followed }) => followed ?? unsaid,
  start: ({ start }) => start ?? unsaid,
  now: ({ now }) => now ?? unsaid,
  moves: ({ start, now }) => (start && now ? `${start}>${now}` : unsaid),
};

/**
 * The report of these cases, in the light of what others have in their hands already.
 *
 * A table is told in rows of at least five cases or none: parts below that are counted together, with the smallest of the others
 * where they are too few even so. Moves are where start and present step meet: by their sums a single hidden move could be
 * reckoned out, so they are told where none is below five, and else not at all.
 *
 * A report of more or fewer cases than the last differs by five at least in everything that it tells, or it is not told and the last
 * one stands; a table alone is held back. The same holds against reports of which the one is a part of the other.
 */
export function tellReport(
  cases: readonly CountedCase[],
  told: { readonly before?: Release | undefined; readonly beside?: readonly Release[] } = {},
): Release {
  const { before, beside = [] } = told;
  const fresh = measure(cases);
  const last = before?.report.kind === 'here' ? before.report : undefined;
  const instead = (report: ToldReport): Release =>
    before && last ? before : { report, lastTold: before?.lastTold ?? [] };
  if (fresh.kind !== 'here') return instead(fresh);
  if (beside.some(({ report }) => report.kind === 'here' && isFew(fresh.total - report.total)))
    return instead({ kind: 'waits' });
  if (before && last && isFew(fresh.total - last.total)) return before;

  const differs = (table: ToldTable, from: Release): boolean => {
    const other = from.lastTold.find(({ id }) => id === table.id);
    return other !== undefined && isTooNear(table, other);
  };
  const isStill = (table: ToldTable): boolean => !before || !differs(table, before);
  const tables = fresh.tables.filter((table) => isStill(table) && beside.every((other) => !differs(table, other)));
  let report: ToldReport = { ...fresh, tables };
  if (before && last && fresh.total === last.total) {
    // With as many cases as before, what is held back would itself say that one of them is another.
    if (isSame(tables, last.tables) || !fresh.tables.every(isStill)) return before;
    // A table that came or went moves no case: a mean that moved with it would be that of a single one.
    const isMoved = tables.some((table) => last.tables.some((other) => other.id === table.id && !isSame(table, other)));
    if (!isMoved) report = { ...last, tables };
  }
  const kept = (before?.lastTold ?? []).filter(({ id }) => !tables.some((table) => table.id === id));
  return { report, lastTold: [...tables, ...kept] };
}

function isSame<Told>(a: Told, b: Told): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Some, and fewer than may be told. */
function isFew(count: number): boolean {
  return count !== 0 && Math.abs(count) < leastCases;
}

function measure(cases: readonly CountedCase[]): ToldReport {
  const total = cases.length;
  if (total < leastCases) return { kind: 'few' };
  const months = enough(cases.flatMap(({ months: one }) => (one === undefined ? [] : [one])));
  const waited = cases.filter(({ daysToDone }) => daysToDone.length > 0);
  const days = waited.length < leastCases ? undefined : waited.flatMap(({ daysToDone }) => daysToDone);
  const written = enough(cases.map(({ notes }) => notes).filter(({ all }) => all > 0));
  return {
    kind: 'here',
    total,
    tables: tableIds.flatMap((id) => {
      const rows = rowsOf(id, cases);
      return rows ? [{ id, rows, total }] : [];
    }),
    ...(months
      ? { months: { mean: Math.round((sum(months) / months.length) * 10) / 10, median: median(months) } }
      : {}),
    ...(days ? { daysToDone: median(days) } : {}),
    ...(written
      ? {
          citizensShare: Math.round(
            (100 * sum(written.map(({ citizens }) => citizens))) / sum(written.map(({ all }) => all)),
          ),
        }
      : {}),
  };
}

/** @returns undefined where nothing but the sum could be told */
function rowsOf(id: TableId, cases: readonly CountedCase[]): readonly ToldRow[] | undefined {
  const counts = partsOf[id].map((part) => ({
    part,
    count: cases.filter((one) => partOf[id](one) === part).length,
  }));
  const few = counts.filter(({ count }) => count < leastCases);
  const alone = counts.filter(({ count }) => count >= leastCases).map(({ part, count }) => ({ of: [part], count }));
  const hidden = sum(few.map(({ count }) => count));
  // Said by those who lead, one case after the other: told when all are said, and not each time.
  if (sum(counts.map(({ count }) => count)) < cases.length) return undefined;
  if (hidden === 0) return [...alone, ...few.map(({ part }) => ({ of: [part], count: 0 }))].toSorted(inOrder);
  if (id === 'moves') return undefined;
  const together = [...few];
  // Too few even together, or so many that each of them must be four.
  if (hidden < leastCases || hidden === few.length * (leastCases - 1)) {
    const smallest = alone.toSorted((a, b) => a.count - b.count)[0];
    if (!smallest) return undefined;
    alone.splice(alone.indexOf(smallest), 1);
    together.push(...smallest.of.map((part) => ({ part, count: smallest.count })));
  }
  if (alone.length === 0) return undefined;
  const order = partsOf[id];
  const of = together.map(({ part }) => part).toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  return [...alone, { of, count: sum(together.map(({ count }) => count)) }].toSorted(inOrder);

  function inOrder(a: ToldRow, b: ToldRow): number {
    // What is counted together comes last.
    return a.of.length > 1 || b.of.length > 1
      ? a.of.length - b.of.length
      : partsOf[id].indexOf(a.of[0] ?? '') - partsOf[id].indexOf(b.of[0] ?? '');
  }
}

/** Whether two tables of the same parts, subtracted one from the other, leave somewhere one to four cases. */
function isTooNear(a: ToldTable, b: ToldTable): boolean {
  return leastCommon(a.rows, b.rows).some((parts) => isFew(countIn(a.rows, parts) - countIn(b.rows, parts)));
}

/** The smallest sets of parts that are whole rows in both: nothing finer can be set against each other. */
function leastCommon(a: readonly ToldRow[], b: readonly ToldRow[]): readonly ReadonlySet<string>[] {
  let sets: readonly ReadonlySet<string>[] = [];
  for (const { of } of [...a, ...b]) {
    const touched = sets.filter((set) => of.some((part) => set.has(part)));
    sets = [...sets.filter((set) => !touched.includes(set)), new Set([...of, ...touched.flatMap((set) => [...set])])];
  }
  return sets;
}

function countIn(rows: readonly ToldRow[], parts: ReadonlySet<string>): number {
  return sum(rows.filter(({ of }) => of.every((part) => parts.has(part))).map(({ count }) => count));
}

function enough<Value>(values: readonly Value[]): readonly Value[] | undefined {
  return values.length < leastCases ? undefined : values;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
