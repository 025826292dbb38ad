import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession, SavedStatus } from '../session/index.ts';
import { hourInWords, useLanguage } from '../texts/index.ts';
import { Modal } from '../ui/index.ts';
import { useSavedStatus, useSessionState, useTrouble } from './useBoardSession.ts';

const marks = { saved: '✓', saving: '…', disconnected: '○', notSaved: '!' } as const satisfies Record<
  SavedStatus['kind'],
  string
>;

/**
 * *Lagret*, *Lagrer…*, *Uten nett* or *Ikke lagret*: true at all times. What becomes of what one writes, the line below says. Pressed, it
 * says so in letters that a whole room can read, before people leave.
 */
export function SavedSign({ session }: { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('board');
  const language = useLanguage();
  /** When the room asked, in milliseconds since the epoch. */
  const [askedAt, setAskedAt] = useState<number>();
  const status = useSavedStatus(session);
  const trouble = useTrouble(session);
  const isLoading = useSessionState(session).kind === 'loading';
  // There is nothing here to be saved, and nothing on its way any more: what stands in the way has been said.
  if (isLoading && trouble !== undefined) return null;
  const kind = isLoading ? 'saving' : status.kind;
  return (
    <>
      <button
        type="button"
        className={`savedSign savedSign-${kind}`}
        data-testid="saved"
        title={t('showSaved')}
        onClick={() => setAskedAt(Date.now())}
      >
        <span aria-hidden className="savedSign-mark">
          {marks[kind]}
        </span>
        <span>{isLoading ? t('connecting') : t(kind)}</span>
      </button>
      <Modal open={askedAt !== undefined} onClose={() => setAskedAt(undefined)} title={t('showSaved')}>
        {/* Others' words come here once they are on disk: with one's own there too, all that is seen is kept. */}
        <p className={`savedForAll savedForAll-${kind}`} role="status">
          <span aria-hidden>{marks[kind]}</span>{' '}
          <span key={kind}>
            {kind === 'saved' ? t('allSaved', { tid: hourInWords(askedAt ?? 0, language) }) : t(kind)}
          </span>
        </p>
        <p>{t(kind === 'saved' ? 'allSavedText' : 'notAllSavedText')}</p>
      </Modal>
    </>
  );
}
