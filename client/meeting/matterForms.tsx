import { Button, Field, Label, Select, Textarea, Textfield } from '@digdir/designsystemet-react';
import {
  type ActionFailure,
  type Board,
  type BoardDocument,
  crossEdits,
  type EditTextFailure,
  editBetween,
  editNoteText,
  type HeaderFailure,
  isDay,
  type MoveNoteFailure,
  maxTogether,
  moveNote,
  type Note,
  phaseIds,
  setAction,
  setHeader,
  setPhase,
} from '@duken/shared/board';
import { doersOf, ownershipOf } from '@duken/shared/people';
import type { Result } from '@duken/shared/result';
import { inLanguage, templateHas } from '@duken/shared/template';
import { unprintableIn } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { useLanguage } from '../texts/index.ts';
import { DateField, FailureNote, type NamedPerson, PeopleField, type PersonChoice, takeTyped } from '../ui/index.ts';

interface MatterFormProps {
  readonly session: BoardSession;
  readonly board: Board;
  readonly onMended: () => void;
  readonly onCancel: () => void;
}

type NoteFormProps = MatterFormProps & { readonly note: Note };

type MendFailure = ActionFailure | EditTextFailure | HeaderFailure | MoveNoteFailure;
type Change = (document: BoardDocument) => Result<unknown, MendFailure>;

/** A form of a few fields, and what saving it does. */
function MendForm({
  session,
  changes,
  onMended,
  onCancel,
  children,
}: Omit<MatterFormProps, 'board'> & {
  /** What to do on the duk, in order; undefined while the form waits for somebody to fill it in. */
  readonly changes: () => readonly Change[] | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation('common');
  const [failure, setFailure] = useState<MendFailure>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setFailure(undefined);
    const wanted = changes();
    if (!wanted) return;
    for (const change of wanted) {
      const done = session.run(change);
      if (!done.ok) {
        setFailure(done.failure);
        return;
      }
    }
    onMended();
  };
  return (
    <form className="matter-form" noValidate onSubmit={submit}>
      {children}
      {failure && <FailureNote text={t(failure.kind, { max: 'maxLength' in failure ? failure.maxLength : '' })} />}
      <div className="row">
        <Button type="submit" data-size="sm">
          {t('save')}
        </Button>
        <Button type="button" variant="tertiary" data-size="sm" onClick={onCancel}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Who does it and by when: what lacks of the two. A note that is no tiltak becomes one. */
export function WhoAndWhenForm(
  props: NoteFormProps & { readonly lacks: 'who' | 'when' | 'both'; readonly choices: readonly PersonChoice[] },
): ReactNode {
  const { note, choices } = props;
  const { t } = useTranslation('board');
  // What was lacking when the form opened is asked for, whatever somebody fills in meanwhile.
  const [lacks] = useState(props.lacks);
  const [doers, setDoers] = useState<readonly NamedPerson[]>(() => {
    const nameOf = (id: string) => choices.find(({ personId }) => personId === id)?.name;
    return note.action ? doersOf(note.action, nameOf) : [];
  });
  const [typed, setTyped] = useState('');
  const [due, setDue] = useState('');
  const changes = (): readonly Change[] | undefined => {
    // A name that was typed and not yet taken is somebody who does it.
    const { chosen, rest } = takeTyped(typed, choices, doers, maxTogether + 1);
    setDoers(chosen);
    setTyped(rest);
    if (rest !== '') return undefined;
    const change = {
      ...(lacks !== 'when' && chosen.length > 0 ? ownershipOf(chosen) : {}),
      ...(isDay(due) ? { due } : {}),
    };
    return Object.keys(change).length === 0 ? undefined : [(document) => setAction(document, note.id, change)];
  };
  return (
    <MendForm {...props} changes={changes}>
      {lacks !== 'when' && (
        <PeopleField
          label={t('owner')}
          chosen={doers}
          choices={choices}
          typed={typed}
          onChange={(chosen, rest) => {
            setDoers(chosen);
            setTyped(rest);
          }}
          most={maxTogether + 1}
          enterSubmits
        />
      )}
      {lacks !== 'who' && <DateField label={t('due')} value={due} onChange={setDue} />}
    </MendForm>
  );
}

/** A later day for a tiltak. */
export function DueForm(props: NoteFormProps): ReactNode {
  const { note } = props;
  const { t } = useTranslation('board');
  const [due, setDue] = useState(note.action?.due ?? '');
  return (
    <MendForm
      {...props}
      changes={() => (due === '' || isDay(due) ? [(document) => setAction(document, note.id, { due })] : undefined)}
    >
      <DateField label={t('due')} value={due} onChange={setDue} />
    </MendForm>
  );
}

/** The theme that a note belongs to; it stays in its column. */
export function ThemeForm(props: NoteFormProps): ReactNode {
  const { session, note } = props;
  const { t } = useTranslation('board');
  const { t: listText } = useTranslation('list');
  const language = useLanguage();
  const template = session.template();
  const [theme, setTheme] = useState('');
  const to = { column: note.cell.column, theme };
  return (
    <MendForm
      {...props}
      changes={() => (theme === '' ? undefined : [(document) => moveNote(document, { noteId: note.id, to })])}
    >
      <Field>
        <Label>{t('theme')}</Label>
        <Select value={theme} onChange={(event) => setTheme(event.target.value)}>
          <Select.Option value="">{listText('whichTheme')}</Select.Option>
          {template.themes
            .filter(({ id }) => templateHas(template, { column: note.cell.column, theme: id }))
            .map(({ id, name }) => (
              <Select.Option key={id} value={id}>
                {inLanguage(name, language)}
              </Select.Option>
            ))}
        </Select>
      </Field>
    </MendForm>
  );
}

/** The words of a note, and of its tiltak where they hold signs that cannot be printed. */
export function WordsForm(props: NoteFormProps): ReactNode {
  const { note } = props;
  const { t } = useTranslation('board');
  const { t: freezeText } = useTranslation('freeze');
  const [before] = useState(note);
  const [text, setText] = useState(note.text);
  const [owner, setOwner] = useState(note.action?.owner ?? '');
  const [service, setService] = useState(note.action?.service ?? '');
  const odd = (words: string | undefined): boolean => unprintableIn(words ?? '').length > 0;
  const changes = (): readonly Change[] => {
    const { owner: wasOwner = '', service: wasService = '', ownerId } = before.action ?? {};
    const typed = editBetween(before.text, text, text.length);
    // What others have written since stands.
    const since = [editBetween(before.text, note.text, note.text.length)];
    const edits = note.text === before.text ? [typed] : crossEdits([typed], since).mine;
    const action = {
      // Whoever it is stays who they are: only the letters of the name change.
      ...(owner === wasOwner ? {} : { owner, ...(ownerId ? { ownerId } : {}) }),
      ...(service === wasService ? {} : { service }),
    };
    return [
      ...(text === before.text
        ? []
        : edits.map(
            (edit): Change =>
              (document) =>
                editNoteText(document, note.id, edit),
          )),
      ...(Object.keys(action).length === 0 ? [] : [(document: BoardDocument) => setAction(document, note.id, action)]),
    ];
  };
  return (
    <MendForm {...props} changes={changes}>
      <Field>
        <Label>{freezeText('wordsOfNote')}</Label>
        <Textarea value={text} dir="auto" rows={3} onChange={(event) => setText(event.target.value)} />
      </Field>
      {odd(before.action?.owner) && (
        <Textfield label={t('owner')} value={owner} onChange={(event) => setOwner(event.target.value)} />
      )}
      {odd(before.action?.service) && (
        <Textfield label={t('service')} value={service} onChange={(event) => setService(event.target.value)} />
      )}
    </MendForm>
  );
}

/** Whom the plan is for. */
export function ForForm(props: MatterFormProps): ReactNode {
  const { t } = useTranslation('board');
  const [value, setValue] = useState(props.board.for);
  return (
    <MendForm {...props} changes={() => [(document) => setHeader(document, { for: value })]}>
      <Textfield
        label={t('forLabel')}
        value={value}
        autoComplete="off"
        onChange={(event) => setValue(event.target.value)}
      />
    </MendForm>
  );
}

/** The day behind *innen* of a column. */
export function HorizonForm(props: MatterFormProps & { readonly horizon: 'short' | 'long' }): ReactNode {
  const { t } = useTranslation('board');
  const field = props.horizon === 'short' ? 'horizonShort' : 'horizonLong';
  const [day, setDay] = useState(props.board[field]);
  return (
    <MendForm
      {...props}
      changes={() => (day === '' || isDay(day) ? [(document) => setHeader(document, { [field]: day })] : undefined)}
    >
      <DateField label={t(`${field}Label`)} value={day} onChange={setDay} />
    </MendForm>
  );
}

/** The four steps of the journey with what each of them means; one click sets it. */
export function PhaseForm({ session, onMended, onCancel }: MatterFormProps): ReactNode {
  const { t } = useTranslation('journey');
  const { t: common } = useTranslation('common');
  return (
    <div className="matter-form">
      <ul className="plainList matter-phases">
        {phaseIds.map((phase) => (
          <li key={phase}>
            <button
              type="button"
              className="matter-phase"
              onClick={() => {
                session.run((document) => setPhase(document, 'overall', phase));
                onMended();
              }}
            >
              <strong>{t(phase)}</strong>
              <span>{t(`${phase}Means`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button type="button" variant="tertiary" data-size="sm" onClick={onCancel}>
          {common('cancel')}
        </Button>
      </div>
    </div>
  );
}
