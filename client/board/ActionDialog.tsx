import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { type ActionStatus, actionStatuses, maxTogether, type Note, type PersonId } from '@duken/shared/board';
import { doersOf, ownershipOf } from '@duken/shared/people';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPerson, type RequestFailure, useFailureText } from '../http/index.ts';
import { type BoardSession, useDraft } from '../session/index.ts';
import {
  DateField,
  FailureNote,
  isSamePeople,
  LatePart,
  Modal,
  type NamedPerson,
  PeopleField,
  type PersonChoice,
  takeTyped,
} from '../ui/index.ts';
import { agreementFieldsPart } from './agreed/agreedParts.ts';
import { agreementChange, agreementOf, isAgreed } from './agreed/agreement.ts';
import { QuickDays } from './QuickDays.tsx';
import type { BoardActions } from './useBoardActions.ts';
import { type CommandFailure, useCommandText } from './useCommandText.ts';

interface ActionDialogProps {
  readonly session: BoardSession;
  readonly note: Note | undefined;
  /** All notes of the duk: the tiltak among them can be waited for. */
  readonly notes: readonly Note[];
  /** Those to choose among for who does it. */
  readonly people: readonly PersonChoice[];
  /** Whether somebody can be added to the case from here. */
  readonly mayAddPeople: boolean;
  /** Services already named on this duk. */
  readonly services: readonly string[];
  readonly actions: BoardActions;
  readonly onClose: () => void;
}

/** Makes a note a tiltak, or changes it: who does it, for which service, by when, and how far it has come. */
export function ActionDialog({ note, ...rest }: ActionDialogProps): ReactNode {
  const { t } = useTranslation('board');
  // Escape, the cross and another page may be a slip: what is half written is there when the dialog opens again.
  return (
    <Modal
      open={note !== undefined}
      onClose={rest.onClose}
      title={note?.action ? t('actionTitle') : t('newActionTitle')}
    >
      {note && <ActionForm note={note} {...rest} />}
    </Modal>
  );
}

function ActionForm({
  session,
  note,
  notes,
  people,
  mayAddPeople,
  services,
  actions,
  onClose,
}: ActionDialogProps & { readonly note: Note }): ReactNode {
  const { t } = useTranslation('board');
  const servicesId = useId();
  const commandText = useCommandText();
  const [written, setWritten, forget] = useDraft(
    session.boardId,
    `action/${note.id}`,
    () => {
      const { owner = '', service = '', due = '', status = 'agreed' as ActionStatus } = note.action ?? {};
      const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name;
      const doers: readonly NamedPerson[] = note.action ? doersOf(note.action, nameOf) : [];
      const before = { owner, doers, typed: '', service, due, status, agreement: agreementOf(note.action) };
      return { ...before, before };
    },
    ({ doers, typed, service, agreement, before }) =>
      !isBlank(typed) ||
      !isSamePeople(doers, before.doers) ||
      service !== before.service ||
      Object.keys(agreementChange(before.agreement, agreement)).length > 0,
  );
  const { doers, typed, service, due, status, agreement, before } = written;
  const [isMoreOpen, setIsMoreOpen] = useState(() => isAgreed(note.action));
  const failureText = useFailureText();
  const [notAdded, setNotAdded] = useState<RequestFailure>();
  const [failure, setFailure] = useState<CommandFailure>();
  const write = (part: Partial<typeof written>): void => {
    setFailure(undefined);
    setWritten({ ...written, ...part });
  };
  const addToCase = async (name: string): Promise<NamedPerson | undefined> => {
    const added = await addPerson(session.boardId, { name });
    setNotAdded(added.ok ? undefined : added.failure);
    return added.ok ? { name: added.value.name, personId: added.value.personId as PersonId } : undefined;
  };
  const close = (): void => {
    forget();
    onClose();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        // A name that was typed and not yet taken is somebody who does it.
        const { chosen, rest } = takeTyped(typed, people, doers, maxTogether + 1);
        write({ doers: chosen, typed: rest });
        if (rest !== '') return;
        // Only what was changed here, so that what somebody else fills in meanwhile stays.
        const refused = actions.setAction(note.id, {
          ...(isSamePeople(chosen, before.doers) ? {} : ownershipOf(chosen)),
          ...(service.trim() === before.service ? {} : { service: service.trim() }),
          ...(due === before.due ? {} : { due }),
          ...(status === before.status && note.action ? {} : { status }),
          ...agreementChange(before.agreement, agreement),
        });
        if (refused) setFailure(refused);
        else close();
      }}
    >
      <blockquote className={`quote paper-${note.voice}`}>{note.text || t('emptyNote')}</blockquote>
      <PeopleField
        label={t('owner')}
        chosen={doers}
        choices={people}
        typed={typed}
        onChange={(chosen, rest) => write({ doers: chosen, typed: rest })}
        most={maxTogether + 1}
        onAddPerson={mayAddPeople ? addToCase : undefined}
        isFirstFocus
        enterSubmits
      />
      {notAdded && <FailureNote of={notAdded} text={failureText(notAdded)} />}
      <Textfield
        label={t('service')}
        value={service}
        list={servicesId}
        autoComplete="off"
        onChange={(event) => write({ service: event.target.value })}
      />
      <datalist id={servicesId}>
        {services.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="twoColumns">
        <DateField label={t('due')} value={due} onChange={(day) => write({ due: day })} />
        <Field>
          <Label>{t('status')}</Label>
          <Select value={status} onChange={(event) => write({ status: event.target.value as ActionStatus })}>
            {actionStatuses.map((choice) => (
              <Select.Option key={choice} value={choice}>
                {t(`status_${choice}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      </div>
      <QuickDays day={due} onPick={(day) => write({ due: day })} />
      <details
        className="actionMore"
        open={isMoreOpen}
        onToggle={({ currentTarget }) => setIsMoreOpen(currentTarget.open)}
      >
        <summary>{t('actionMore')}</summary>
        {isMoreOpen && (
          <LatePart
            part={agreementFieldsPart}
            show={(AgreementFields) => (
              <AgreementFields
                noteId={note.id}
                notes={notes}
                value={agreement}
                onChange={(change) => write({ agreement: { ...agreement, ...change } })}
              />
            )}
          />
        )}
      </details>
      {failure && <FailureNote of={failure} text={commandText(failure)} />}
      <div className="row">
        <Button type="submit">
          <span>{note.action ? t('saveAction') : t('makeAction')}</span>
        </Button>
        {note.action && (
          <Button
            type="button"
            variant="tertiary"
            onClick={() => {
              actions.removeAction(note.id);
              close();
            }}
          >
            {t('removeAction')}
          </Button>
        )}
        <Button type="button" variant="secondary" onClick={close}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </div>
    </form>
  );
}
