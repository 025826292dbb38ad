import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { type Voice, voiceChoices } from '@duken/shared/board';
import type { ParticipantReply } from '@duken/shared/protocol';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  admitParticipant,
  type RequestFailure,
  refuseParticipant,
  useFailureText,
  useParticipants,
  usePeople,
} from '../http/index.ts';
import { FailureNote, LineField, Waiting } from '../ui/index.ts';

/** Those who knock: the leader says who each of them is, and lets them in or not. */
export function Knocking({ boardId }: { readonly boardId: string }) {
  const { t } = useTranslation('invite');
  const remote = useParticipants(boardId);
  const waiting = remote.kind === 'here' ? remote.value.filter(({ state }) => state === 'waiting') : [];
  if (waiting.length === 0) return null;
  return (
    <section className="share-knocking" aria-labelledby="share-knocking">
      <h3 id="share-knocking">{t('knocking', { count: waiting.length })}</h3>
      <ul className="plainList">
        {waiting.map((person) => (
          <li key={person.participantId}>
            <Newcomer boardId={boardId} person={person} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Somebody new of the case: told apart from the ids of people. */
const somebodyNew = '';

function Newcomer({ boardId, person }: { readonly boardId: string; readonly person: ParticipantReply }) {
  const { t } = useTranslation('invite');
  const { t: boardText } = useTranslation('board');
  const failureText = useFailureText();
  const people = usePeople(boardId);
  const [personId, setPersonId] = useState(somebodyNew);
  const [voice, setVoice] = useState<Voice | ''>(person.voice ?? '');
  const [service, setService] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const { participantId, name, role } = person;
  const isWriter = role === 'editor';
  const lacksVoice = isWriter && personId === somebodyNew && voice === '';

  const act = async (ask: () => ReturnType<typeof refuseParticipant>) => {
    if (isAsking) return;
    setIsAsking(true);
    setFailure(undefined);
    const answer = await ask();
    setIsAsking(false);
    if (!answer.ok) setFailure(answer.failure);
  };
  const admit = (event: FormEvent) => {
    event.preventDefault();
    if (lacksVoice) return;
    void act(() =>
      admitParticipant(boardId, participantId, {
        ...(isWriter && voice !== '' && { voice }),
        ...(voice === 'service' && service !== '' && { service }),
        ...(personId !== somebodyNew && { personId }),
      }),
    );
  };

  // Nothing that is pressed moves from under a finger when the people of the case come.
  if (people.kind === 'loading') return <Waiting />;
  return (
    <form className="share-newcomer" onSubmit={admit}>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      {person.removedBefore && <p>{t('removedBefore')}</p>}
      {person.looksLike && <p>{t('looksLike')}</p>}
      {people.kind === 'here' && people.value.length > 0 && (
        <Field>
          <Label>{t('whoIs', { navn: name })}</Label>
          <Select value={personId} onChange={(event) => setPersonId(event.target.value)}>
            <Select.Option value={somebodyNew}>{t('somebodyNew')}</Select.Option>
            {people.value.map((known) => (
              <Select.Option key={known.personId} value={known.personId}>
                {known.name}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      {isWriter && (
        <Field>
          <Label>{t('whoseVoice')}</Label>
          <Select value={voice} onChange={(event) => setVoice(event.target.value as Voice | '')} required={lacksVoice}>
            <Select.Option value="">{t('chooseVoice')}</Select.Option>
            {voiceChoices.map((choice) => (
              <Select.Option key={choice} value={choice}>
                {boardText(`voice_${choice}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      {voice === 'service' && (
        <LineField
          label={t('service')}
          value={service}
          onChange={(event) => setService(event.target.value)}
          longest={60}
          autoComplete="off"
        />
      )}
      {failure && <FailureNote text={failureText(failure)} />}
      <div className="row">
        <Button type="submit" data-size="sm" loading={isAsking} aria-label={t('admitNamed', { navn: name })}>
          <span>{t('admit')}</span>
        </Button>
        <Button
          type="button"
          data-size="sm"
          variant="secondary"
          data-color="neutral"
          aria-label={t('refuseNamed', { navn: name })}
          onClick={() => void act(() => refuseParticipant(boardId, participantId))}
        >
          {t('refuse')}
        </Button>
      </div>
    </form>
  );
}
