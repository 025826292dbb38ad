import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession, SavedStatus } from '../session/index.ts';
import { useSavedStatus, useSessionState, useTrouble } from './useBoardSession.ts';

const marks = { saved: '✓', saving: '…', disconnected: '○', notSaved: '!' } as const satisfies Record<
  SavedStatus['kind'],
  string
>;

/** *Lagret*, *Lagrer…*, *Uten nett* or *Ikke lagret*: true at all times. What becomes of what one writes, the line below says. */
export function SavedSign({ session }: { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('board');
  const status = useSavedStatus(session);
  const trouble = useTrouble(session);
  const isLoading = useSessionState(session).kind === 'loading';
  // There is nothing here to be saved, and nothing on its way any more: what stands in the way has been said.
  if (isLoading && trouble !== undefined) return null;
  const kind = isLoading ? 'saving' : status.kind;
  return (
    <span className={`savedSign savedSign-${kind}`} data-testid="saved">
      <span aria-hidden className="savedSign-mark">
        {marks[kind]}
      </span>
      <span>{isLoading ? t('connecting') : t(kind)}</span>
    </span>
  );
}
