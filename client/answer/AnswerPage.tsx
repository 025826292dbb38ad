import { Button } from '@digdir/designsystemet-react';
import type { StatusReply } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enterStatus, isRefused, leaveStatus, type RequestFailure, useFailureText, useRemote } from '../http/index.ts';
import { FailureNote, LanguageSwitch, Letter, useDocumentTitle, Waiting } from '../ui/index.ts';
import { AnswerCalendar } from './AnswerCalendar.tsx';
import { AnswerItem } from './AnswerItem.tsx';
import './answer.css';

/**
 * `/svar#secret`: what one person has said yes to, and how it goes. The secret stays in the address: whoever keeps no cookies and
 * loads the page again has nothing else. A calendar leads here without it, to whoever has answered in this browser before.
 */
export function AnswerPage() {
  const [secret] = useState(() => location.hash.slice(1) || undefined);
  const remote = useRemote('status', () => enterStatus(secret));
  const [now, setNow] = useState<StatusReply>();
  const [hasLeft, setHasLeft] = useState(false);
  if (hasLeft) return <Left />;
  if (remote.kind === 'loading') return <Waiting isPage />;
  if (remote.kind === 'failed')
    return <NoWay hasSecret={secret !== undefined} failure={remote.failure} onRetry={remote.reload} />;
  return <Promises secret={secret} status={now ?? remote.value} onAnswered={setNow} onLeft={() => setHasLeft(true)} />;
}

interface NoWayProps {
  readonly hasSecret: boolean;
  readonly failure: RequestFailure;
  readonly onRetry: () => void;
}

function NoWay({ hasSecret, failure, onRetry }: NoWayProps) {
  const { t } = useTranslation('answer');
  const failureText = useFailureText();
  const isBroken = isRefused(failure);
  return (
    <Letter title={isBroken && hasSecret ? t('brokenTitle') : t('title')}>
      {isBroken ? (
        <p>{t(hasSecret ? 'brokenText' : 'noSecretText')}</p>
      ) : (
        <FailureNote text={failureText(failure)} onRetry={onRetry} of={failure} />
      )}
    </Letter>
  );
}

interface PromisesProps {
  readonly secret: string | undefined;
  readonly status: StatusReply;
  readonly onAnswered: (status: StatusReply) => void;
  readonly onLeft: () => void;
}

function Promises({ secret, status, onAnswered, onLeft }: PromisesProps) {
  const { t } = useTranslation('answer');
  useDocumentTitle(t('title'));
  return (
    <main className="answer">
      <LanguageSwitch />
      <h1>{t('title')}</h1>
      <p>{status.items.length === 0 ? t('nothing') : t('lead')}</p>
      {status.items.length > 0 && (
        <ul className="plainList answer-items">
          {status.items.map((item) => (
            <AnswerItem
              key={item.itemId}
              item={item}
              secret={secret}
              expiresAt={status.expiresAt}
              today={status.today}
              onAnswered={onAnswered}
            />
          ))}
        </ul>
      )}
      <AnswerCalendar secret={secret} calendars={status.calendars} onChanged={onAnswered} />
      <NotYou onLeft={onLeft} />
    </main>
  );
}

/** A telephone that several share, or a link that came to somebody else: the way out. */
function NotYou({ onLeft }: Pick<PromisesProps, 'onLeft'>) {
  const { t } = useTranslation('answer');
  const failureText = useFailureText();
  const [failure, setFailure] = useState<RequestFailure>();
  const leave = async () => {
    const left = await leaveStatus();
    setFailure(left.ok ? undefined : left.failure);
    if (!left.ok) return;
    // The secret stands in the address, for whoever loads the page again.
    history.replaceState(null, '', location.pathname);
    onLeft();
  };
  return (
    <div className="row answer-notYou">
      <span className="muted">{t('notYou')}</span>
      <Button variant="tertiary" onClick={() => void leave()}>
        {t('leave')}
      </Button>
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
    </div>
  );
}

function Left() {
  const { t } = useTranslation('answer');
  useDocumentTitle(t('title'));
  return (
    <Letter title={t('leftTitle')}>
      <p role="status">{t('leftText')}</p>
    </Letter>
  );
}
