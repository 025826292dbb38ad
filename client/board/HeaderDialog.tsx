import { Button, Textfield } from '@digdir/designsystemet-react';
import { type Board, type Header, setHeader } from '@duken/shared/board';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { Modal } from '../ui/index.ts';

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
  const [value, setValue] = useState<string>();
  const close = (): void => {
    setValue(undefined);
    onClose();
  };
  if (!field) return null;
  return (
    <Modal open onClose={close} title={t(`${field}Title`)}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const change: Partial<Header> = { [field]: (value ?? board[field]).trim() };
          session.run((document) => setHeader(document, change));
          close();
        }}
      >
        <Textfield
          label={t(`${field}Label`)}
          data-first-focus
          type={field === 'for' ? 'text' : 'date'}
          value={value ?? board[field]}
          maxLength={120}
          min="2000-01-01"
          max="2199-12-31"
          autoComplete="off"
          onChange={(event) => setValue(event.target.value)}
        />
        <div className="row">
          <Button type="submit">{t('save')}</Button>
          <Button type="button" variant="secondary" onClick={close}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
