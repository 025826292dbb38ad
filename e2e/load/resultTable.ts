import { type Column, columns } from './columns.ts';
import type { Contestant } from './contestant.ts';
import { median } from './statistics.ts';
import type { Figures, MeasurementId } from './trial.ts';

/** All trials of one contestant. */
export interface Results {
  readonly contestant: Contestant;
  readonly trials: Readonly<Partial<Record<MeasurementId, readonly Figures[]>>>;
}

/** A column's values for a contestant, one for each trial that came through. */
export function valuesOf({ trials }: Results, { measurement, figure }: Column): readonly number[] {
  return (trials[measurement] ?? []).flatMap((figures) => figures[figure] ?? []).filter(Number.isFinite);
}

/** The columns that somebody has figures for. */
export function measuredColumns(results: readonly Results[]): readonly Column[] {
  return columns.filter((column) => results.some((result) => valuesOf(result, column).length > 0));
}

/** The results as Markdown: medians, and in brackets the lowest and the highest. */
export function markdownTable(results: readonly Results[]): string {
  const shown = measuredColumns(results);
  const rows = [
    ['relay', ...shown.map(({ heading }) => heading)],
    ['---', ...shown.map(() => '---')],
    ...results.map((result) => [result.contestant.label, ...shown.map((column) => cell(result, column))]),
  ];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cell(result: Results, column: Column): string {
  const values = valuesOf(result, column);
  if (values.length === 0) return '–';
  if (column.isListed) return values.map((value) => formatFigure(value, column)).join(' ');
  const middle = `${formatFigure(median(values), column)} ${column.unit}`.trim();
  if (values.length === 1) return middle;
  return `${middle} (${formatFigure(Math.min(...values), column)}–${formatFigure(Math.max(...values), column)})`;
}

/** A figure as people read it: thousands set apart, and no more decimals than mean something. */
export function formatFigure(value: number, { decimals }: Pick<Column, 'decimals'>): string {
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
