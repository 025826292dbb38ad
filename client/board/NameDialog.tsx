import { Button } from '@digdir/designsystemet-react';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeMe, type RequestFailure, useFailureText } from '../http/index.ts';
import { type DialogSlot, FailureNote, LineField, Modal } from '../ui/index.ts';

interface NameDialogProps extends DialogSlot {
  readonly boardId: string;
  readonly name: string;
}

/** One's own name, as the others see it. */
export function NameDialog({ open, onClose, ...rest }: NameDialogProps): ReactNode {
  const { t } = useTranslation('board');
  return (
    <Modal open={open} onClose={onClose} title={t('myName')}>
      <NameForm onClose={onClose} {...rest} />
    </Modal>
  );
}

function NameForm({ boardId, name, onClose }: Omit<NameDialogProps, 'open'>): ReactNode {
  const { t } = useTranslation('board');
  const { t: commonText } = useTranslation('common');
  const failureText = useFailureText();
  const [written, setWritten] = useState(name);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const [isAsked, setIsAsked] = useState(false);
  const save = async (): Promise<void> => {
    setIsAsked(true);
    if (isBlank(written) || isSaving) return;
    setIsSaving(true);
    const changed = await changeMe(boardId, { name: written });
    setIsSaving(false);
    if (changed.ok) onClose();
    else setFailure(changed.failure);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <LineField
        label={t('myNameLabel')}
        description={t('myNameText')}
        longest={60}
        autoComplete="name"
        autoFocus
        value={written}
        error={isAsked && isBlank(written) && t('myNameMissing')}
        onChange={(event) => {
          setFailure(undefined);
          setWritten(event.target.value);
        }}
      />
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button type="submit" loading={isSaving}>
          <span>{t('myNameSave')}</span>
        </Button>
        <Button type="button" variant="secondary" onClick={onClose}>
          {commonText('cancel')}
        </Button>
      </div>
    </form>
  );
}
