import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SavedStatus } from '../sync/index.ts';
import { Letter } from '../ui/index.ts';

interface EndedLetterProps {
  readonly reason: 'notSignedIn' | 'notAllowed' | 'refused';
  readonly waiting: SavedStatus;
}

/** Says that the server will not let one back in, whom to ask, and whether anything was left unsaved. */
export function EndedLetter({ reason, waiting }: EndedLetterProps): ReactNode {
  const { t } = useTranslation('board');
  return (
    <Letter title={t(reason === 'refused' ? 'refusedTitle' : 'endedTitle')}>
      <p>{t(reason === 'refused' ? 'refusedText' : 'endedText')}</p>
      {waiting.kind === 'disconnected' && waiting.waiting > 0 && <p>{t('endedWaiting', { count: waiting.waiting })}</p>}
      <div className="row">
        <Button onClick={() => window.location.reload()}>{t('tryAgain', { ns: 'common' })}</Button>
        <Button asChild variant="secondary">
          <Link href="/">{t('toFront', { ns: 'common' })}</Link>
        </Button>
      </div>
    </Letter>
  );
}
