import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { EndReason, SavedStatus } from '../sync/index.ts';
import { Letter } from '../ui/index.ts';

interface EndedLetterProps {
  readonly reason: EndReason;
  readonly waiting: SavedStatus;
}

const texts = {
  notSignedIn: { title: 'endedTitle', text: 'endedText' },
  notAllowed: { title: 'endedTitle', text: 'endedText' },
  tooLarge: { title: 'tooLargeTitle', text: 'tooLargeText' },
  refused: { title: 'refusedTitle', text: 'refusedText' },
} as const satisfies Record<EndReason, unknown>;

/** Says that the server will not let one back in, whom to ask, and whether anything was left unsaved. */
export function EndedLetter({ reason, waiting }: EndedLetterProps): ReactNode {
  const { t } = useTranslation('board');
  return (
    <Letter title={t(texts[reason].title)}>
      <p>{t(texts[reason].text)}</p>
      {'waiting' in waiting && waiting.waiting > 0 && <p>{t('endedWaiting', { count: waiting.waiting })}</p>}
      <div className="row">
        <Button onClick={() => window.location.reload()}>{t('tryAgain', { ns: 'common' })}</Button>
        <Button asChild variant="secondary">
          <Link href="/">{t('toFront', { ns: 'common' })}</Link>
        </Button>
      </div>
    </Letter>
  );
}
