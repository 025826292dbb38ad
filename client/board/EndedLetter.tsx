import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type BoardSession, type EndReason, useUnsaved } from '../session/index.ts';
import { KeptWords, Letter } from '../ui/index.ts';

interface EndedLetterProps {
  readonly session: BoardSession;
  readonly reason: EndReason;
}

const texts = {
  notSignedIn: { title: 'endedTitle', text: 'endedText' },
  notAllowed: { title: 'endedTitle', text: 'endedText' },
  tooLarge: { title: 'tooLargeTitle', text: 'tooLargeText' },
  refused: { title: 'refusedTitle', text: 'refusedText' },
} as const satisfies Record<EndReason, unknown>;

/** Says that the server will not let one back in, whom to ask, and what was left unsaved, to copy. */
export function EndedLetter({ session, reason }: EndedLetterProps): ReactNode {
  const { t } = useTranslation('board');
  const unsaved = useUnsaved(session);
  return (
    <Letter title={t(texts[reason].title)}>
      <p>{t(texts[reason].text)}</p>
      {unsaved.length > 0 && (
        <>
          <p>{t('endedWaiting', { count: unsaved.length })}</p>
          <KeptWords kept={unsaved} onDone={() => session.giveUp()} />
        </>
      )}
      <div className="row">
        <Button onClick={() => window.location.reload()}>{t('tryAgain', { ns: 'common' })}</Button>
        <Button asChild variant="secondary">
          <Link href="/">{t('toFront', { ns: 'common' })}</Link>
        </Button>
      </div>
    </Letter>
  );
}
