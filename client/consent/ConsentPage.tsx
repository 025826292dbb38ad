import { Button } from '@digdir/designsystemet-react';
import { may } from '@duken/shared/access';
import type { ConsentReply, MeReply } from '@duken/shared/protocol';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useConsents, useFailureText } from '../http/index.ts';
import { namesInWords, useLanguage } from '../texts/index.ts';
import { CasePage, FailureNote, Waiting } from '../ui/index.ts';
import { ConsentCard } from './ConsentCard.tsx';
import { ConsentForm } from './ConsentForm.tsx';
import './consent.css';
import { WithdrawDialog } from './WithdrawDialog.tsx';

interface ConsentPageProps {
  readonly boardId: string;
  readonly me: MeReply;
}

/** `/duk/:boardId/samtykke`: who lets which services share what, written down and withdrawn by whoever leads. */
export function ConsentPage({ boardId, me }: ConsentPageProps): ReactNode {
  const { t } = useTranslation('consent');
  const failureText = useFailureText();
  const language = useLanguage();
  const consents = useConsents(boardId);
  const mayKeep = may(me, 'keepConsents');
  const [isRecording, setIsRecording] = useState(false);
  const [withdrawing, setWithdrawing] = useState<ConsentReply>();
  const [said, setSaid] = useState('');
  const all = consents.kind === 'here' ? consents.value : [];
  // What counts stands first.
  const inOrder = [...all.filter(({ state }) => state === 'given'), ...all.filter(({ state }) => state !== 'given')];
  return (
    <CasePage boardId={boardId} me={me} title={t('title')}>
      <p>{t('about')}</p>
      <p className="muted">{t('themesAbout')}</p>
      <p role="status">{said}</p>
      {mayKeep && (
        <div className="row">
          <Button onClick={() => setIsRecording(true)}>{t('record')}</Button>
          <Button asChild variant="tertiary">
            <Link href={`/duk/${boardId}`}>{t('toBoard')}</Link>
          </Button>
        </div>
      )}
      {consents.kind === 'loading' && <Waiting />}
      {consents.kind === 'failed' && <FailureNote text={failureText(consents.failure)} onRetry={consents.reload} />}
      {consents.kind === 'here' && all.length === 0 && <p>{t(mayKeep ? 'noneYet' : 'none')}</p>}
      <ul className="plainList consentPage-list">
        {inOrder.map((consent) => (
          <li key={consent.consentId}>
            <ConsentCard
              consent={consent}
              layout={me.layout}
              onWithdraw={mayKeep && consent.state === 'given' ? () => setWithdrawing(consent) : undefined}
            />
          </li>
        ))}
      </ul>
      {mayKeep && (
        <>
          <ConsentForm
            boardId={boardId}
            layout={me.layout}
            consents={all}
            open={isRecording}
            onClose={() => setIsRecording(false)}
            onRecorded={() => {
              setSaid(t('recorded'));
              consents.reload();
            }}
          />
          <WithdrawDialog
            boardId={boardId}
            consent={withdrawing}
            open={withdrawing !== undefined}
            onClose={() => setWithdrawing(undefined)}
            onWithdrawn={(servicesOut) => {
              setSaid(
                servicesOut.length === 0
                  ? t('withdrawnNobodyOut')
                  : t('withdrawnOut', { tjenester: namesInWords(servicesOut, language) }),
              );
              consents.reload();
            }}
          />
        </>
      )}
    </CasePage>
  );
}
