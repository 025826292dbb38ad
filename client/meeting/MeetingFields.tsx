import { Button } from '@digdir/designsystemet-react';
import { maxPresent } from '@duken/shared/meeting';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPerson, type RequestFailure, useFailureText } from '../http/index.ts';
import { DateField, FailureNote, type NamedPerson, PeopleField } from '../ui/index.ts';
import { addPresent, alsoHere, alsoKnown, type MeetingDraft, presentOf, whoIs } from './meetingDraft.ts';
import type { MeetingTable } from './useMeetingTable.ts';

interface MeetingFieldsProps {
  readonly boardId: string;
  readonly draft: MeetingDraft;
  /** What stands in the field for names and is nobody yet. */
  readonly typed: string;
  readonly table: Pick<MeetingTable, 'participants' | 'choices'>;
  readonly onChange: (draft: MeetingDraft, typed: string) => void;
}

/** So many of the case are offered by a button; the others are found by their name. */
const mostOffered = 8;

/** The day of a meeting and who is present. */
export function MeetingFields({ boardId, draft, typed, table, onChange }: MeetingFieldsProps) {
  const { t } = useTranslation('meeting');
  const failureText = useFailureText();
  const [failure, setFailure] = useState<RequestFailure>();
  const others = alsoHere(draft, table.participants);
  const known = alsoKnown(draft, table.choices, table.participants).slice(0, mostOffered);

  const addToCase = async (name: string): Promise<NamedPerson | undefined> => {
    const added = await addPerson(boardId, { name });
    setFailure(added.ok ? undefined : added.failure);
    return added.ok ? presentOf([added.value])[0] : undefined;
  };

  return (
    <div className="meetingFields">
      <div data-field="date">
        <DateField
          className="meeting-date"
          label={t('date')}
          value={draft.date}
          missing={t('dateMissing')}
          onChange={(date) => onChange({ ...draft, date }, typed)}
        />
      </div>
      <section className="meeting-present" data-field="present" aria-labelledby="meeting-present">
        <h3 id="meeting-present">{t('present')}</h3>
        <p className="muted">{t('presentHelp')}</p>
        {draft.present.length === 0 && <p>{t('nobody')}</p>}
        <PeopleField
          label={t('addName')}
          listLabel={t('present')}
          chosen={presentOf(draft.present)}
          choices={table.choices}
          typed={typed}
          onChange={(present, rest) => onChange({ ...draft, present }, rest)}
          most={maxPresent}
          onAddPerson={addToCase}
        >
          {others.length > 0 && (
            <div className="row meeting-others">
              <span className="muted">{`${t('alsoHere')}:`}</span>
              {others.map((person) => (
                <Button
                  key={person.participantId}
                  variant="tertiary"
                  data-size="sm"
                  onClick={() => onChange(addPresent(draft, whoIs(person)), typed)}
                >
                  + <bdi>{person.name}</bdi>
                </Button>
              ))}
            </div>
          )}
          {known.length > 0 && (
            <div className="row meeting-others">
              <span className="muted">{`${t('alsoKnown')}:`}</span>
              {known.map(({ name, personId, participantId }) => (
                <Button
                  key={personId}
                  variant="tertiary"
                  data-size="sm"
                  onClick={() =>
                    onChange(
                      addPresent(draft, {
                        name,
                        ...(personId ? { personId } : {}),
                        ...(participantId ? { participantId } : {}),
                      }),
                      typed,
                    )
                  }
                >
                  + <bdi>{name}</bdi>
                </Button>
              ))}
            </div>
          )}
        </PeopleField>
        {failure && <FailureNote of={failure} text={failureText(failure)} />}
      </section>
    </div>
  );
}
