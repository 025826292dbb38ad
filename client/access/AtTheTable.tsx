import { useTranslation } from 'react-i18next';
import { useFailureText, useParticipants } from '../http/index.ts';
import { FailureNote, useRoleName } from '../ui/index.ts';

/** Everybody who has come in, those who are here now first. */
export function AtTheTable({ boardId, participantId }: { readonly boardId: string; readonly participantId: string }) {
  const { t } = useTranslation('invite');
  const roleName = useRoleName();
  const failureText = useFailureText();
  const remote = useParticipants(boardId);
  const participants = remote.kind === 'here' ? remote.value : [];
  return (
    <section className="share-here" aria-labelledby="share-here">
      <h3 id="share-here">{t('here')}</h3>
      {remote.kind === 'failed' && <FailureNote text={failureText(remote.failure)} onRetry={remote.reload} />}
      <ul className="plainList">
        {participants
          .toSorted((a, b) => Number(b.online) - Number(a.online) || a.joinedAt - b.joinedAt)
          .map((person) => (
            <li key={person.participantId} className="share-person">
              <span className={person.online ? 'share-sign share-sign-online' : 'share-sign'} aria-hidden="true" />
              <span>
                <strong>{person.name}</strong>
                {person.participantId === participantId && ` (${t('you')})`}
                <span className="muted">
                  {' '}
                  {roleName(person.role)}, {person.online ? t('online') : t('away')}
                </span>
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}
