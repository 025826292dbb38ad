import { Button } from '@digdir/designsystemet-react';
import type { ConsentWay } from '@duken/shared/consent';
import type { ConsentReply } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RequestFailure, useFailureText, withdrawConsent } from '../http/index.ts';
import { namesInWords, useLanguage } from '../texts/index.ts';
import { type DialogSlot, FailureNote, LineField, Modal } from '../ui/index.ts';
import { WayChoice } from './WayChoice.tsx';

interface WithdrawDialogProps extends DialogSlot {
  readonly boardId: string;
  readonly consent: ConsentReply | undefined;
  readonly onWithdrawn: (servicesOut: readonly string[]) => void;
}

/** Says what withdrawing does, and what it does not, and writes down who said so. */
export function WithdrawDialog({ consent, ...rest }: WithdrawDialogProps): ReactNode {
  const { t } = useTranslation('consent');
  return (
    <Modal open={rest.open} onClose={rest.onClose} title={t('withdrawTitle')}>
      {consent && <WithdrawForm key={consent.consentId} consent={consent} {...rest} />}
    </Modal>
  );
}

function WithdrawForm({
  boardId,
  consent,
  onClose,
  onWithdrawn,
}: WithdrawDialogProps & { readonly consent: ConsentReply }): ReactNode {
  const { t } = useTranslation('consent');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const language = useLanguage();
  const [by, setBy] = useState(consent.givenBy);
  const [how, setHow] = useState<ConsentWay>('spoken');
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isAsking || isBlank(by)) return;
    setIsAsking(true);
    setFailure(undefined);
    const withdrawn = await withdrawConsent(boardId, consent.consentId, { by, how });
    setIsAsking(false);
    if (!withdrawn.ok) return setFailure(withdrawn.failure);
    onClose();
    onWithdrawn(withdrawn.value.servicesOut);
  };
  return (
    <form className="consentForm" onSubmit={(event) => void submit(event)} noValidate>
      <ul>
        <li>{t('withdrawMeansOut', { tjenester: namesInWords(consent.services, language) })}</li>
        <li>{t('withdrawMeansStays')}</li>
        <li>{t('withdrawMeansFiles')}</li>
        <li>{t('withdrawMeansGone')}</li>
      </ul>
      <LineField
        label={t('withdrawnBy')}
        value={by}
        error={isBlank(by) && t('nameMissing')}
        longest={60}
        autoComplete="off"
        onChange={(event) => setBy(event.target.value)}
      />
      <WayChoice legend={t('withdrawnHow')} chosen={how} onChoose={setHow} />
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button type="submit" data-color="danger" loading={isAsking}>
          <span>{t('withdraw')}</span>
        </Button>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}
