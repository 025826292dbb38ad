import { Button } from '@digdir/designsystemet-react';
import { ArrowRedoIcon, ArrowUndoIcon, TrashIcon } from '@navikt/aksel-icons';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../../session/index.ts';
import type { BoardActions } from '../useBoardActions.ts';

interface ListToolsProps {
  readonly session: BoardSession;
  readonly actions: BoardActions;
  readonly onBin: () => void;
}

/** Undo and redo of one's own, and the bin. */
export function ListTools({ session, actions, onBin }: ListToolsProps): ReactNode {
  const { t } = useTranslation('board');
  const canUndo = useSyncExternalStore(session.subscribe, () => session.canUndo());
  const canRedo = useSyncExternalStore(session.subscribe, () => session.canRedo());
  return (
    <div className="listTools" role="toolbar" aria-label={t('tools')}>
      {session.mayWrite && (
        <>
          <Button variant="tertiary" disabled={!canUndo} onClick={actions.undo}>
            <ArrowUndoIcon aria-hidden />
            <span>{t('undo')}</span>
          </Button>
          <Button variant="tertiary" disabled={!canRedo} onClick={actions.redo}>
            <ArrowRedoIcon aria-hidden />
            <span>{t('redo')}</span>
          </Button>
        </>
      )}
      <Button variant="tertiary" onClick={onBin}>
        <TrashIcon aria-hidden />
        <span>{t('bin')}</span>
      </Button>
    </div>
  );
}
