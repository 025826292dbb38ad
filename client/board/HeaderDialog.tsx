import { Button, Textfield } from '@digdir/designsystemet-react';
import { type Board, type Header, type HeaderFailure, setHeader, writeVision } from '@duken/shared/board';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, useDraft } from '../session/index.ts';
import { DateField, Modal } from '../ui/index.ts';
import { useCommandText } from './useCommandText.ts';

/** What is written above the columns: who the plan is for, and the days behind *innen*. */
export type HeaderField = 'for' | 'horizonShort' | 'horizonLong' | 'vision';

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
      {field === 'vision' ? (
        <VisionForm session={session} board={board} onClose={onClose} />
      ) : (
        <HeaderForm key={field} session={session} board={board} field={field} onClose={onClose} />
      )}
    </Modal>
  );
}

function HeaderForm({
  session,
  board,
  field,
  onClose,
}: HeaderDialogProps & { readonly field: Exclude<HeaderField, 'vision'> }): ReactNode {
  const { t } = useTranslation('board');
  const commandText = useCommandText();
  const [value, setValue, forget] = useDraft<string>(
    session.boardId,
    `header/${field}`,
    board[field],
    (written) => written !== board[field],
  );
  const [failure, setFailure] = useState<HeaderFailure>();
  const write = (next: string): void => {
    setFailure(undefined);
    setValue(next);
  };
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
      {field === 'for' ? (
        <Textfield
          label={t(`${field}Label`)}
          data-first-focus
          value={value}
          error={failure && commandText(failure)}
          autoComplete="off"
          onChange={(event) => write(event.target.value)}
        />
      ) : (
        <DateField
          label={t(`${field}Label`)}
          data-first-focus
          value={value}
          error={failure && commandText(failure)}
          onChange={write}
        />
      )}
      <div className="row">
        <Button type="submit">{t('save')}</Button>
        <Button type="button" variant="secondary" onClick={close}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </div>
    </form>
  );
}

/** The *målbilde*: one sentence that all agree to. What others have written since one began is kept. */
function VisionForm({ session, board, onClose }: Omit<HeaderDialogProps, 'field'>): ReactNode {
  const { t } = useTranslation('board');
  const now = board.meeting?.vision ?? '';
  const [written, setWritten, forget] = useDraft(
    session.boardId,
    'header/vision',
    { before: now, text: now },
    ({ before, text }) => before !== text,
  );
  const [isTooLong, setIsTooLong] = useState(false);
  const close = (): void => {
    forget();
    onClose();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const answer = session.run((document) => writeVision(document, written.before, written.text.trim()));
        if (answer.ok) close();
        else setIsTooLong(true);
      }}
    >
      <Textfield
        data-first-focus
        multiline
        rows={3}
        label={t('visionLabel')}
        value={written.text}
        error={isTooLong && t('visionTooLong')}
        onChange={(event) => {
          setIsTooLong(false);
          setWritten({ ...written, text: event.target.value });
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
