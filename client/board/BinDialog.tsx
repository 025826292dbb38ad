import { Button } from '@digdir/designsystemet-react';
import type { Board } from '@duken/shared/board';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentInWords, useLanguage } from '../texts/index.ts';
import { type DialogSlot, Modal } from '../ui/index.ts';
import type { BoardActions } from './useBoardActions.ts';

interface BinDialogProps extends DialogSlot {
  readonly board: Board;
  readonly mayWrite: boolean;
  readonly actions: BoardActions;
}

/** The bin: nothing that was written is lost. */
export function BinDialog({ board, mayWrite, actions, open, onClose }: BinDialogProps): ReactNode {
  const { t } = useTranslation('board');
  const language = useLanguage();
  return (
    <Modal open={open} onClose={onClose} title={t('binTitle')}>
      {board.bin.length === 0 ? (
        <p>{t('binEmpty')}</p>
      ) : (
        <ul className="bin">
          {board.bin.map((note) => (
            <li key={note.id}>
              <blockquote className={`quote paper-${note.voice}`}>{note.text}</blockquote>
              <div className="row">
                <span className="muted">{t('binnedAt', { when: momentInWords(note.deletedAt, language) })}</span>
                {mayWrite && (
                  <Button data-size="sm" variant="secondary" onClick={() => actions.restoreNote(note.id)}>
                    {t('restore')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
}
