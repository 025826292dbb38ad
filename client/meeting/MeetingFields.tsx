import { Button, Textfield } from '@digdir/designsystemet-react';
import { namesIn } from '@duken/shared/people';
import type { ParticipantReply } from '@duken/shared/protocol';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPresent, alsoHere, type MeetingDraft, maxNameLength, removePresent } from './meetingDraft.ts';

interface MeetingFieldsProps {
  readonly draft: MeetingDraft;
  readonly participants: readonly ParticipantReply[];
  readonly onChange: (draft: MeetingDraft) => void;
}

/** The day of a meeting and who is present. */
export function MeetingFields({ draft, participants, onChange }: MeetingFieldsProps) {
  const { t } = useTranslation('meeting');
  const [name, setName] = useState('');
  const nameField = useRef<HTMLInputElement>(null);
  const others = alsoHere(draft, participants);

  const addName = (event: FormEvent) => {
    event.preventDefault();
    onChange(namesIn(name).reduce((all, one) => addPresent(all, { name: one }), draft));
    setName('');
    nameField.current?.focus();
  };

  return (
    <div className="meetingFields">
      <Textfield
        className="meeting-date"
        type="date"
        label={t('date')}
        value={draft.date}
        min="2000-01-01"
        max="2199-12-31"
        error={draft.date === '' && t('dateMissing')}
        onChange={(event) => onChange({ ...draft, date: event.target.value })}
      />
      <section className="meeting-present" aria-labelledby="meeting-present">
        <h3 id="meeting-present">{t('present')}</h3>
        <p className="muted">{t('presentHelp')}</p>
        {draft.present.length === 0 && <p>{t('nobody')}</p>}
        <ul className="plainList meeting-names">
          {draft.present.map((person) => (
            <li key={person.participantId ?? person.name} className="meeting-name">
              <bdi>{person.name}</bdi>
              <button
                type="button"
                aria-label={t('remove', { navn: person.name })}
                title={t('remove', { navn: person.name })}
                onClick={() => {
                  onChange(removePresent(draft, person));
                  nameField.current?.focus();
                }}
              >
                <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                  <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
                </svg>
              </button>
            </li>
          ))}
        </ul>
        {others.length > 0 && (
          <div className="row meeting-others">
            <span className="muted">{`${t('alsoHere')}:`}</span>
            {others.map(({ participantId, name: other }) => (
              <Button
                key={participantId}
                variant="tertiary"
                data-size="sm"
                onClick={() => onChange(addPresent(draft, { name: other, participantId }))}
              >
                + <bdi>{other}</bdi>
              </Button>
            ))}
          </div>
        )}
        <form className="meeting-add" onSubmit={addName}>
          <Textfield
            ref={nameField}
            label={t('addName')}
            value={name}
            maxLength={maxNameLength}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" variant="secondary">
            {t('add')}
          </Button>
        </form>
      </section>
    </div>
  );
}
