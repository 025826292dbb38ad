import type { Note } from '@duken/shared/board';
import type { Template, TemplateColumn, TemplateTheme } from '@duken/shared/template';

/** The notes of one column, within a section. */
export interface ListColumn {
  readonly column: TemplateColumn;
  readonly notes: readonly Note[];
}

/** A part of the list with a heading of its own. Parts and columns where nobody has written are left out. */
export type ListSection = {
  /** Of the section, for keys and for jumping to it. */
  readonly id: string;
  /** How many notes it holds. */
  readonly count: number;
} & (
  | { readonly kind: 'theme'; readonly theme: TemplateTheme; readonly columns: readonly ListColumn[] }
  | { readonly kind: 'withoutTheme'; readonly columns: readonly ListColumn[] }
  /** A column that lies across the sheet, below the themes. */
  | { readonly kind: 'band'; readonly column: TemplateColumn; readonly notes: readonly Note[] }
);

/** The notes of a duk, in reading order, as the list shows them: by theme, then those without one, then the bands. */
export function sectionsOf(notes: readonly Note[], template: Template): readonly ListSection[] {
  const bands = template.columns.filter(({ place }) => place === 'band');
  const inColumns = notes.filter(({ cell }) => !bands.some(({ id }) => id === cell.column));
  const ofTheme = (theme: string): readonly Note[] => inColumns.filter(({ cell }) => cell.theme === theme);
  const columnsOf = (theme: string): readonly ListColumn[] =>
    template.columns
      .map((column) => ({ column, notes: ofTheme(theme).filter(({ cell }) => cell.column === column.id) }))
      .filter((column) => column.notes.length > 0);
  const countOf = (theme: string): number => ofTheme(theme).length;
  const sections: readonly ListSection[] = [
    ...template.themes.map(
      (theme): ListSection => ({
        kind: 'theme',
        id: `theme-${theme.id}`,
        theme,
        count: countOf(theme.id),
        columns: columnsOf(theme.id),
      }),
    ),
    { kind: 'withoutTheme', id: 'withoutTheme', count: countOf(''), columns: columnsOf('') },
    ...bands.map((column): ListSection => {
      const inBand = notes.filter(({ cell }) => cell.column === column.id);
      return { kind: 'band', id: `band-${column.id}`, column, count: inBand.length, notes: inBand };
    }),
  ];
  return sections.filter(({ count }) => count > 0);
}
