import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import type { Board, Note } from '@duken/shared/board';
import { type Cell, type ColumnId, type Template, templateHas } from '@duken/shared/template';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../texts/index.ts';
import { Modal } from '../ui/index.ts';
import type { BoardActions } from './useBoardActions.ts';

interface MoveDialogProps {
  readonly board: Board;
  readonly template: Template;
  readonly note: Note | undefined;
  readonly actions: BoardActions;
  readonly onClose: () => void;
}

/** *Flytt til…*: moves a note without dragging. */
export function MoveDialog({ board, template, note, actions, onClose }: MoveDialogProps): ReactNode {
  const { t } = useTranslation('board');
  return (
    <Modal open={note !== undefined} onClose={onClose} title={t('moveTitle')}>
      {note && <MoveForm board={board} template={template} note={note} actions={actions} onClose={onClose} />}
    </Modal>
  );
}

function MoveForm({ board, template, note, actions, onClose }: MoveDialogProps & { readonly note: Note }): ReactNode {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const [cell, setCell] = useState<Cell>(note.cell);
  const [before, setBefore] = useState('');
  const themesOf = (column: ColumnId): readonly string[] =>
    [...template.themes.map(({ id }) => id), ''].filter((theme) => templateHas(template, { column, theme }));
  const themeName = (id: string): string =>
    template.themes.find((theme) => theme.id === id)?.name[language] ?? t('withoutTheme');
  const others = board.notes.filter(
    (other) => other.id !== note.id && other.cell.column === cell.column && other.cell.theme === cell.theme,
  );
  const chooseColumn = (column: ColumnId): void => {
    const themes = themesOf(column);
    setCell({ column, theme: themes.includes(cell.theme) ? cell.theme : (themes[0] ?? '') });
    setBefore('');
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const target = others.find(({ id }) => id === before);
        actions.moveNote(note.id, cell, target?.id);
        onClose();
      }}
    >
      <blockquote className={`quote paper-${note.voice}`}>{note.text || t('emptyNote')}</blockquote>
      <Field>
        <Label>{t('column')}</Label>
        <Select data-first-focus value={cell.column} onChange={(event) => chooseColumn(event.target.value as ColumnId)}>
          {template.columns.map((column) => (
            <Select.Option key={column.id} value={column.id}>
              {column.heading[language]}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {themesOf(cell.column).length > 1 && (
        <Field>
          <Label>{t('theme')}</Label>
          <Select
            value={cell.theme}
            onChange={(event) => {
              setCell({ ...cell, theme: event.target.value });
              setBefore('');
            }}
          >
            {themesOf(cell.column).map((theme) => (
              <Select.Option key={theme} value={theme}>
                {themeName(theme)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
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
