import { Button, Textfield } from '@digdir/designsystemet-react';
import { isSameName } from '@duken/shared/people';
import type { Result } from '@duken/shared/result';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { changeBoard, deleteBoard, type RequestFailure, useFailureText } from '../http/index.ts';
import { type DialogSlot, FailureNote, LineField, Modal } from '../ui/index.ts';

interface BoardKeepingProps {
  readonly boardId: string;
  readonly title: string;
  /** Since when it is put away, in milliseconds. */
  readonly archivedAt: number | undefined;
}

/** *Om duken*: its name, putting it away and taking it out again, and deleting it for good. */
export function BoardKeepingDialog({ open, onClose, ...board }: BoardKeepingProps & DialogSlot): ReactNode {
  const { t } = useTranslation('board');
  const [isDeleting, setIsDeleting] = useState(false);
  const close = (): void => {
    setIsDeleting(false);
    onClose();
  };
  return (
    <Modal
      open={open}
      onClose={close}
      title={isDeleting ? t('deleteBoardTitle', { name: board.title }) : t('aboutBoard')}
    >
      {isDeleting ? (
        <DeleteBoard {...board} onCancel={() => setIsDeleting(false)} />
      ) : (
        <>
          <RenameBoard {...board} />
          <ArchiveBoard {...board} onDone={close} />
          <section className="stack boardKeeping">
            <h3>{t('deleteBoard')}</h3>
            <p>{t('deleteBoardText')}</p>
            <div className="row">
              <Button variant="secondary" data-color="danger" onClick={() => setIsDeleting(true)}>
                {`${t('deleteBoard')} …`}
              </Button>
            </div>
          </section>
        </>
      )}
    </Modal>
  );
}

/** Asks the server for one thing at a time, and keeps why it could not be done. */
function useAsking() {
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const ask = async (act: () => Promise<Result<unknown, RequestFailure>>): Promise<boolean> => {
    if (isAsking) return false;
    setIsAsking(true);
    setFailure(undefined);
    const answer = await act();
    setIsAsking(false);
    if (!answer.ok) setFailure(answer.failure);
    return answer.ok;
  };
  return { isAsking, failure, ask };
}

function RenameBoard({ boardId, title }: BoardKeepingProps): ReactNode {
  const { t } = useTranslation('board');
  const failureText = useFailureText();
  const { isAsking, failure, ask } = useAsking();
  const [name, setName] = useState(title);
  const [isRenamed, setIsRenamed] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBlank(name)) return;
    setIsRenamed(await ask(() => changeBoard(boardId, { title: name })));
  };
  return (
    <form className="stack boardKeeping" onSubmit={(event) => void submit(event)} noValidate>
      <LineField
        label={t('boardName')}
        value={name}
        error={isBlank(name) && t('boardNameMissing')}
        longest={120}
        autoComplete="off"
        onChange={(event) => {
          setIsRenamed(false);
          setName(event.target.value);
        }}
      />
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button type="submit" variant="secondary" loading={isAsking}>
          <span>{t('rename')}</span>
        </Button>
        <p role="status">{isRenamed && `✓ ${t('renamed')}`}</p>
      </div>
    </form>
  );
}

function ArchiveBoard({ boardId, archivedAt, onDone }: BoardKeepingProps & { readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation('board');
  const failureText = useFailureText();
  const { isAsking, failure, ask } = useAsking();
  const isArchived = archivedAt !== undefined;
  const act = async (): Promise<void> => {
    if (await ask(() => changeBoard(boardId, { archived: !isArchived }))) onDone();
  };
  return (
    <section className="stack boardKeeping">
      <h3>{t('archive')}</h3>
      <p>{t(isArchived ? 'takeOutText' : 'archiveText')}</p>
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button variant="secondary" loading={isAsking} onClick={() => void act()}>
          <span>{t(isArchived ? 'takeOut' : 'putAway')}</span>
        </Button>
      </div>
    </section>
  );
}

/** Nobody deletes a family's words by a slip: what it means is said, and the duk's name is written. */
function DeleteBoard({ boardId, title, onCancel }: BoardKeepingProps & { readonly onCancel: () => void }): ReactNode {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  const { isAsking, failure, ask } = useAsking();
  const [written, setWritten] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const isRight = isSameName(written, title);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsAsked(true);
    if (isRight && (await ask(() => deleteBoard(boardId)))) navigate('/');
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <ul>
        <li>{t('deleteMeansAll')}</li>
        <li>{t('deleteMeansPeople')}</li>
        <li>{t('deleteMeansGone')}</li>
      </ul>
      <p>{t('deleteInstead')}</p>
      <Textfield
        label={t('writeName', { name: title })}
        value={written}
        error={isAsked && !isRight && t('writeNameWrong')}
        autoComplete="off"
        data-first-focus
        onChange={(event) => setWritten(event.target.value)}
      />
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button type="submit" data-color="danger" loading={isAsking}>
          <span>{t('deleteForGood')}</span>
        </Button>
        <Button type="button" variant="tertiary" onClick={onCancel}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}
