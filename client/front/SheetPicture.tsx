import type { Template } from '@duken/shared/template';

/** Where the notes of the little picture lie: column, row, height in rows, and whose paper. */
const notes = [
  [0, 0, 1, 'citizen'],
  [0, 2, 0.8, 'citizen'],
  [0, 4, 0.8, 'child'],
  [1, 1, 1, 'citizen'],
  [1, 2, 0.7, 'family'],
  [1, 3, 1, 'citizen'],
  [1, 5, 0.8, 'service'],
  [2, 0, 1, 'service'],
  [2, 1, 0.8, 'family'],
  [2, 3, 1, 'citizen'],
  [2, 4, 0.8, 'service'],
  [2, 5, 0.7, 'service'],
  [3, 0, 0.8, 'citizen'],
  [3, 2, 0.8, 'citizen'],
  [3, 5, 0.7, 'family'],
  [4, 1, 0.8, 'citizen'],
  [4, 4, 0.8, 'child'],
  [5, 0, 1, 'citizen'],
  [5, 2, 0.8, 'child'],
] as const;

const width = 300;
const columnWidth = 40;
const themeWidth = 34;
const gap = 4;
const top = 10;
/** The band below the columns, with the gap above it. */
const bandHeight = 28;

/** A small picture of a layout: its columns and themes as they stand on the sheet, with or without notes on it. */
export function SheetPicture({ template, withNotes = false }: { template: Template; withNotes?: boolean }) {
  const upright = template.columns.filter(({ place }) => place !== 'band');
  const band = template.columns.find(({ place }) => place === 'band');
  const rows = withNotes ? 6 : template.themes.length;
  // Beside each other in a question, the pictures are equally tall, band or not.
  const rowHeight = withNotes ? 30 : (160 - (band ? bandHeight : 0)) / template.themes.length;
  const bodyHeight = rows * rowHeight;
  const height = top + bodyHeight + (band ? bandHeight : 0) + 10;
  const todays = upright.filter(({ place }) => place === 'today').length;
  const stretch = (width - 20 - themeWidth - gap * upright.length) / (upright.length * columnWidth);
  const wide = columnWidth * stretch;
  const xOf = (column: number) => 10 + column * (wide + gap) + (column >= todays ? themeWidth + gap : 0);
  const themesX = 10 + todays * (wide + gap);
  return (
    <svg className="sheetPicture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {upright.map(({ id }, column) => (
        <rect
          key={id}
          x={xOf(column)}
          y={top}
          width={wide}
          height={bodyHeight}
          rx="3"
          style={{ fill: `var(--duk-${id})` }}
        />
      ))}
      <rect x={themesX} y={top} width={themeWidth} height={bodyHeight} rx="3" style={{ fill: 'var(--duk-theme)' }} />
      {template.themes.slice(0, rows).map(({ id, icon }, row) => (
        <g key={id}>
          {row > 0 && (
            <rect
              x="10"
              y={top + row * rowHeight - 1}
              width={width - 20}
              height="2"
              style={{ fill: 'var(--duk-sheet)' }}
            />
          )}
          <path
            d={icon}
            transform={`translate(${themesX + themeWidth / 2 - 6} ${top + (row + 0.5) * rowHeight - 6}) scale(.5)`}
            fill="none"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
            style={{ stroke: 'var(--ds-color-accent-base-default)' }}
          />
        </g>
      ))}
      {band && (
        <rect
          x="10"
          y={top + bodyHeight + gap}
          width={width - 20}
          height={bandHeight - gap}
          rx="3"
          style={{ fill: 'var(--duk-dream)' }}
        />
      )}
      {withNotes &&
        notes.map(([column, row, tall, voice]) => (
          <g key={`${column}/${row}`} transform={`translate(${xOf(column) + 3} ${top + row * rowHeight + 3})`}>
            <rect
              width={wide - 6}
              height={tall * (rowHeight - 6)}
              rx="1.5"
              style={{ fill: `var(--duk-${voice})`, filter: 'drop-shadow(0 .6px .8px rgb(80 62 32 / 25%))' }}
            />
            <path
              d={`M3 6h${wide - 14}M3 10.500h${(wide - 14) * (tall === 1 ? 0.8 : 0.5)}${tall === 1 ? 'M3 15h12' : ''}`}
              style={{ stroke: 'var(--duk-note-ink)' }}
              opacity=".45"
              strokeWidth="1.3"
              strokeLinecap="round"
            />
          </g>
        ))}
    </svg>
  );
}
