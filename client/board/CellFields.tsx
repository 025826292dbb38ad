import { Field, Label, Select } from '@digdir/designsystemet-react';
import { type Cell, type ColumnId, inLanguage, type Template, type ThemeId, templateHas } from '@duken/shared/template';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../texts/index.ts';

/** A cell, as far as it has been said which: nothing is guessed. */
export interface ChosenCell {
  readonly column: ColumnId | undefined;
  readonly theme: ThemeId | '' | undefined;
}

interface CellFieldsProps {
  readonly template: Template;
  readonly chosen: ChosenCell;
  readonly onChoose: (chosen: ChosenCell) => void;
}

/** The themes a note can have in a column, those without last. */
function themesIn(template: Template, column: ColumnId | undefined): readonly (ThemeId | '')[] {
  if (column === undefined) return [];
  return [...template.themes.map(({ id }) => id), ''].filter((theme) => templateHas(template, { column, theme }));
}

/** The cell that has been chosen, or undefined while something of it has not. */
export function cellOf(template: Template, { column, theme }: ChosenCell): Cell | undefined {
  const themes = themesIn(template, column);
  const said = themes.length === 1 ? themes[0] : theme;
  return column !== undefined && said !== undefined && themes.includes(said) ? { column, theme: said } : undefined;
}

/** Which column and theme, as two lists. */
export function CellFields({ template, chosen, onChoose }: CellFieldsProps): ReactNode {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const themes = themesIn(template, chosen.column);
  const nameOf = (id: string): string =>
    inLanguage(template.themes.find((theme) => theme.id === id)?.name, language) ?? t('withoutTheme');
  return (
    <>
      <Field>
        <Label>{t('column')}</Label>
        <Select
          data-first-focus
          required
          value={chosen.column ?? ''}
          onChange={(event) => onChoose({ column: event.target.value as ColumnId, theme: chosen.theme })}
        >
          {chosen.column === undefined && <Select.Option value="">{t('choose')}</Select.Option>}
          {template.columns.map((column) => (
            <Select.Option key={column.id} value={column.id}>
              {inLanguage(column.heading, language)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {themes.length > 1 && (
        <Field>
          <Label>{t('theme')}</Label>
          <Select
            required
            value={chosen.theme !== undefined && themes.includes(chosen.theme) ? keyOf(chosen.theme) : ''}
            onChange={(event) =>
              onChoose({ ...chosen, theme: themes.find((theme) => keyOf(theme) === event.target.value) })
            }
          >
            {(chosen.theme === undefined || !themes.includes(chosen.theme)) && (
              <Select.Option value="">{t('choose')}</Select.Option>
            )}
            {themes.map((theme) => (
              <Select.Option key={theme} value={keyOf(theme)}>
                {nameOf(theme)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}

/** An empty value is what a list has before anything is chosen: a note without a theme needs another. */
function keyOf(theme: ThemeId | ''): string {
  return theme === '' ? 'none' : `theme-${theme}`;
}
