import { Button, Textfield } from '@digdir/designsystemet-react';
import { type Board, type Header, type HeaderFailure, setHeader } from '@duken/shared/board';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, useDraft } from '../session/index.ts';
import { Modal } from '../ui/index.ts';
import { useCommandText } from './useCommandText.ts';

/** What is written above the columns: who the plan is for, and the days behind *innen*. */
export type HeaderField = 'for' | 'horizonShort' | 'horizonLong';

interface HeaderDialogProps {
  readonly session: BoardSession;
  readonly board: Board;
  readonly field: HeaderField | undefined;
  readonly onClose: () => void;
}

/** Asks for one of them. */
export function HeaderDialog({ session, board, field, onClose }: HeaderDialogProps): ReactNode {
  const { t } = useTranslation('board');
  if (!field) return null;
  // Escape, the cross and another page may be a slip: what is half written is there when the dialog opens again.
  return (
    <Modal open onClose={onClose} title={t(`${field}Title`)}>
      <HeaderForm key={field} session={session} board={board} field={field} onClose={onClose} />
    </Modal>
  );
}

function HeaderForm({
  session,
  board,
  field,
  onClose,
}: HeaderDialogProps & { readonly field: HeaderField }): ReactNode {
  const { t } = useTranslation('board');
  const commandText = useCommandText();
  const [value, setValue, forget] = useDraft<string>(
    session.boardId,
    `header/${field}`,
    board[field],
    (written) => written !== board[field],
  );
  const [failure, setFailure] = useState<HeaderFailure>();
  const close = (): void => {
    forget();
    onClose();
  };
  return (
    <form
      noValidate={field === 'for'}
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const change: Partial<Header> = { [field]: value };
        const written = session.run((document) => setHeader(document, change));
        if (written.ok) close();
        else setFailure(written.failure);
      }}
    >
      <Textfield
        label={t(`${field}Label`)}
        data-first-focus
        type={field === 'for' ? 'text' : 'date'}
        value={value}
        error={failure && commandText(failure)}
        min="2000-01-01"
        max="2199-12-31"
        autoComplete="off"
        onChange={(event) => {
          setFailure(undefined);
          setValue(event.target.value);
        }}
      />
      <div className="row">
        <Button type="submit">{t('save')}</Button>
        <Button type="button" variant="secondary" onClick={close}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </div>
    </form>
  );
}
