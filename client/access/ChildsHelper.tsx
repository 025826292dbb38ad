import { Field, Label, Select } from '@digdir/designsystemet-react';
import type { PersonReply } from '@duken/shared/protocol';
import { useTranslation } from 'react-i18next';

/** Nobody: told apart from the ids of people. */
const nobody = '';

interface ChildsHelperProps {
  readonly child: PersonReply;
  readonly people: readonly PersonReply[];
  readonly onName: (helperId: string | null) => void;
}

/** Whom the leader names to write for a child, and what the child's own page has said to it. */
export function ChildsHelper({ child, people, onName }: ChildsHelperProps) {
  const { t } = useTranslation('helper');
  const navn = child.name;
  const { helperId = nobody, helperConfirmed } = child;
  const answer = helperConfirmed === undefined ? 'saidNothing' : helperConfirmed ? 'saidYes' : 'saidNo';
  return (
    <Field>
      <Label>{t('whoHelps', { navn })}</Label>
      <Select value={helperId} onChange={({ target: { value } }) => onName(value === nobody ? null : value)}>
        <Select.Option value={nobody}>{t('nobodyHelps')}</Select.Option>
        {people
          .filter(({ voices }) => !voices.includes('child'))
          .map(({ personId, name }) => (
            <Select.Option key={personId} value={personId}>
              {name}
            </Select.Option>
          ))}
      </Select>
      <p className="muted" role="status">
        {helperId !== nobody && t(answer, { navn })}
      </p>
    </Field>
  );
}
