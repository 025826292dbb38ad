import { Button } from '@digdir/designsystemet-react';
import type { Result } from '@duken/shared/result';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RequestFailure, useFailureText } from '../http/index.ts';
import { type DialogSlot, FailureNote, Modal } from '../ui/index.ts';

interface ConfirmDialogProps extends DialogSlot {
  readonly title: string;
  /** What it is called to do it. */
  readonly command: string;
  readonly act: () => Promise<Result<unknown, RequestFailure>>;
  /** What it will mean. */
  readonly children: ReactNode;
}

/** Says what something does before it is done, for what takes a place at the table from people at once. */
export function ConfirmDialog({ title, command, act, open, onClose, children }: ConfirmDialogProps) {
  const { t } = useTranslation('common');
  const failureText = useFailureText();
  const [isActing, setIsActing] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  const close = () => {
    setFailure(undefined);
    onClose();
  };
  const confirm = async () => {
    if (isActing) return;
    setIsActing(true);
    setFailure(undefined);
    const done = await act();
    setIsActing(false);
    if (done.ok) close();
    else setFailure(done.failure);
  };

  return (
    <Modal open={open} onClose={close} title={title}>
      {children}
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button data-color="danger" loading={isActing} onClick={() => void confirm()}>
          <span>{command}</span>
        </Button>
        <Button variant="tertiary" onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}
