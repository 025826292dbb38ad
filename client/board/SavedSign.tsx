import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../sync/index.ts';
import { useSavedStatus, useSessionState } from './useBoardSession.ts';

/** *Lagret*, *Lagrer…* or *Frakoblet – N endringer venter*: true at all times. Read aloud only when it goes wrong or right again. */
export function SavedSign({ session }: { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('board');
  const status = useSavedStatus(session);
  const isLoading = useSessionState(session).kind === 'loading';
  const text = isLoading
    ? t('connecting')
    : status.kind === 'saved'
      ? t('saved')
      : status.kind === 'saving'
        ? t('saving')
        : status.waiting === 0
          ? t('disconnected')
          : t(status.waiting === 1 ? 'disconnectedOne' : 'disconnectedMany', { count: status.waiting });
  return (
    <>
      <span className={`savedSign savedSign-${isLoading ? 'saving' : status.kind}`} data-testid="saved">
        <span aria-hidden className="savedSign-mark">
          {status.kind === 'saved' && !isLoading ? '✓' : status.kind === 'disconnected' && !isLoading ? '!' : '…'}
        </span>
        {text}
      </span>
      <span className="ds-sr-only" role="status">
        {status.kind === 'disconnected' && !isLoading ? t('disconnectedAloud') : ''}
      </span>
    </>
  );
}
