import { may } from '@duken/shared/access';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { boardsOnDevice, listBoards, type RequestFailure, useFailureText, useRemote } from '../http/index.ts';
import { dayInWords, dayOf, useLanguage } from '../texts/index.ts';
import { ExampleEnd, FailureNote, useRoleName } from '../ui/index.ts';

type MyBoard = Extract<Awaited<ReturnType<typeof listBoards>>, { readonly ok: true }>['value'][number];

/** The duks that this browser has come into, newest first; those that are put away are found below. */
export function MyBoards() {
  const { t } = useTranslation('front');
  const failureText = useFailureText();
  const remote = useRemote('boards', listBoards);
  const boards = remote.kind === 'here' ? remote.value.toSorted((a, b) => b.createdAt - a.createdAt) : [];
  const archived = boards.filter(({ archivedAt }) => archivedAt !== undefined);
  const inUse = boards.filter(({ archivedAt }) => archivedAt === undefined);
  return (
    <section className="front-section" aria-labelledby="mine" aria-busy={remote.kind === 'loading'}>
      <h2 id="mine">{t('myBoards')}</h2>
      {remote.kind === 'failed' && (
        <>
          <FailureNote text={failureText(remote.failure)} onRetry={remote.reload} />
          <BoardsOnDevice failure={remote.failure} />
        </>
      )}
      {remote.kind === 'here' && boards.length === 0 && <p className="muted">{t('noBoards')}</p>}
      {inUse.some((board) => may(board, 'followUp')) && (
        <p>
          <Link href="/uka">{t('myWeek')}</Link>
        </p>
      )}
      {inUse.length > 0 && <BoardList boards={inUse} />}
      {archived.length > 0 && (
        <details className="front-archive">
          <summary>{t('archived', { count: archived.length })}</summary>
          <BoardList boards={archived} />
        </details>
      )}
    </section>
  );
}

/** Those that this device opens without the server, while it gives no answer; nothing where there are none. */
function BoardsOnDevice({ failure }: { readonly failure: RequestFailure }) {
  const { t } = useTranslation('front');
  const [boards, setBoards] = useState<Awaited<ReturnType<typeof boardsOnDevice>>>([]);
  const isSilent = failure.kind === 'offline' || (failure.kind === 'unreadable' && failure.status >= 500);
  useEffect(() => {
    let isShown = true;
    if (isSilent) void boardsOnDevice().then((found) => isShown && setBoards(found));
    return () => {
      isShown = false;
    };
  }, [isSilent]);
  if (!isSilent || boards.length === 0) return null;
  return (
    <>
      <p className="muted">{t('onDevice')}</p>
      <BoardList boards={boards} />
    </>
  );
}

type ListedBoard = Pick<MyBoard, 'boardId' | 'title' | 'role'> & Partial<MyBoard>;

function BoardList({ boards }: { readonly boards: readonly ListedBoard[] }) {
  const { t } = useTranslation('front');
  const language = useLanguage();
  const roleName = useRoleName();
  return (
    <ul className="plainList front-boards">
      {boards.map(({ boardId, title, role, createdAt, versions, expiresAt }) => (
        <li key={boardId}>
          <Link href={`/duk/${boardId}`} className="front-board">
            <span className="front-boardTitle">{title}</span>
            <span className="muted">
              {[
                roleName(role),
                ...(createdAt === undefined
                  ? []
                  : [t('made', { dato: dayInWords(dayOf(new Date(createdAt)), language) })]),
                // Whoever may not read the plans is not told how many there are.
                ...(versions === undefined
                  ? []
                  : [versions === 0 ? t('noVersions') : t('versions', { count: versions })]),
              ].join(' · ')}
            </span>
            {expiresAt !== undefined && (
              <span className="muted">
                <ExampleEnd expiresAt={expiresAt} />
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
