import { Button, Textfield } from '@digdir/designsystemet-react';
import { isSameName } from '@duken/shared/people';
import { maxClosingReason, problemKindOf } from '@duken/shared/protocol';
import type { Result } from '@duken/shared/result';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { changeBoard, deleteBoard, planFileUrl, type RequestFailure, useFailureText, usePlans } from '../http/index.ts';
import { letterLanguage, useLanguage } from '../texts/index.ts';
import { type DialogSlot, FailureNote, LineField, Modal } from '../ui/index.ts';

/** Says once more what something does, and asks who it is, before it does it. */
export type ProveAnew = (
  slot: DialogSlot & {
    readonly title: string;
    readonly command: string;
    readonly act: () => Promise<Result<unknown, RequestFailure>>;
    readonly onDone: () => void;
    readonly children: ReactNode;
  },
) => ReactNode;

interface BoardKeepingProps {
  readonly boardId: string;
  readonly title: string;
  /** Since when it is put away, in milliseconds. */
  readonly archivedAt: number | undefined;
  /** Why. */
  readonly closingReason: string | undefined;
  readonly proveAnew: ProveAnew;
}

/** *Om duken*: its name, closing the case and opening it again, and erasing it for good. Each says beforehand what it does. */
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
          {board.archivedAt === undefined && <RenameBoard {...board} />}
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

type ArchiveBoardProps = BoardKeepingProps & { readonly onDone: () => void };

/** Closed for a reason, and the last plan offered to take home first; opened again whenever somebody wants. */
function ArchiveBoard({ boardId, archivedAt, closingReason, onDone }: ArchiveBoardProps): ReactNode {
  const { t } = useTranslation('board');
  const failureText = useFailureText();
  const language = letterLanguage(useLanguage());
  const plans = usePlans(boardId);
  const { isAsking, failure, ask } = useAsking();
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const isClosed = archivedAt !== undefined;
  const last = plans.kind === 'here' ? plans.value.plans.at(-1) : undefined;
  const settled = plans.kind === 'here' ? plans.value.plans.findLast(({ state }) => state !== 'draft') : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsAsked(true);
    if (!isClosed && isBlank(reason)) return;
    if (await ask(() => changeBoard(boardId, isClosed ? { archived: false } : { archived: true, reason }))) onDone();
  };
  return (
    <form className="stack boardKeeping" onSubmit={(event) => void submit(event)} noValidate>
      <h3>{t('archive')}</h3>
      <p>{t(isClosed ? 'takeOutText' : 'archiveText')}</p>
      {isClosed && closingReason !== undefined && <p>{t('archiveWhy', { reason: closingReason })}</p>}
      {!isClosed && (
        <>
          {last && (
            <p>
              <a href={planFileUrl(boardId, last.version, 'pdf', { lang: language })} download>
                {t('archiveDownload', { version: last.version })}
              </a>
            </p>
          )}
          {settled?.isArchived === false && (
            <>
              <p>{t('archiveUnanswered', { version: settled.version })}</p>
              <p>
                <Link href={`/duk/${boardId}/plan/${settled.version}/arkiv`}>
                  {t('archiveHandIn', { version: settled.version })}
                </Link>
              </p>
            </>
          )}
          <LineField
            label={t('archiveReason')}
            value={reason}
            error={isAsked && isBlank(reason) && t('archiveReasonMissing')}
            longest={maxClosingReason}
            autoComplete="off"
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button type="submit" variant="secondary" loading={isAsking}>
          <span>{t(isClosed ? 'takeOut' : 'putAway')}</span>
        </Button>
      </div>
    </form>
  );
}

/** Nobody deletes a family's words by a slip: what it means is said, and the duk's name is written. */
function DeleteBoard({
  boardId,
  title,
  proveAnew,
  onCancel,
}: BoardKeepingProps & { readonly onCancel: () => void }): ReactNode {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  const { isAsking, failure, ask } = useAsking();
  const [isProving, setIsProving] = useState(false);
  const [written, setWritten] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const isRight = isSameName(written, title);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsAsked(true);
    if (isRight && (await ask(eraseOrProve))) navigate('/');
  };
  // Who has an account has to show anew that it is them.
  const eraseOrProve = async () => {
    const erased = await deleteBoard(boardId);
    const isTooLong =
      !erased.ok && erased.failure.kind === 'problem' && problemKindOf(erased.failure.problem) === 'freshSignInNeeded';
    setIsProving(isTooLong);
    return erased;
  };
  return (
    <>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <ul>
          <li>{t('deleteMeansAll')}</li>
          <li>{t('deleteMeansPeople')}</li>
          <li>{t('deleteMeansKey')}</li>
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
        {failure && !isProving && <FailureNote text={failureText(failure)} />}
        <div className="row">
          <Button type="submit" data-color="danger" loading={isAsking}>
            <span>{t('deleteForGood')}</span>
          </Button>
          <Button type="button" variant="tertiary" onClick={onCancel}>
            {common('cancel')}
          </Button>
        </div>
      </form>
      {proveAnew({
        open: isProving,
        onClose: () => setIsProving(false),
        title: t('deleteBoardTitle', { name: title }),
        command: t('deleteForGood'),
        act: () => deleteBoard(boardId),
        onDone: () => navigate('/'),
        children: <p>{t('deleteMeansAll')}</p>,
      })}
    </>
  );
}
