import { Button, Switch } from '@digdir/designsystemet-react';
import type { PersonReply } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPerson, changePerson, type RequestFailure, useFailureText, usePeople } from '../http/index.ts';
import { FailureNote, LineField } from '../ui/index.ts';
import { ChildsHelper } from './ChildsHelper.tsx';

/** The people of a case, with or without a seat: whom the plan is about, and who may read it. */
export function CasePeople({ boardId }: { readonly boardId: string }) {
  const { t } = useTranslation('invite');
  const failureText = useFailureText();
  const people = usePeople(boardId);
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<RequestFailure>();

  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (isBlank(name)) return;
    const added = await addPerson(boardId, { name });
    if (!added.ok) return setFailure(added.failure);
    setFailure(undefined);
    setName('');
    people.reload();
  };

  return (
    <section className="share-people" aria-labelledby="share-people">
      <h3 id="share-people">{t('people')}</h3>
      <p className="muted">{t('peopleText')}</p>
      {people.kind === 'failed' && <FailureNote text={failureText(people.failure)} onRetry={people.reload} />}
      <ul className="plainList">
        {people.kind === 'here' &&
          people.value.map((person) => (
            <li key={person.personId}>
              <CasePerson
                boardId={boardId}
                person={person}
                people={people.value}
                onFailure={setFailure}
                onChanged={people.reload}
              />
            </li>
          ))}
      </ul>
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      <form className="row share-addPerson" onSubmit={(event) => void add(event)}>
        <LineField
          label={t('personName')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          longest={60}
          autoComplete="off"
        />
        <Button type="submit" variant="secondary">
          {t('addPerson')}
        </Button>
      </form>
    </section>
  );
}

interface CasePersonProps {
  readonly boardId: string;
  readonly person: PersonReply;
  readonly people: readonly PersonReply[];
  readonly onFailure: (failure: RequestFailure | undefined) => void;
  readonly onChanged: () => void;
}

function CasePerson({ boardId, person, people, onFailure, onChanged }: CasePersonProps) {
  const { t } = useTranslation('invite');
  const change = async (fields: Parameters<typeof changePerson>[2]) => {
    const changed = await changePerson(boardId, person.personId, fields);
    onFailure(changed.ok ? undefined : changed.failure);
    onChanged();
  };
  const { name: navn } = person;
  return (
    <fieldset className="share-casePerson">
      <legend>
        <bdi>{navn}</bdi>
        <span className="muted">{person.service ? ` · ${person.service}` : ''}</span>
      </legend>
      <Switch
        label={t('isSubject', { navn })}
        checked={person.isSubject}
        onChange={(event) => void change({ isSubject: event.target.checked })}
      />
      <Switch
        label={t('readsPlans', { navn })}
        checked={person.readsPlans}
        onChange={(event) => void change({ readsPlans: event.target.checked })}
      />
      {person.voices.includes('child') && (
        <ChildsHelper child={person} people={people} onName={(helperId) => void change({ helperId })} />
      )}
    </fieldset>
  );
}
