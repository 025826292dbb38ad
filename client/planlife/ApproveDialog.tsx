import { Button } from '@digdir/designsystemet-react';
import type { PlanVersion } from '@duken/shared/plan';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { approvePlan, type RequestFailure, useFailureText } from '../http/index.ts';
import { type DialogSlot, FailureNote, Modal } from '../ui/index.ts';

interface ApproveDialogProps extends DialogSlot {
  readonly planVersion: PlanVersion;
  /** How many tiltak they have said are not all right yet. */
  readonly openAnswers: number;
  /** Saves what is typed and not saved yet. */
  readonly saveTyped: () => Promise<RequestFailure | undefined>;
  readonly onApproved: () => void;
}

/** Says in plain words what a yes means, before it is given. */
export function ApproveDialog({ open, onClose, planVersion, openAnswers, saveTyped, onApproved }: ApproveDialogProps) {
  const { t } = useTranslation('planlife');
  const failureText = useFailureText();
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const { boardId, version } = planVersion;
  const close = () => {
    setFailure(undefined);
    onClose();
  };
  const approve = async () => {
    if (isSending) return;
    setIsSending(true);
    setFailure(undefined);
    const unsaved = await saveTyped();
    if (unsaved) {
      setIsSending(false);
      return setFailure(unsaved);
    }
    const approved = await approvePlan(boardId, version, { by: 'citizen' });
    setIsSending(false);
    if (!approved.ok) return setFailure(approved.failure);
    close();
    onApproved();
  };
  return (
    <Modal open={open} onClose={close} title={t('approveTitle')}>
      <p>{t('approveText')}</p>
      {openAnswers > 0 && (
        <p>
          <strong>{t('approveOpen', { count: openAnswers })}</strong>
        </p>
      )}
      <p>{t('approveChanges')}</p>
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <div className="row">
        <Button loading={isSending} onClick={() => void approve()}>
          <span>{t('doApprove')}</span>
        </Button>
        <Button variant="tertiary" onClick={close}>
          {t('notNow')}
        </Button>
      </div>
    </Modal>
  );
}
