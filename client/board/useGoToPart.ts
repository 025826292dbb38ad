import type { SheetPart } from '@duken/shared/board';
import type { SheetLayout } from '@duken/shared/sheet';
import { useEffect, useRef } from 'react';
import { fitArea, type Insets, type View, type Viewport } from '../canvas/index.ts';
import { areaAround } from './canvasMoves.ts';
import type { ThingToSee } from './useGuide.ts';

interface GoToPartOptions {
  readonly layout: SheetLayout;
  readonly viewport: Viewport;
  readonly insets: Insets;
  readonly folded: ReadonlySet<string>;
  readonly onUnfold: (theme: string) => void;
}

/** How near one comes to a part: near enough to read, with what lies round it. */
const largest = 1;

/** Goes once to each part of the sheet that is asked for, and back. The keyboard and what is open stay where they are. */
export function useGoToPart(asked: ThingToSee | undefined, options: GoToPartOptions): void {
  const { layout, viewport, insets, folded, onUnfold } = options;
  const doneWith = useRef<ThingToSee>(undefined);
  const before = useRef<View>(undefined);
  useEffect(() => {
    if (!asked || asked === doneWith.current || viewport.stage().width === 0) return;
    if (asked.kind === 'part' && asked.part.theme !== undefined && folded.has(asked.part.theme)) {
      onUnfold(asked.part.theme);
      return;
    }
    doneWith.current = asked;
    if (asked.kind === 'back' && before.current) viewport.glideTo(before.current);
    if (asked.kind === 'back') before.current = undefined;
    if (asked.kind !== 'part') return;
    before.current ??= viewport.target();
    viewport.glideTo(fitArea(areaOfPart(asked.part, layout), viewport.stage(), insets, largest));
  });
}

/** The cells of a part, with their headings where it is not about one theme; all of the sheet where it has none. */
function areaOfPart({ columns, theme }: SheetPart, layout: SheetLayout) {
  const cells = layout.cells.filter(
    ({ cell }) =>
      (columns.length === 0 || columns.includes(cell.column)) && (theme === undefined || cell.theme === theme),
  );
  const headings = theme === undefined ? layout.columns.filter(({ column }) => columns.includes(column.id)) : [];
  // A row is known by its theme, which stands in the middle.
  const rows = theme === undefined ? [] : layout.rows.filter((row) => row.theme === theme);
  return areaAround([...cells, ...headings, ...rows]) ?? { x: 0, y: 0, width: layout.width, height: layout.height };
}
