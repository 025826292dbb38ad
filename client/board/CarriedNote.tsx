import { Button } from '@digdir/designsystemet-react';
import type { Voice } from '@duken/shared/board';
import { type SheetLayout, sizes } from '@duken/shared/sheet';
import { cellKey } from '@duken/shared/template';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contains, type Point, toSheet, type Viewport } from '../canvas/index.ts';
import type { Carried } from './useCarried.ts';

interface CarriedNoteProps {
  readonly carried: Carried;
  readonly voice: Voice;
  readonly viewport: Viewport;
  /** Where the pointer is followed. */
  readonly surface: RefObject<HTMLElement | null>;
  readonly onLetGo: () => void;
}

/** Says where the note in the hand is to go, and shows it on the pointer. */
export function CarriedNote({ carried, voice, viewport, surface, onLetGo }: CarriedNoteProps): ReactNode {
  const { t } = useTranslation('board');
  const paper = useRef<HTMLDivElement>(null);
  usePointerOver(surface, (point) => {
    if (!paper.current) return;
    paper.current.hidden = point === undefined;
    if (!point) return;
    const { width } = paper.current.getBoundingClientRect();
    paper.current.style.transform = `translate(${point.x - width / 2}px, ${point.y - 18}px) rotate(0.7deg)`;
  });
  const width = Math.max(96, sizes.note.width * viewport.view().scale);
  return (
    <>
      {carried.by === 'mouse' && (
        <div ref={paper} hidden className={`carriedNote paper-${voice}`} style={{ inlineSize: width }} aria-hidden>
          <span>{carried.texts[0]?.slice(0, 60) ?? t('newNote')}</span>
          {carried.texts.length > 1 && <span> {t('andMore', { count: carried.texts.length - 1 })}</span>}
        </div>
      )}
      <div className="placingBar">
        <span role="status">
          {t(carried.texts.length > 1 ? 'clickToPlaceMany' : carried.by === 'touch' ? 'tapToPlace' : 'clickToPlace')}
        </span>
        <Button data-size="sm" variant="secondary" onClick={onLetGo}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </div>
    </>
  );
}

interface LitCellsProps {
  readonly carried: Carried;
  readonly layout: SheetLayout;
  readonly viewport: Viewport;
  readonly surface: RefObject<HTMLElement | null>;
}

/** Lights up where a note can be laid: the cell under the pointer, and every cell for a finger, which nobody sees before it presses. */
export function LitCells({ carried, layout, viewport, surface }: LitCellsProps): ReactNode {
  const [under, setUnder] = useState<string>();
  usePointerOver(surface, (point) => {
    const at = point && toSheet(viewport.view(), point);
    const cell = at && layout.cells.find((each) => contains(each, at));
    setUnder(cell && cellKey(cell.cell));
  });
  return layout.cells.map((cell) => {
    const key = cellKey(cell.cell);
    if (carried.by === 'mouse' && key !== under) return null;
    const { x: left, y: top, width, height } = cell;
    return (
      <div
        key={key}
        className={key === under ? 'litCell litCell-under' : 'litCell'}
        style={{ left, top, width, height }}
      />
    );
  });
}

/** Follows the pointer over an element; undefined when it has left. */
function usePointerOver(element: RefObject<HTMLElement | null>, onPoint: (point: Point | undefined) => void): void {
  const latest = useRef(onPoint);
  latest.current = onPoint;
  useEffect(() => {
    const area = element.current;
    if (!area) return;
    const move = (event: PointerEvent): void => {
      const { left, top } = area.getBoundingClientRect();
      if (event.pointerType !== 'touch') latest.current({ x: event.clientX - left, y: event.clientY - top });
    };
    const leave = (): void => latest.current(undefined);
    area.addEventListener('pointermove', move);
    area.addEventListener('pointerleave', leave);
    return () => {
      area.removeEventListener('pointermove', move);
      area.removeEventListener('pointerleave', leave);
    };
  }, [element]);
}
