import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession, Trouble } from '../session/index.ts';
import { useSavedStatus, useSessionState, useTrouble } from './useBoardSession.ts';

/** What may be over the moment somebody has done something about it. */
const worthATry: readonly Trouble[] = ['noLine', 'noServer', 'cannotLoad', 'tooManyWindows', 'boardFull'];

/**
 * Says what stands in the way and what becomes of what one writes meanwhile, and goes away when it is over. To be without a net
 * is no fault of anybody's and reads calm; how many notes wait is counted as people count, and not read aloud with each.
 */
export function TroubleBar({ session }: { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation('common');
  const trouble = useTrouble(session);
  const status = useSavedStatus(session);
  const state = useSessionState(session);
  const isOffline = trouble === undefined && status.kind === 'disconnected' && state.kind === 'open';
  const isWaiting = 'waiting' in status && status.waiting > 0;
  return (
    <div className={isOffline ? 'trouble trouble-calm' : trouble ? 'trouble' : undefined}>
      {trouble && (
        <span aria-hidden className="trouble-mark">
          !
        </span>
      )}
      <div role="status">
        {trouble && <p>{t(`trouble-${trouble}`)}</p>}
        {isOffline && <p>{t(session.isOnDevice() ? 'offlineKept' : 'offlineSafe')}</p>}
      </div>
      {trouble && worthATry.includes(trouble) && (
        <Button data-size="sm" variant="secondary" onClick={() => session.tryAgain()}>
          {common('tryAgain')}
        </Button>
      )}
      {(trouble || isOffline) && isWaiting && <WaitingNotes session={session} />}
    </div>
  );
}

function WaitingNotes({ session }: { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('board');
  const count = useSyncExternalStore(session.subscribe, () => session.waitingNotes());
  return (
    <span data-testid="waiting">
      {count === 0 ? t('somethingWaits') : t(count === 1 ? 'noteWaits' : 'notesWait', { count })}
    </span>
  );
}
