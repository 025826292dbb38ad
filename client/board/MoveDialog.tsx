import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import type { Board, Note } from '@duken/shared/board';
import type { Template } from '@duken/shared/template';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '../ui/index.ts';
import { CellFields, type ChosenCell, cellOf } from './CellFields.tsx';
import type { BoardActions } from './useBoardActions.ts';

interface MoveDialogProps {
  readonly board: Board;
  readonly template: Template;
  /** Those that are to be moved; the dialog is closed while there are none. */
  readonly notes: readonly Note[];
  readonly actions: BoardActions;
  readonly onClose: () => void;
}

/** *Flytt til…*: moves notes without dragging. */
export function MoveDialog(props: MoveDialogProps): ReactNode {
  const { t } = useTranslation('board');
  const count = props.notes.length;
  return (
    <Modal open={count > 0} onClose={props.onClose} title={count > 1 ? t('moveManyTitle', { count }) : t('moveTitle')}>
      {count > 0 && <MoveForm {...props} />}
    </Modal>
  );
}

function MoveForm({ board, template, notes, actions, onClose }: MoveDialogProps): ReactNode {
  const { t } = useTranslation('board');
  const [first] = notes;
  // Several notes may come from anywhere: then nothing is chosen beforehand.
  const [chosen, setChosen] = useState<ChosenCell>(
    notes.length === 1 && first ? first.cell : { column: undefined, theme: undefined },
  );
  const [before, setBefore] = useState('');
  const cell = cellOf(template, chosen);
  const moved = new Set(notes.map(({ id }) => id));
  const others = board.notes.filter(
    (other) => !moved.has(other.id) && other.cell.column === cell?.column && other.cell.theme === cell.theme,
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!cell) return;
        const target = others.find(({ id }) => id === before);
        actions.moveNotes(
          notes.map(({ id }) => id),
          cell,
          target?.id,
        );
        onClose();
      }}
    >
      {notes.slice(0, 3).map((note) => (
        <blockquote key={note.id} className={`quote paper-${note.voice}`}>
          {note.text || t('emptyNote')}
        </blockquote>
      ))}
      {notes.length > 3 && <p>{t('andMore', { count: notes.length - 3 })}</p>}
      <CellFields
        template={template}
        chosen={chosen}
        onChoose={(next) => {
          setChosen(next);
          setBefore('');
        }}
      />
      {others.length > 0 && (
        <Field>
          <Label>{t('place')}</Label>
          <Select value={before} onChange={(event) => setBefore(event.target.value)}>
            <Select.Option value="">{t('placeLast')}</Select.Option>
            {others.map((other) => (
              <Select.Option key={other.id} value={other.id}>
                {t('placeBefore', { text: other.text.slice(0, 60) || t('emptyNote') })}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      <div className="row">
        <Button type="submit">{t('move')}</Button>
        <Button type="button" variant="secondary" onClick={onClose}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </div>
    </form>
  );
}
