import { Button, Field, Label, Select, Switch } from '@digdir/designsystemet-react';
import type { PersonReply } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePerson, type RequestFailure, useFailureText } from '../http/index.ts';
import { languages } from '../texts/index.ts';
import { FailureNote, LineField } from '../ui/index.ts';
import { languageName } from './languageName.ts';

interface TeamFormProps {
  readonly boardId: string;
  readonly person: PersonReply;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** In UTF-16 units, as the API takes them. */
const longest = { service: 60, phone: 40, words: 200 };

/** What the leader knows of somebody in the team; a field that is emptied is taken away. */
export function TeamForm({ boardId, person, onSaved, onCancel }: TeamFormProps): ReactNode {
  const { t } = useTranslation('team');
  const failureText = useFailureText();
  const [service, setService] = useState(person.service ?? '');
  const [reason, setReason] = useState(person.reason ?? '');
  const [mayDecide, setMayDecide] = useState(person.mayDecide ?? '');
  const [phone, setPhone] = useState(person.phone ?? '');
  const [language, setLanguage] = useState(person.language ?? '');
  const [needsInterpreter, setNeedsInterpreter] = useState(person.interpreter !== undefined);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  // A language that only a program gave is kept until somebody chooses another.
  const choices = languages.some((one) => one === language) || language === '' ? languages : [...languages, language];

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isSaving) return;
    setIsSaving(true);
    setFailure(undefined);
    const changed = await changePerson(boardId, person.personId, {
      service: orNothing(service),
      reason: orNothing(reason),
      mayDecide: orNothing(mayDecide),
      phone: orNothing(phone),
      language: language === '' ? null : language,
      // What was ordered stays ordered.
      interpreter: needsInterpreter ? (person.interpreter ?? {}) : null,
    });
    setIsSaving(false);
    if (changed.ok) onSaved();
    else setFailure(changed.failure);
  };

  return (
    <form className="team-form" onSubmit={(event) => void save(event)} noValidate>
      <LineField
        label={t('service')}
        value={service}
        longest={longest.service}
        autoComplete="off"
        autoFocus
        onChange={(event) => setService(event.target.value)}
      />
      <LineField
        label={t('reason')}
        description={t('reasonHelp')}
        value={reason}
        longest={longest.words}
        autoComplete="off"
        onChange={(event) => setReason(event.target.value)}
      />
      <LineField
        label={t('mayDecide')}
        description={t('mayDecideHelp')}
        value={mayDecide}
        longest={longest.words}
        autoComplete="off"
        onChange={(event) => setMayDecide(event.target.value)}
      />
      <LineField
        label={t('phone')}
        value={phone}
        longest={longest.phone}
        autoComplete="off"
        onChange={(event) => setPhone(event.target.value)}
      />
      <Field>
        <Label>{t('language')}</Label>
        <Select value={language} onChange={({ target: { value } }) => setLanguage(value)}>
          <Select.Option value="">{t('languageUnknown')}</Select.Option>
          {choices.map((one) => (
            <Select.Option key={one} value={one}>
              {languageName(one)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Switch
        label={t('interpreter')}
        checked={needsInterpreter}
        onChange={(event) => setNeedsInterpreter(event.target.checked)}
      />
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      <div className="row">
        <Button type="submit" loading={isSaving}>
          <span>{t('save')}</span>
        </Button>
        <Button type="button" variant="tertiary" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function orNothing(line: string): string | null {
  return isBlank(line) ? null : line;
}
