import { Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { type Note, type NoteId, type OrderedAction, placesInOrder } from '@duken/shared/board';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/index.ts';
import { excerptOf } from '../list/excerpt.ts';
import type { Agreement } from './agreement.ts';

interface AgreementFieldsProps {
  readonly noteId: NoteId;
  /** All notes of the duk: the tiltak among them can be waited for. */
  readonly notes: readonly Note[];
  readonly value: Agreement;
  readonly onChange: (change: Partial<Agreement>) => void;
}

/** What is agreed of a tiltak beside who, when and how far: its order, who must say yes to it, and who pays. */
export function AgreementFields({ noteId, notes, value, onChange }: AgreementFieldsProps): ReactNode {
  const { t } = useTranslation('agreements');
  const { follows, alongside } = value;
  // Not at each letter of who pays.
  const choices = useMemo(() => {
    const actions = notes.flatMap(({ id, action }): OrderedAction[] => (action ? [{ ...action, noteId: id }] : []));
    const places = placesInOrder(actions, {
      noteId,
      ...(follows ? { follows } : {}),
      ...(alongside ? { alongside } : {}),
    });
    const open = notes.filter(({ action }) => action?.status === 'agreed' || action?.status === 'started');
    return {
      follows: open.filter(({ id }) => places.follows.has(id)),
      alongside: open.filter(({ id }) => places.alongside.has(id)),
    };
  }, [notes, noteId, follows, alongside]);
  return (
    <>
      <OtherAction
        label={t('follows')}
        value={value.follows}
        others={choices.follows}
        notes={notes}
        onChange={(follows) => onChange({ follows })}
      />
      <OtherAction
        label={t('alongside')}
        value={value.alongside}
        others={choices.alongside}
        notes={notes}
        onChange={(alongside) => onChange({ alongside })}
      />
      <div className="twoColumns">
        <Textfield
          label={t('settleWith')}
          value={value.settleWith}
          autoComplete="off"
          onChange={(event) => onChange({ settleWith: event.target.value })}
        />
        <DateField label={t('settleBy')} value={value.settleBy} onChange={(settleBy) => onChange({ settleBy })} />
      </div>
      <Textfield
        label={t('paidBy')}
        description={t('paidByHint')}
        value={value.paidBy}
        autoComplete="off"
        onChange={(event) => onChange({ paidBy: event.target.value })}
      />
    </>
  );
}

interface OtherActionProps {
  readonly label: string;
  readonly value: NoteId | '';
  /** Those to choose among. */
  readonly others: readonly Note[];
  readonly notes: readonly Note[];
  readonly onChange: (noteId: NoteId | '') => void;
}

function OtherAction({ label, value, others, notes, onChange }: OtherActionProps): ReactNode {
  const { t } = useTranslation('agreements');
  const chosen = notes.find(({ id }) => id === value);
  // What was chosen stays to be seen, be it done since.
  const choices = chosen && !others.includes(chosen) ? [chosen, ...others] : others;
  return (
    <Field>
      <Label>{label}</Label>
      <Select value={chosen ? value : ''} onChange={(event) => onChange(event.target.value as NoteId | '')}>
        <Select.Option value="">{t('nothing')}</Select.Option>
        {choices.map(({ id, text }) => (
          <Select.Option key={id} value={id}>
            {excerptOf(text)}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
