import { Button } from '@digdir/designsystemet-react';
import { longestProposal, type ProposalReply } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endProposal, type RequestFailure, useFailureText } from '../http/index.ts';
import { type DialogSlot, FailureNote, LineField, Modal } from '../ui/index.ts';

interface EndDialogProps extends DialogSlot {
  readonly proposal: ProposalReply;
  readonly as: 'notNeeded' | 'declined';
  readonly onSaved: (next: ProposalReply) => void;
}

/** Nothing comes of a proposal: it is not needed, and why; or they said no, and nobody asks why. */
export function EndDialog({ open, onClose, ...rest }: EndDialogProps): ReactNode {
  const { t } = useTranslation('intake');
  return (
    <Modal open={open} onClose={onClose} title={t(`${rest.as}Title`)}>
      <EndForm onClose={onClose} {...rest} />
    </Modal>
  );
}

function EndForm({ proposal, as, onClose, onSaved }: Omit<EndDialogProps, 'open'>): ReactNode {
  const { t } = useTranslation('intake');
  const failureText = useFailureText();
  const [reason, setReason] = useState('');
  const [isSent, setIsSent] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const needsReason = as === 'notNeeded';
  const lacks = needsReason && isBlank(reason);
  const end = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsSent(true);
    if (isAsking || lacks) return;
    setIsAsking(true);
    const { proposalId, revision } = proposal;
    const ended = await endProposal(proposalId, { revision, as, ...(needsReason ? { reason } : {}) });
    setIsAsking(false);
    if (ended.ok) onSaved(ended.value);
    else setFailure(ended.failure);
  };
  return (
    <form className="intake-form" onSubmit={(event) => void end(event)} noValidate>
      <p>{t(`${as}Text`)}</p>
      {needsReason && (
        <LineField
          label={t('reason')}
          value={reason}
          error={isSent && lacks && t('missing')}
          longest={longestProposal.reason}
          autoComplete="off"
          data-first-focus
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      <div className="row">
        <Button type="submit" aria-busy={isAsking}>
          <span>{t(needsReason ? 'recordNotNeeded' : 'recordDeclined')}</span>
        </Button>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
