import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { type ActionStatus, actionStatuses, maxActionFieldLength, type Note } from '@duken/shared/board';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '../ui/index.ts';
import type { BoardActions } from './useBoardActions.ts';

interface ActionDialogProps {
  readonly note: Note | undefined;
  /** Names to choose among for who does it. */
  readonly people: readonly string[];
  /** Services already named on this duk. */
  readonly services: readonly string[];
  readonly actions: BoardActions;
  readonly onClose: () => void;
}

/** Makes a note a tiltak, or changes it: who does it, for which service, by when, and how far it has come. */
export function ActionDialog({ note, ...rest }: ActionDialogProps): ReactNode {
  const { t } = useTranslation('board');
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
  note,
  people,
  services,
  actions,
  onClose,
}: ActionDialogProps & { readonly note: Note }): ReactNode {
  const { t } = useTranslation('board');
  const peopleId = useId();
  const servicesId = useId();
  const [owner, setOwner] = useState(note.action?.owner ?? '');
  const [service, setService] = useState(note.action?.service ?? '');
  const [due, setDue] = useState(note.action?.due ?? '');
  const [status, setStatus] = useState<ActionStatus>(note.action?.status ?? 'agreed');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const before = note.action ?? { owner: '', service: '', due: '', status: undefined };
        // Only what was changed here, so that what somebody else fills in meanwhile stays.
        actions.setAction(note.id, {
          ...(owner.trim() === before.owner ? {} : { owner: owner.trim() }),
          ...(service.trim() === before.service ? {} : { service: service.trim() }),
          ...(due === before.due ? {} : { due }),
          ...(status === before.status ? {} : { status }),
        });
        onClose();
      }}
    >
      <blockquote className={`quote paper-${note.voice}`}>{note.text || t('emptyNote')}</blockquote>
      <Textfield
        label={t('owner')}
        data-first-focus
        value={owner}
        list={peopleId}
        maxLength={maxActionFieldLength}
        autoComplete="off"
        onChange={(event) => setOwner(event.target.value)}
      />
      <datalist id={peopleId}>
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Textfield
        label={t('service')}
        value={service}
        list={servicesId}
        maxLength={maxActionFieldLength}
        autoComplete="off"
        onChange={(event) => setService(event.target.value)}
      />
      <datalist id={servicesId}>
        {services.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="twoColumns">
        <Textfield
          label={t('due')}
          type="date"
          value={due}
          min="2000-01-01"
          max="2199-12-31"
          onChange={(event) => setDue(event.target.value)}
        />
        <Field>
          <Label>{t('status')}</Label>
          <Select value={status} onChange={(event) => setStatus(event.target.value as ActionStatus)}>
            {actionStatuses.map((choice) => (
              <Select.Option key={choice} value={choice}>
                {t(`status_${choice}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="row">
        <Button type="submit">{note.action ? t('saveAction') : t('makeAction')}</Button>
        {note.action && (
          <Button
            type="button"
            variant="tertiary"
            onClick={() => {
              actions.removeAction(note.id);
              onClose();
            }}
          >
            {t('removeAction')}
          </Button>
        )}
        <Button type="button" variant="secondary" onClick={onClose}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </div>
    </form>
  );
}
