import { Button } from '@digdir/designsystemet-react';
import type { QuietDraft } from '@duken/shared/quiet';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RequestFailure, takeBackReadOut, useFailureText } from '../http/index.ts';
import { FailureNote } from '../ui/index.ts';

interface HandedDraftProps {
  readonly boardId: string;
  readonly draft: QuietDraft;
  readonly label: string;
  readonly onTakenBack: () => void;
  readonly onThrowAway: () => void;
}

/** A note that its writer has handed to whoever leads, as it was handed: taken back until it is read out. */
export function HandedDraft({ boardId, draft, label, onTakenBack, onThrowAway }: HandedDraftProps): ReactNode {
  const { t } = useTranslation('quiet');
  const failureText = useFailureText();
  const [failure, setFailure] = useState<RequestFailure>();
  const [isSending, setIsSending] = useState(false);
  const isRead = draft.handed === 'read';
  const takeBack = async (): Promise<void> => {
    if (isSending) return;
    setIsSending(true);
    const taken = await takeBackReadOut(boardId, draft.id);
    setIsSending(false);
    setFailure(taken.ok ? undefined : taken.failure);
    if (taken.ok) onTakenBack();
  };
  return (
    <li className="quietDraft">
      <p dir="auto">{draft.text}</p>
      <p className="muted" role="status">
        <span key={draft.handed}>{t(isRead ? 'handedRead' : 'handedWaiting')}</span>
      </p>
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <div className="row">
        {isRead ? (
          <Button data-size="sm" variant="tertiary" aria-label={`${t('forget')}: ${label}`} onClick={onThrowAway}>
            {t('forget')}
          </Button>
        ) : (
          <Button
            data-size="sm"
            variant="secondary"
            aria-label={`${t('handBack')}: ${label}`}
            loading={isSending}
            onClick={() => void takeBack()}
          >
            <span>{t('handBack')}</span>
          </Button>
        )}
      </div>
    </li>
  );
}
