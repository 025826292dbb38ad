import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession, SavedStatus } from '../session/index.ts';
import { useSavedStatus, useSessionState, useTrouble } from './useBoardSession.ts';

const marks = { saved: '✓', saving: '…', disconnected: '!', notSaved: '!' } as const satisfies Record<
  SavedStatus['kind'],
  string
>;

/**
 * *Lagret*, *Lagrer…*, *Frakoblet – N endringer venter* or *Ikke lagret – N endringer venter*: true at all times. Read aloud
 * only when it goes wrong or right again.
 */
export function SavedSign({ session }: { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('board');
  const status = useSavedStatus(session);
  const trouble = useTrouble(session);
  const isLoading = useSessionState(session).kind === 'loading';
  // There is nothing here to be saved, and nothing on its way any more: what stands in the way has been said.
  if (isLoading && trouble !== undefined) return null;
  const kind = isLoading ? 'saving' : status.kind;
  return (
    <>
      <span className={`savedSign savedSign-${kind}`} data-testid="saved">
        <span aria-hidden className="savedSign-mark">
          {marks[kind]}
        </span>
        <span>{isLoading ? t('connecting') : textOf(status, t)}</span>
      </span>
      <span className="ds-sr-only" role="status">
        {kind === 'disconnected' ? t('disconnectedAloud') : ''}
      </span>
    </>
  );
}

function textOf(status: SavedStatus, t: ReturnType<typeof useTranslation<'board'>>['t']): string {
  if (!('waiting' in status)) return t(status.kind);
  const { kind, waiting } = status;
  if (waiting === 0) return t(kind);
  return t(waiting === 1 ? `${kind}One` : `${kind}Many`, { count: waiting });
}
