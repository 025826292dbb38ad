import { type Cell, type ColumnId, type Template, type ThemeId, templateHas } from '@duken/shared/template';

/** The themes a new note can have in this column, '' for none; the whole list is empty for a column that is not there. */
export function themesFor(template: Template, column: ColumnId): readonly (ThemeId | '')[] {
  return ['', ...template.themes.map(({ id }) => id)].filter((theme) => templateHas(template, { column, theme }));
}

/**
 * Where a new note goes. A column without themes takes it whatever theme was chosen before, and whoever says nothing about
 * the theme has said that it has none.
 *
 * @returns undefined while a theme must be chosen first
 */
export function composerCell(template: Template, column: ColumnId, theme: ThemeId | '' | undefined): Cell | undefined {
  const themes = themesFor(template, column);
  const said = theme ?? '';
  if (themes.includes(said)) return { column, theme: said };
  return themes.length === 1 && themes[0] === '' ? { column, theme: '' } : undefined;
}
