import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { type ChartLook, type Mark, mark, type Picture, paperChart } from '../chart/index.ts';
import { textWidth } from '../sheet/index.ts';
import type { Gains, GainYear } from './reckonGains.ts';

export interface GainsWords {
  readonly worst: string;
  readonly best: string;
  readonly accumulated: string;
  readonly year: (year: number) => string;
  /** An amount beside the axis, short: «1,5 mill.». */
  readonly amount: (kroner: number) => string;
  readonly alt: string;
}

const font = { size: 13, weight: 'regular' } as const;
const legendHeight = 28;
const daysHeight = 26;

/** Worst and best year by year, as bars side by side: the best one is empty, so that grey paper keeps them apart. */
export function drawYears(gains: Gains, words: GainsWords, size: GainsSize): Picture {
  const { look = paperChart } = size;
  const area = areaOf(
    gains.years.flatMap(({ worst, best }) => [worst, best]),
    words,
    size,
    2,
  );
  const half = area.band.bandwidth() / 2;
  const bar = ({ year }: GainYear, value: number, isBest: boolean): Mark => {
    const [from, to] = [area.y(0), area.y(value)];
    return mark('rect', {
      x: (area.band(year) ?? 0) + (isBest ? half + 0.5 : 0.5),
      y: Math.min(from, to),
      width: Math.max(1, half - 1),
      height: Math.max(0.5, Math.abs(from - to)),
      fill: isBest ? look.sheet : look.second,
      stroke: isBest ? look.first : look.second,
      'stroke-width': isBest ? 2 : 1,
    });
  };
  return {
    width: size.width,
    height: area.height,
    alt: words.alt,
    marks: [
      ...area.marks(),
      ...gains.years.flatMap((year) => [bar(year, year.worst, false), bar(year, year.best, true)]),
      ...legendEntry(0, words.worst, look, (x, y) =>
        mark('rect', { x, y: y - 9, width: 20, height: 12, fill: look.second }),
      ),
      ...legendEntry(area.legendRow, words.best, look, (x, y) =>
        mark('rect', { x, y: y - 9, width: 20, height: 12, fill: look.sheet, stroke: look.first, 'stroke-width': 2 }),
      ),
    ],
  };
}

/** What worst less best has come to, from year to year. Below the line it has cost more so far than it gave. */
export function drawAccumulated(gains: Gains, words: GainsWords, size: GainsSize): Picture {
  const { look = paperChart } = size;
  const area = areaOf(
    gains.years.map(({ accumulated }) => accumulated),
    words,
    size,
    1,
  );
  const middle = ({ year }: GainYear): number => (area.band(year) ?? 0) + area.band.bandwidth() / 2;
  const path = line<GainYear>()
    .x(middle)
    .y(({ accumulated }) => area.y(accumulated))([...gains.years]);
  return {
    width: size.width,
    height: area.height,
    alt: words.alt,
    marks: [
      ...area.marks(),
      mark('path', { d: path ?? '', fill: 'none', stroke: look.first, 'stroke-width': 3 }),
      ...gains.years.map((year) =>
        mark('circle', {
          cx: middle(year),
          cy: area.y(year.accumulated),
          r: 4.5,
          // Empty below the line.
          fill: year.accumulated > 0 ? look.first : look.sheet,
          stroke: look.first,
          'stroke-width': 2,
        }),
      ),
      ...legendEntry(0, words.accumulated, look, (x, y) =>
        mark('path', { d: `M${x} ${y - 3}h20`, stroke: look.first, 'stroke-width': 3 }),
      ),
    ],
  };
}

export interface GainsSize {
  /** Pixels; at least 280. */
  readonly width: number;
  readonly look?: ChartLook;
}

function areaOf(values: readonly number[], words: GainsWords, { width, look = paperChart }: GainsSize, legends: 1 | 2) {
  const isNarrow = width < 420;
  const legendRow = isNarrow ? legendHeight : 0;
  const top = legendHeight * (isNarrow ? legends : 1) + 8;
  const bottom = top + Math.round(Math.min(280, width * 0.5));
  const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values)], [bottom, top]).nice(5);
  const ticks = y.ticks(5);
  const left = 8 + Math.max(...ticks.map((tick) => textWidth(words.amount(tick), font)));
  const names = Array.from({ length: 10 }, (_, at) => at + 1);
  const band = scaleBand<number>(names, [left + 6, width - 2]).padding(0.18);
  return {
    y,
    band,
    legendRow: legendRow > 0 ? legendRow : -(8 + 28 + textWidth(words.worst, font) + 22),
    height: bottom + daysHeight,
    marks: (): readonly Mark[] => [
      ...ticks.flatMap((tick) => [
        mark('line', {
          x1: left + 4,
          x2: width - 2,
          y1: y(tick),
          y2: y(tick),
          stroke: tick === 0 ? look.ink : look.line,
          'stroke-width': tick === 0 ? 1.5 : 1,
        }),
        mark(
          'text',
          { x: left, y: y(tick) + 4.5, 'font-size': font.size, 'text-anchor': 'end', fill: look.muted },
          words.amount(tick),
        ),
      ]),
      ...names.map((year) =>
        mark(
          'text',
          {
            x: (band(year) ?? 0) + band.bandwidth() / 2,
            y: bottom + 19,
            'font-size': font.size,
            'text-anchor': 'middle',
            fill: look.muted,
          },
          words.year(year),
        ),
      ),
    ],
  };
}

/** @param at above 0 so far down; below 0 so far to the right */
function legendEntry(at: number, name: string, look: ChartLook, sign: (x: number, y: number) => Mark): readonly Mark[] {
  const x = at < 0 ? -at : 8;
  const y = at > 0 ? 17 + at : 17;
  return [sign(x, y), mark('text', { x: x + 28, y: y + 1.5, 'font-size': font.size, fill: look.ink }, name)];
}
