import { Button } from '@digdir/designsystemet-react';
import type { ParticipantReply } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeParticipant, useFailureText, useParticipants } from '../http/index.ts';
import { FailureNote, useRoleName } from '../ui/index.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

/** Everybody who has come in, those who are here now first, and a way to take one away. */
export function AtTheTable({ boardId, participantId }: { readonly boardId: string; readonly participantId: string }) {
  const { t } = useTranslation('invite');
  const failureText = useFailureText();
  const remote = useParticipants(boardId);
  const participants = remote.kind === 'here' ? remote.value.filter(({ state }) => state === 'in') : [];
  const [asked, setAsked] = useState<ParticipantReply>();
  const navn = asked?.name ?? '';
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
              <PersonWords person={person} isOneself={person.participantId === participantId} />
              {person.participantId !== participantId && (
                <Button
                  variant="tertiary"
                  data-size="sm"
                  data-color="neutral"
                  aria-label={t('removeNamed', { navn: person.name })}
                  onClick={() => setAsked(person)}
                >
                  {t('remove')}
                </Button>
              )}
            </li>
          ))}
      </ul>
      <ConfirmDialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('removeTitle', { navn })}
        command={t('remove')}
        act={() => removeParticipant(boardId, asked?.participantId ?? '')}
      >
        <p>{t('removeText', { navn })}</p>
        <p>{t('removeLink', { navn })}</p>
      </ConfirmDialog>
    </section>
  );
}

function PersonWords({ person, isOneself }: { readonly person: ParticipantReply; readonly isOneself: boolean }) {
  const { t } = useTranslation('invite');
  const roleName = useRoleName();
  const voice = person.role === 'editor' && person.voice && t(`voice_${person.voice}`, { ns: 'board' });
  return (
    <span className="share-personWords">
      <strong>
        <bdi>{person.name}</bdi>
      </strong>
      <span>{isOneself && ` (${t('you')})`}</span>
      <span className="muted">
        {' '}
        <span>{voice || roleName(person.role)}</span>, <span>{person.online ? t('online') : t('away')}</span>
      </span>
    </span>
  );
}
