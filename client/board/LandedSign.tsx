import { Button } from '@digdir/designsystemet-react';
import type { NoteId, ParticipantId } from '@duken/shared/board';
import type { SheetLayout } from '@duken/shared/sheet';
import { ArrowDownIcon, ArrowLeftIcon, ArrowRightIcon, ArrowUpIcon, XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { fitArea, type Insets, type Viewport } from '../canvas/index.ts';
import type { BoardSession } from '../session/index.ts';
import { Again } from '../ui/index.ts';
import { areaAround } from './canvasMoves.ts';
import { bySight, type Edge, edgeTowards, notesLaid, seenArea } from './landed.ts';

interface LandedSignProps {
  readonly session: BoardSession;
  readonly viewport: Viewport;
  readonly layout: SheetLayout;
  readonly insets: Insets;
  readonly names: ReadonlyMap<ParticipantId, string>;
}

const nothing: readonly NoteId[] = [];
const arrows = {
  above: ArrowUpIcon,
  below: ArrowDownIcon,
  left: ArrowLeftIcon,
  right: ArrowRightIcon,
} as const satisfies Record<Edge, unknown>;

/** Says at the edge of the sheet that somebody has laid a note where one does not look, and takes one there. */
export function LandedSign({ session, viewport, layout, insets, names }: LandedSignProps): ReactNode {
  const { t } = useTranslation(['board', 'common']);
  const [landed, setLanded] = useState(nothing);
  // Who waits for nothing need not hear of each step of a hand that moves the sheet.
  const view = useSyncExternalStore(viewport.subscribe, () => (landed.length > 0 ? viewport.view() : undefined));
  useEffect(
    () =>
      session.onOthersChange((before, after) => {
        const laid = notesLaid(before, after, session.seat().seats);
        const there = new Set(after.notes.map(({ id }) => id));
        setLanded((waiting) => {
          const left = waiting.filter((id) => there.has(id));
          return laid.length === 0 && left.length === waiting.length ? waiting : [...left, ...laid];
        });
      }),
    [session],
  );
  const seen = view && seenArea(view, viewport.stage(), insets);
  const { inSight, outside } = seen ? bySight(layout, landed, seen) : { inSight: [], outside: [] };
  const found = inSight.map(({ note }) => note.id).join(' ');
  useEffect(() => {
    if (found === '') return;
    const ids = new Set(found.split(' '));
    setLanded((waiting) => waiting.filter((id) => !ids.has(id)));
  }, [found]);

  const [first] = outside;
  const area = areaAround(outside);
  // The region is there before there is anything to say: one that comes with its words is not always heard.
  if (!first || !seen || !area) return <div role="status" />;
  const edge = edgeTowards(area, seen);
  const Arrow = arrows[edge];
  const name = names.get(first.note.author) ?? t('board:someone');
  const show = (): void => {
    // As near as one was, or so far away that all of them are seen.
    viewport.glideTo(fitArea(area, viewport.stage(), insets, viewport.view().scale));
    setLanded(nothing);
  };
  return (
    <div role="status">
      <div className="landed" data-edge={edge}>
        <Arrow aria-hidden />
        <Again
          words={
            outside.length === 1 ? t('board:landedOne', { name }) : t('board:landedMany', { count: outside.length })
          }
          of={first.note.id}
        />
        <Button data-size="sm" variant="secondary" onClick={show}>
          {t('board:landedShow')}
        </Button>
        <button
          type="button"
          className="notice-close"
          aria-label={t('common:close')}
          onClick={() => setLanded(nothing)}
        >
          <XMarkIcon aria-hidden />
        </button>
      </div>
    </div>
  );
}
