import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NoteId, type PhaseId, phaseIds } from '../board/index.ts';
import { svgOf } from '../chart/index.ts';
import { letterToText } from '../letter/index.ts';
import { followedWays, type TargetGroup, targetGroups } from './caseFields.ts';
import { type CountedCase, progressOf } from './caseProgress.ts';
import { drawTable } from './drawTable.ts';
import { reportLetter } from './reportLetter.ts';
import { reportFile } from './reportRows.ts';
import { reportWords } from './reportWords.ts';
import { type Release, type TableId, type ToldReport, tellReport } from './tellReport.ts';

const [u, t, s, b] = phaseIds;

/** The thirteen whom the report from Lørenskog tells of: target group, first step, present step, months. */
const thirteen: readonly (readonly [TargetGroup, PhaseId, PhaseId, number])[] = [
  ['lowIncome', u, s, 5],
  ['lowIncome', t, b, 9],
  ['disability', t, s, 2],
  ['disability', t, b, 18],
  ['disability', u, s, 2],
  ['disabilityAndLowIncome', u, s, 2],
  ['disabilityAndLowIncome', u, s, 6],
  ['young', u, t, 12],
  ['young', u, s, 12],
  ['young', t, s, 14],
  ['young', u, t, 15],
  ['young', t, s, 11],
  ['young', u, t, 15],
];

/** A case that met twice, so many months apart. */
function caseOf(group: TargetGroup, start: PhaseId, now: PhaseId, months: number): CountedCase {
  const date = (month: number) => new Date(Date.UTC(2025, month, 1)).toISOString().slice(0, 10);
  const at = (month: number, phase: PhaseId, isDone: boolean) => ({
    date: date(month),
    phase,
    actions: ['søke' as NoteId],
    done: isDone ? ['søke' as NoteId] : [],
    notes: { all: 10, citizens: 4 },
  });
  return { group, followed: 'direct', ...progressOf([at(months, now, true), at(0, start, false)]) };
}
const theThirteen = thirteen.map((one) => caseOf(...one));

const here = ({ report }: Release): ToldReport & { kind: 'here' } => {
  if (report.kind !== 'here') throw new Error('nothing is told');
  return report;
};
const rowsIn = (release: Release, id: TableId) =>
  here(release)
    .tables.find((table) => table.id === id)
    ?.rows.map(({ of, count }) => [of.join(' '), count]);

describe('the way of a case', () => {
  it('of each of the thirteen comes out of its meetings', () => {
    expect(theThirteen.map(({ start, now, months }) => [start, now, months])).toEqual(
      thirteen.map(([, start, now, months]) => [start, now, months]),
    );
  });

  it('has no months with one meeting, and no step where none was said', () => {
    const notes = { all: 0, citizens: 0 };
    const once = { date: '2026-01-01', phase: u, actions: [], done: [], notes };
    expect(progressOf([once])).toEqual({ start: u, now: u, daysToDone: [], notes });
    expect(progressOf([])).toEqual({ daysToDone: [], notes });
  });
});

describe('the report', () => {
  it('of the thirteen tells what can be told, and nothing that a subtraction gives back', () => {
    const release = tellReport(theThirteen);
    expect(here(release)).toMatchObject({ total: 13, months: { mean: 9.5, median: 11 }, citizensShare: 40 });
    expect(rowsIn(release, 'start')).toEqual([
      ['untenable', 8],
      ['exposed', 5],
      ['stable', 0],
      ['sustainable', 0],
      ['unsaid', 0],
    ]);
    expect(rowsIn(release, 'now')).toEqual([
      ['stable', 8],
      ['untenable exposed sustainable unsaid', 5],
    ]);
    expect(rowsIn(release, 'group')).toEqual([
      ['young', 6],
      ['lowIncome disability disabilityAndLowIncome other', 7],
    ]);
    // U→S is five, but eight began at U: whoever is told both knows that three went elsewhere.
    expect(rowsIn(release, 'moves')).toBeUndefined();
  });

  it('of three cases, of none and of four tells only that they are few', () => {
    for (const few of [0, 3, 4]) expect(tellReport(theThirteen.slice(0, few)).report).toEqual({ kind: 'few' });
    expect(reportFile({ kind: 'few' }, 'nb')).toEqual([[reportWords.nb.few]]);
  });

  it('of cases that nobody has given a step says that they have none, and tells of no way', () => {
    const without = Array.from({ length: 6 }, () => progressOf([]));
    const release = tellReport([...without, ...without]);
    expect(here(release)).not.toHaveProperty('months');
    const written = reportFile(release.report, 'nb').map((row) => row.join(' '));
    expect(written).toContain('Ikke satt 12');
    expect(written).toContain('Uholdbar 0');
    expect(written.join()).not.toContain('→');
    // Beside such as have one, in any number, none of either is told apart when they are few.
    const mixed = tellReport([...theThirteen, ...without.slice(0, 3)]);
    expect(here(mixed).total).toBe(16);
    for (const [, count] of rowsIn(mixed, 'start') ?? []) expect([1, 2, 3, 4]).not.toContain(count);
  });

  it('parts cases by a field of theirs only when it is said of all', () => {
    const [first, ...others] = theThirteen;
    const { group: _, ...without } = first as CountedCase;
    expect(rowsIn(tellReport([without, ...others]), 'group')).toBeUndefined();
  });

  it('stands when a case comes the day after, and is renewed when five have', () => {
    const first = tellReport(theThirteen);
    const more = (count: number) => [...theThirteen, ...Array.from({ length: count }, () => caseOf('young', u, s, 3))];
    for (const count of [1, 4]) expect(tellReport(more(count), { before: first })).toBe(first);
    const renewed = tellReport(more(5), { before: first });
    expect([here(renewed).total, rowsIn(renewed, 'group')?.[0]]).toEqual([18, ['young', 11]]);
    // One more in one group, four in another: that table waits, the others do not.
    const mixed = [...more(4), caseOf('lowIncome', u, s, 3)];
    expect(rowsIn(tellReport(mixed, { before: first }), 'group')).toBeUndefined();
    expect(rowsIn(tellReport(mixed, { before: first }), 'now')?.[0]).toEqual(['stable', 13]);
  });

  it('stands when one case has gone a step and no other', () => {
    const first = tellReport(theThirteen);
    const moved = theThirteen.with(8, caseOf('young', u, b, 14));
    expect(tellReport(moved, { before: first })).toBe(first);
  });

  it('of one leader leaves no small rest when it is taken from the municipality’s', () => {
    const all = tellReport(theThirteen);
    // Of thirteen and twelve anybody sees that somebody else leads one.
    const own = tellReport(theThirteen.slice(0, 12), { beside: [all] });
    expect(own.report).toEqual({ kind: 'waits' });
    expect(reportFile(own.report, 'nb')).toEqual([[reportWords.nb.waits]]);
    const before = tellReport(theThirteen.slice(0, 6));
    expect(tellReport(theThirteen.slice(0, 12), { before, beside: [all] })).toBe(before);
    expect(here(tellReport(theThirteen.slice(0, 8), { beside: [all] })).total).toBe(8);
  });

  it('has no mean or share that one case alone has moved, when a table comes or waits', () => {
    const later = theThirteen.with(0, caseOf('lowIncome', u, s, 31));
    const { group: _, ...ungrouped } = theThirteen[12] as CountedCase;
    const first = tellReport(theThirteen.with(12, ungrouped));
    const second = tellReport(later, { before: first });
    expect(rowsIn(second, 'group')?.[0]).toEqual(['young', 6]);
    expect(here(second).months).toEqual(here(first).months);
    // A table that waits beside another report says nothing new of the others each time it is asked for.
    const beside = [tellReport([...theThirteen, ...theThirteen.slice(0, 5), caseOf('young', t, b, 3)])];
    const held = tellReport(theThirteen, { beside });
    expect(here(held).tables.length).toBeLessThan(here(tellReport(theThirteen)).tables.length);
    expect(tellReport(later, { before: held, beside })).toBe(held);
  });

  it('holds in every form of it the same numbers and no other', () => {
    const report = here(tellReport(theThirteen));
    const told = new Set(report.tables.flatMap(({ rows }) => rows.map(({ count }) => count)));
    for (const table of report.tables) {
      const picture = drawTable(table, reportWords.nb, { width: 600 });
      const bars = picture.marks
        .filter(({ name }) => name === 'rect')
        .map(({ attributes }) => Number(attributes.width));
      const longest = Math.max(...bars);
      const most = Math.max(...table.rows.map(({ count }) => count));
      // Of what a bar's length gives back, nothing is else than a number beside it.
      for (const bar of bars) expect(told).toContain(bar === 1 ? 0 : Math.round((bar / longest) * most));
      const numbers = (picture.alt.match(/\d+/g) ?? []).map(Number);
      for (const number of numbers) expect(told).toContain(number);
      expect(svgOf(picture)).toContain(`<title>${picture.alt}`);
    }
    const letter = reportLetter(report, { scope: 'all', language: 'nb', day: '2026-11-30' });
    const rows = letter.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(({ cells }) => Number(cells[1]?.text)) : [])),
    );
    const inFile = reportFile(report, 'nb').flatMap(([, count]) => (typeof count === 'number' ? [count] : []));
    expect(rows.length).toBeGreaterThan(5);
    for (const number of [...rows, ...inFile]) expect(told).toContain(number);
    expect(letterToText(letter)).toContain('9,5 måneder i snitt, 11 er midterst');
  });
});

const anyCase: fc.Arbitrary<CountedCase> = fc
  .record({
    group: fc.constantFrom(...targetGroups.slice(0, 3)),
    followed: fc.constantFrom(...followedWays),
    start: fc.constantFrom(u, t, s),
    now: fc.constantFrom(u, t, s),
  })
  .map((one) => ({ ...one, daysToDone: [], notes: { all: 0, citizens: 0 } }));
const anyCases = fc.array(anyCase, { maxLength: 32 });

const tableOf = ({ report }: Release, id: TableId) =>
  report.kind === 'here' ? report.tables.find((table) => table.id === id) : undefined;

/** Every sum of whole rows, by the parts it is of. */
function sumsIn(release: Release, id: TableId): ReadonlyMap<string, number> {
  let sums: { readonly parts: readonly string[]; readonly count: number }[] = [{ parts: [], count: 0 }];
  for (const { of, count } of tableOf(release, id)?.rows ?? [])
    sums = [...sums, ...sums.map((sum) => ({ parts: [...sum.parts, ...of], count: sum.count + count }))];
  return new Map(sums.slice(1).map(({ parts, count }) => [parts.toSorted().join(), count]));
}
const isFew = (count: number) => count > 0 && count < 5;
const parted: readonly TableId[] = ['group', 'followed', 'start', 'now'];

describe('an attacker with all that is shown', () => {
  it('finds no row, sum or rest of one to four cases in one report', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const release = tellReport(cases);
        if (release.report.kind !== 'here') return;
        const { total } = release.report;
        for (const id of [...parted, 'moves'] as const)
          for (const count of sumsIn(release, id).values()) {
            expect(isFew(count)).toBe(false);
            expect(isFew(total - count)).toBe(false);
          }
      }),
    );
  });

  it('cannot tell what is counted together apart, where a part of it is few', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const release = tellReport(cases);
        for (const id of parted)
          for (const { of, count } of tableOf(release, id)?.rows ?? []) {
            const parts = of.map((part) => cases.filter((one) => (one[id as 'group'] ?? 'unsaid') === part).length);
            expect(parts.reduce((all, one) => all + one, 0)).toBe(count);
            // Alone, or one of several; and were each of those below five, they are not all four.
            expect(of.length === 1 && isFew(count)).toBe(false);
            if (of.length > 1 && parts.every((part) => part < 5)) expect(count).toBeLessThan(of.length * 4);
          }
      }),
    );
  });

  it('finds no move of one to four cases by setting first and present steps against each other', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const release = tellReport(cases);
        if (release.report.kind !== 'here') return;
        const { total } = release.report;
        for (const [from, began] of sumsIn(release, 'start'))
          for (const [to, came] of sumsIn(release, 'now')) {
            const least = Math.max(0, began + came - total);
            const most = Math.min(began, came);
            if (least === most) expect([from, to, isFew(least)]).toEqual([from, to, false]);
          }
      }),
    );
  });

  it('finds nothing of one to four cases between two reports, a day apart or the one within the other', () => {
    const change = fc.record({
      drop: fc.nat({ max: 31 }),
      add: fc.array(anyCase, { maxLength: 12 }),
      take: fc.nat({ max: 12 }),
    });
    fc.assert(
      fc.property(anyCases, change, fc.boolean(), (cases, { drop, add, take }, isBeside) => {
        const first = tellReport(cases);
        const next = isBeside ? cases.slice(0, drop) : [...cases.slice(take), ...add];
        const second = isBeside ? tellReport(next, { beside: [first] }) : tellReport(next, { before: first });
        if (second === first || first.report.kind !== 'here' || second.report.kind !== 'here') return;
        expect(isFew(Math.abs(second.report.total - first.report.total))).toBe(false);
        for (const id of [...parted, 'moves'] as const) {
          const [a, b2] = [sumsIn(first, id), sumsIn(second, id)];
          const both = [...a.keys()].filter((parts) => b2.has(parts));
          // The smallest that both tell; larger ones are sums of these.
          const smallest = both.filter((parts) => !both.some((other) => other !== parts && isWithin(other, parts)));
          for (const parts of smallest) expect(isFew(Math.abs((a.get(parts) ?? 0) - (b2.get(parts) ?? 0)))).toBe(false);
        }
      }),
    );
  });
});

function isWithin(inner: string, outer: string): boolean {
  const parts = new Set(outer.split(','));
  return inner.split(',').every((part) => parts.has(part));
}
