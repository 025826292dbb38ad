import { Button } from '@digdir/designsystemet-react';
import { fewestInRound } from '@duken/shared/board';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeRound, layRound, type RequestFailure, useFailureText } from '../http/index.ts';
import { FailureNote } from '../ui/index.ts';

interface RoundFormProps {
  readonly boardId: string;
  /** How many have said that they are done. */
  readonly ready: number;
  readonly onMended: () => void;
  readonly onCancel: () => void;
}

/** What to do with a round that is open: lay it, where enough are done, or end it. */
export function RoundForm({ boardId, ready, onMended, onCancel }: RoundFormProps): ReactNode {
  const { t } = useTranslation('freeze');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const send = async (act: typeof layRound): Promise<void> => {
    if (isSending) return;
    setIsSending(true);
    setFailure(undefined);
    const answer = await act(boardId);
    setIsSending(false);
    if (answer.ok) onMended();
    else setFailure(answer.failure);
  };
  return (
    <div className="matter-form">
      <p>{t('roundEndText')}</p>
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <div className="row">
        {ready >= fewestInRound && (
          <Button data-size="sm" aria-disabled={isSending} onClick={() => void send(layRound)}>
            {t('roundLay')}
          </Button>
        )}
        <Button variant="secondary" data-size="sm" aria-disabled={isSending} onClick={() => void send(closeRound)}>
          {t('roundEnd')}
        </Button>
        <Button type="button" variant="tertiary" data-size="sm" onClick={onCancel}>
          {common('cancel')}
        </Button>
      </div>
    </div>
  );
}
