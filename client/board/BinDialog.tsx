import { Button } from '@digdir/designsystemet-react';
import type { Board, NoteId } from '@duken/shared/board';
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
  /** The notes may be gone while their words are still in storage: then it can be done again. */
  const [hasWordsLeft, setHasWordsLeft] = useState(false);
  const emptyButton = mayEmpty && (
    <Button variant="tertiary" data-color="danger" onClick={() => setIsAsking(true)}>
      <span>{t('emptyBin')}</span>
    </Button>
  );
  return (
    <Modal open={open} onClose={close} title={t(isAsking ? 'emptyBinTitle' : 'binTitle')}>
      {isAsking ? (
        <EmptyBin
          boardId={boardId}
          noteIds={board.bin.map(({ id }) => id)}
          onCleared={(isCleared) => setHasWordsLeft(!isCleared)}
          onEnd={() => setIsAsking(false)}
        />
      ) : isEmpty ? (
        <>
          <p>{t('binEmpty')}</p>
          {hasWordsLeft && emptyButton}
        </>
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
          {emptyButton}
        </>
      )}
    </Modal>
  );
}

function isUncleared(failure: RequestFailure): boolean {
  return failure.kind === 'problem' && failure.problem.type === '/problems/binNotCleared';
}

interface EmptyBinProps {
  readonly boardId: string;
  readonly noteIds: readonly NoteId[];
  readonly onCleared: (isCleared: boolean) => void;
  readonly onEnd: () => void;
}

/** Says what emptying means before it is done. What somebody throws away meanwhile stays in the bin. */
function EmptyBin({ boardId, noteIds, onCleared, onEnd }: EmptyBinProps): ReactNode {
  const [shown] = useState(noteIds);
  const count = noteIds.filter((id) => shown.includes(id)).length;
  const { t } = useTranslation('board');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const [isActing, setIsActing] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  const confirm = async () => {
    if (isActing) return;
    setIsActing(true);
    setFailure(undefined);
    const emptied = await emptyBin(boardId, shown);
    setIsActing(false);
    onCleared(emptied.ok || !isUncleared(emptied.failure));
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
