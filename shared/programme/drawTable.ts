import { scaleBand, scaleLinear } from 'd3-scale';
import { type ChartLook, mark, type Picture, paperChart } from '../chart/index.ts';
import { breakLines } from '../sheet/index.ts';
import { reportRows } from './reportRows.ts';
import type { ReportWords } from './reportWords.ts';
import type { ToldTable } from './tellReport.ts';

const font = { size: 14, weight: 'regular' } as const;
const lineHeight = 18;

/** A table as bars, each with its name and its number. It is drawn from what is told, so that no length says more than the number beside it. */
export function drawTable(
  table: ToldTable,
  words: ReportWords,
  { width, look = paperChart }: { readonly width: number; readonly look?: ChartLook },
): Picture {
  const rows = reportRows(table, words);
  const nameWidth = Math.min(220, Math.round(width * 0.45));
  const names = rows.map(({ name }) => breakLines(name, nameWidth - 12, font).map(({ text }) => text));
  const rowHeight = Math.max(34, ...names.map((lines) => lines.length * lineHeight + 12));
  const height = rows.length * rowHeight;
  const y = scaleBand<number>(
    rows.map((_, at) => at),
    [0, height],
  ).padding(0.24);
  const x = scaleLinear([0, Math.max(1, ...rows.map(({ count }) => count))], [nameWidth, width - 40]);
  return {
    width,
    height,
    alt: words.chartAlt(words.tables[table.id], rows.map(({ name, count }) => `${name} ${count}`).join(', ')),
    marks: rows.flatMap(({ count }, at) => {
      const top = y(at) ?? 0;
      const middle = top + y.bandwidth() / 2;
      const lines = names[at] ?? [];
      const first = middle + 5 - ((lines.length - 1) * lineHeight) / 2;
      return [
        ...lines.map((text, line) =>
          mark('text', { x: 0, y: first + line * lineHeight, 'font-size': font.size, fill: look.ink }, text),
        ),
        mark('rect', {
          x: nameWidth,
          y: top,
          width: Math.max(1, x(count) - nameWidth),
          height: y.bandwidth(),
          rx: 3,
          fill: look.first,
        }),
        mark(
          'text',
          { x: x(count) + 8, y: middle + 5, 'font-size': font.size, 'font-weight': 600, fill: look.ink },
          String(count),
        ),
      ];
    }),
  };
}
