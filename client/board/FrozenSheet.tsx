import { Button } from '@digdir/designsystemet-react';
import type { FrozenDuk } from '@duken/shared/plan';
import { layOut } from '@duken/shared/sheet';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardStage, fitInTurn, type Insets, type StageGestures, Viewport } from '../canvas/index.ts';
import { sheetWordsIn, templateIn, useLanguage } from '../texts/index.ts';
import './board.css';
import { commandOf } from './canvasKeys.ts';
import { pan, zoom } from './canvasMoves.ts';
import { useFittedView } from './useFittedView.ts';
import { useSheetLook } from './useSheetLook.ts';

/** Narrow, so that a screen of 1440 pixels has room for the whole width at a size one can read. */
const insets: Insets = { top: 8, right: 8, bottom: 64, left: 8 };
const nothingFolded: ReadonlySet<string> = new Set();
const ignore = (): void => undefined;
/** A frozen duk is looked at: hands pan and zoom it, and change nothing. */
const noGestures: StageGestures = {
  onPressNote: ignore,
  onWriteNote: ignore,
  onHoldNote: ignore,
  onNewNote: ignore,
  onPlace: ignore,
  onFrame: ignore,
  onFramed: ignore,
  onDragNote: ignore,
  onDropNote: ignore,
  onDraw: ignore,
  onErase: ignore,
  onPoint: ignore,
  onPressEmpty: ignore,
};

/** The duk as it lay when a version was frozen, with the template and the names of that day. */
export function FrozenSheet({ planVersion }: { readonly planVersion: FrozenDuk }): ReactNode {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const look = useSheetLook();
  const [viewport] = useState(() => new Viewport());
  const { sheet: board, template, date, present, plan } = planVersion;
  const layout = useMemo(
    () =>
      layOut({
        board,
        template: templateIn(template, language),
        words: sheetWordsIn(language),
        names: new Map(plan.participants.map(({ participantId, name }) => [participantId, name])),
        helpers: new Set(plan.participants.flatMap(({ participantId, hasHelped }) => (hasHelped ? participantId : []))),
        meeting: { date, present: present.map(({ name }) => name) },
        folded: nothingFolded,
      }),
    [board, template, language, plan, date, present],
  );
  useFittedView(viewport, layout, insets);
  const showAll = useCallback(() => {
    viewport.glideTo(fitInTurn(viewport.target(), { x: 0, y: 0, ...layout }, viewport.stage(), insets));
  }, [viewport, layout]);
  return (
    <div className="frozenBoard">
      <div
        className="canvasView-surface"
        role="application"
        aria-label={t('frozenLabel')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the arrow keys itself; the plan beside it says the same in words.
        tabIndex={0}
        onKeyDown={(event) => {
          const command = commandOf({ ...event, shiftKey: true }, false);
          if (command?.kind === 'pan') pan(viewport, layout, command.direction);
          else if (command?.kind === 'zoom') zoom(viewport, command.factor);
          else if (command?.kind === 'showAll') showAll();
          else return;
          event.preventDefault();
        }}
      >
        <BoardStage
          layout={layout}
          atRest={layout}
          look={look}
          viewport={viewport}
          tool="hand"
          inkColour="ink"
          inkWidth={1}
          mayWrite={false}
          editing={undefined}
          pointers={[]}
          carets={[]}
          writers={[]}
          rings={[]}
          gestures={noGestures}
        />
      </div>
      <div className="boardBar" data-size="sm">
        <Button variant="tertiary" onClick={() => zoom(viewport, 1 / 1.25)}>
          {t('zoomOut')}
        </Button>
        <Button variant="tertiary" onClick={() => zoom(viewport, 1.25)}>
          {t('zoomIn')}
        </Button>
        <Button variant="tertiary" onClick={showAll}>
          {t('showAll')}
        </Button>
      </div>
    </div>
  );
}
