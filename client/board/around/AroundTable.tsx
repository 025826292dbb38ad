import type { Template } from '@duken/shared/template';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../../session/index.ts';
import type { AskedNow } from '../boardSlots.ts';
import type { BoardActions } from '../useBoardActions.ts';
import './around.css';
import { EdgeTray } from './EdgeTray.tsx';
import { type Edge, edges } from './edges.ts';

interface AroundTableProps {
  readonly session: BoardSession;
  readonly template: Template;
  readonly actions: Pick<BoardActions, 'addNote'>;
  readonly asked: AskedNow | undefined;
}

/** How long the sheet stays turned to somebody, in milliseconds: long enough to read it, and the others get it back. */
const turnedForMs = 20_000;

/**
 * *Rundt bordet*: on a large touch screen that lies down each edge has a tray of its own, so that four write at once though the page
 * has one keyboard; and the sheet can be turned to an edge for a moment.
 */
export function AroundTable(props: AroundTableProps): ReactNode {
  const { t } = useTranslation('around');
  const [turned, setTurned] = useState<Edge>();
  const root = useRef<HTMLDivElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const main = root.current?.closest('main');
    if (!turned || turned === 'bottom' || !main) return;
    const { width, height } = main.getBoundingClientRect();
    main.setAttribute('data-turned', turned);
    main.style.setProperty(
      '--turned-scale',
      String(turned === 'top' ? 1 : Math.min(width, height) / Math.max(width, height)),
    );
    back.current?.focus({ preventScroll: true });
    const timer = setTimeout(() => setTurned(undefined), turnedForMs);
    return () => {
      clearTimeout(timer);
      main.removeAttribute('data-turned');
    };
  }, [turned]);
  return (
    <div ref={root} className="around">
      {turned && turned !== 'bottom' && (
        <button ref={back} type="button" className="around-back" onClick={() => setTurned(undefined)}>
          <span data-edge={turned}>{t('turnBack')}</span>
        </button>
      )}
      {edges.map((edge) => (
        <EdgeTray key={edge} edge={edge} {...props} onTurn={() => setTurned(turned === edge ? undefined : edge)} />
      ))}
    </div>
  );
}
