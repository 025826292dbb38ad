import type { Column } from './columns.ts';
import { formatFigure, measuredColumns, type Results, valuesOf } from './resultTable.ts';
import { median } from './statistics.ts';

/** Sizes in the picture's own units, which are pixels at its natural size. */
const width = 1000;
const panelsPerRow = 2;
const labelWidth = 190;
const barHeight = 16;
const lineHeight = 22;
const panelWidth = width / panelsPerRow;
const barRoom = panelWidth - labelWidth - 130;
const headHeight = 88;

const ink = '#1e2b3c';
const faint = '#5d6b7c';
const ours = '#0062ba';
const others = '#b9c4d0';

/**
 * The results as a picture: a panel for each column, a bar for each relay, a line over it from the lowest to the highest.
 * @param subtitle a line each
 */
export function drawResults(results: readonly Results[], title: string, subtitle: readonly string[]): string {
  const panels = measuredColumns(results).filter(({ figure }) => figure !== 'generatorShare');
  const panelHeight = 50 + results.length * lineHeight;
  const height = headHeight + Math.ceil(panels.length / panelsPerRow) * panelHeight;
  const drawn = panels.map((column, index) => {
    const x = (index % panelsPerRow) * panelWidth;
    const y = headHeight + Math.floor(index / panelsPerRow) * panelHeight;
    return `<g transform="translate(${x} ${y})">${drawPanel(results, column)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Inter, Helvetica, Arial, sans-serif" font-size="12" role="img">`,
    `<title>${escapeText(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="16" y="30" font-size="18" font-weight="600" fill="${ink}">${escapeText(title)}</text>`,
    ...subtitle.map((line, row) => `<text x="16" y="${50 + row * 18}" fill="${faint}">${escapeText(line)}</text>`),
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

function drawPanel(results: readonly Results[], column: Column): string {
  const rows = results.map((result) => ({ result, values: valuesOf(result, column) }));
  const largest = Math.max(...rows.flatMap(({ values }) => values), Number.MIN_VALUE);
  const unit = column.unit ? `, ${column.unit}` : '';
  const heading = `<text x="16" y="24" font-weight="600" fill="${ink}">${escapeText(column.heading + unit)}</text>`;
  const lines = rows.map(({ result, values }, index) => {
    const y = 34 + index * lineHeight;
    const isOurs = result.contestant.id === 'duken';
    const label = `<text x="${labelWidth}" y="${y + 13}" text-anchor="end" fill="${ink}"${isOurs ? ' font-weight="600"' : ''}>${escapeText(result.contestant.shortLabel)}</text>`;
    if (values.length === 0) return `${label}<text x="${labelWidth + 10}" y="${y + 13}" fill="${faint}">–</text>`;
    const scale = (value: number) => (Math.max(0, value) / largest) * barRoom;
    const middle = median(values);
    const text = column.isListed ? fromTo(values, column) : formatFigure(middle, column);
    const end = labelWidth + 10 + scale(Math.max(...values));
    const spread = `<path d="M${labelWidth + 10 + scale(Math.min(...values))} ${y + barHeight / 2 + 1}H${end}" stroke="${ink}"/>`;
    return [
      label,
      `<rect x="${labelWidth + 10}" y="${y + 1}" width="${Math.max(1, scale(middle))}" height="${barHeight}" rx="2" fill="${isOurs ? ours : others}"/>`,
      values.length > 1 ? spread : '',
      `<text x="${end + 6}" y="${y + 13}" fill="${ink}">${text}</text>`,
    ].join('');
  });
  return [heading, ...lines].join('\n');
}

function fromTo(values: readonly number[], column: Column): string {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)].map((value) => formatFigure(value, column));
  return lowest === highest ? `${values.length} × ${lowest}` : `${lowest} … ${highest}`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
