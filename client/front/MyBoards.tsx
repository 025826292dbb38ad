import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listBoards, useFailureText, useRemote } from '../http/index.ts';
import { dayInWords, dayOf, useLanguage } from '../texts/index.ts';
import { ExampleEnd, FailureNote, useRoleName } from '../ui/index.ts';

/** The duks that this browser has come into, newest first. */
export function MyBoards() {
  const { t } = useTranslation('front');
  const language = useLanguage();
  const roleName = useRoleName();
  const failureText = useFailureText();
  const remote = useRemote('boards', listBoards);
  return (
    <section className="front-section" aria-labelledby="mine" aria-busy={remote.kind === 'loading'}>
      <h2 id="mine">{t('myBoards')}</h2>
      {remote.kind === 'failed' && <FailureNote text={failureText(remote.failure)} onRetry={remote.reload} />}
      {remote.kind === 'here' && remote.value.length === 0 && <p className="muted">{t('noBoards')}</p>}
      {remote.kind === 'here' && remote.value.length > 0 && (
        <ul className="plainList front-boards">
          {remote.value
            .toSorted((a, b) => b.createdAt - a.createdAt)
            .map(({ boardId, title, role, createdAt, versions, expiresAt }) => (
              <li key={boardId}>
                <Link href={`/duk/${boardId}`} className="front-board">
                  <span className="front-boardTitle">{title}</span>
                  <span className="muted">
                    {[
                      roleName(role),
                      t('made', { dato: dayInWords(dayOf(new Date(createdAt)), language) }),
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
      )}
    </section>
  );
}
