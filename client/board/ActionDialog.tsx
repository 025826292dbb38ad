import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { type ActionStatus, actionStatuses, type Note } from '@duken/shared/board';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, useDraft, useForgetDraft } from '../session/index.ts';
import { FailureNote, Modal } from '../ui/index.ts';
import type { BoardActions } from './useBoardActions.ts';
import { type CommandFailure, useCommandText } from './useCommandText.ts';

interface ActionDialogProps {
  readonly session: BoardSession;
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
  const forgetDraft = useForgetDraft(rest.session.boardId);
  // Escape and the cross are choices too: only leaving the page keeps what is half written.
  const close = (): void => {
    if (note) forgetDraft(`action/${note.id}`);
    rest.onClose();
  };
  return (
    <Modal open={note !== undefined} onClose={close} title={note?.action ? t('actionTitle') : t('newActionTitle')}>
      {note && <ActionForm note={note} {...rest} />}
    </Modal>
  );
}

function ActionForm({
  session,
  note,
  people,
  services,
  actions,
  onClose,
}: ActionDialogProps & { readonly note: Note }): ReactNode {
  const { t } = useTranslation('board');
  const peopleId = useId();
  const servicesId = useId();
  const commandText = useCommandText();
  const [written, setWritten, forget] = useDraft(
    session.boardId,
    `action/${note.id}`,
    () => ({
      owner: note.action?.owner ?? '',
      service: note.action?.service ?? '',
      due: note.action?.due ?? '',
      status: note.action?.status ?? ('agreed' as ActionStatus),
    }),
    (value) => value.owner !== (note.action?.owner ?? '') || value.service !== (note.action?.service ?? ''),
  );
  const { owner, service, due, status } = written;
  const [failure, setFailure] = useState<CommandFailure>();
  const write = (part: Partial<typeof written>): void => {
    setFailure(undefined);
    setWritten({ ...written, ...part });
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
        const before = note.action ?? { owner: '', service: '', due: '', status: undefined };
        // Only what was changed here, so that what somebody else fills in meanwhile stays.
        const refused = actions.setAction(note.id, {
          ...(owner.trim() === before.owner ? {} : { owner: owner.trim() }),
          ...(service.trim() === before.service ? {} : { service: service.trim() }),
          ...(due === before.due ? {} : { due }),
          ...(status === before.status ? {} : { status }),
        });
        if (refused) setFailure(refused);
        else close();
      }}
    >
      <blockquote className={`quote paper-${note.voice}`}>{note.text || t('emptyNote')}</blockquote>
      <Textfield
        label={t('owner')}
        data-first-focus
        value={owner}
        list={peopleId}
        autoComplete="off"
        onChange={(event) => write({ owner: event.target.value })}
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
        autoComplete="off"
        onChange={(event) => write({ service: event.target.value })}
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
          onChange={(event) => write({ due: event.target.value })}
        />
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
      {failure && <FailureNote text={commandText(failure)} />}
      <div className="row">
        <Button type="submit">{note.action ? t('saveAction') : t('makeAction')}</Button>
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
