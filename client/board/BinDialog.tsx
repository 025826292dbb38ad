import { Button } from '@digdir/designsystemet-react';
import type { Board } from '@duken/shared/board';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyBin, type RequestFailure, useFailureText } from '../http/index.ts';
import { momentInWords, useLanguage } from '../texts/index.ts';
import { type DialogSlot, FailureNote, Modal } from '../ui/index.ts';
import type { BoardActions } from './useBoardActions.ts';

interface BinDialogProps extends DialogSlot {
  readonly boardId: string;
  readonly board: Board;
  readonly mayWrite: boolean;
  readonly mayEmpty: boolean;
  readonly actions: BoardActions;
}

/** The bin: what was thrown away can be laid back, until the leader empties it for good. */
export function BinDialog({ board, mayWrite, mayEmpty, actions, boardId, open, onClose }: BinDialogProps): ReactNode {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const [isAsking, setIsAsking] = useState(false);
  const close = () => {
    setIsAsking(false);
    onClose();
  };
  const isEmpty = board.bin.length === 0;
  return (
    <Modal open={open} onClose={close} title={t(isAsking ? 'emptyBinTitle' : 'binTitle')}>
      {isAsking ? (
        <EmptyBin boardId={boardId} count={board.bin.length} onEnd={() => setIsAsking(false)} />
      ) : isEmpty ? (
        <p>{t('binEmpty')}</p>
      ) : (
        <>
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
          {mayEmpty && (
            <Button variant="tertiary" data-color="danger" onClick={() => setIsAsking(true)}>
              <span>{t('emptyBin')}</span>
            </Button>
          )}
        </>
      )}
    </Modal>
  );
}

/** Says what emptying means before it is done. Stays when it failed: the notes may be gone, and their words still in storage. */
function EmptyBin(props: { readonly boardId: string; readonly count: number; readonly onEnd: () => void }): ReactNode {
  const { boardId, count, onEnd } = props;
  const { t } = useTranslation('board');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const [isActing, setIsActing] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  const confirm = async () => {
    if (isActing) return;
    setIsActing(true);
    setFailure(undefined);
    const emptied = await emptyBin(boardId);
    setIsActing(false);
    if (emptied.ok) onEnd();
    else setFailure(emptied.failure);
  };

  return (
    <>
      {count > 0 && <p>{count === 1 ? t('emptyBinOne') : t('emptyBinMany', { count })}</p>}
      <p>{t('emptyBinKept')}</p>
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button data-color="danger" loading={isActing} onClick={() => void confirm()}>
          <span>{t('emptyBin')}</span>
        </Button>
        <Button variant="tertiary" onClick={onEnd}>
          {common('cancel')}
        </Button>
      </div>
    </>
  );
}
