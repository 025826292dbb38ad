import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { eraseProposal, type RequestFailure, useFailureText } from '../http/index.ts';
import { type DialogSlot, FailureNote, Modal } from '../ui/index.ts';
import { erasedState } from './IntakePage.tsx';

/** Says what erasing does before it is done: it cannot be undone. */
export function EraseDialog({ proposalId, open, onClose }: DialogSlot & { readonly proposalId: string }): ReactNode {
  const { t } = useTranslation('intake');
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const erase = async (): Promise<void> => {
    if (isAsking) return;
    setIsAsking(true);
    const erased = await eraseProposal(proposalId);
    setIsAsking(false);
    if (erased.ok) navigate('/inntak', { replace: true, state: erasedState });
    else setFailure(erased.failure);
  };
  return (
    <Modal open={open} onClose={onClose} title={t('eraseTitle')}>
      <p>{t('eraseText')}</p>
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      <div className="row">
        <Button data-color="danger" aria-busy={isAsking} onClick={() => void erase()}>
          <span>{t('eraseNow')}</span>
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}
