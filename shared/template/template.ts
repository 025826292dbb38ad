/** Ids of the six columns of the sheet (domain.md). A municipality's own template chooses among them. */
export const columnIds = ['works', 'difficult', 'now', 'short', 'long', 'dream'] as const;
export type ColumnId = (typeof columnIds)[number];

/** Id of a part of life, such as `housing`. Which ones there are is the template's business. */
export type ThemeId = string;

/** Which there are is known at the start: those that ship, and an operator's own (`Layouts`). */
export type TemplateId = string;

/** The languages that every layout has its words in. */
export const sheetLanguages = ['nb', 'nn', 'en'] as const;
export type SheetLanguage = (typeof sheetLanguages)[number];
/** Languages that the pages bring the words of the layouts that ship in, when somebody reads them. */
export type LateSheetLanguage = 'pl' | 'uk' | 'ar' | 'so' | 'ti' | 'se';
export type SheetText = Readonly<Record<SheetLanguage, string>> & Readonly<Partial<Record<LateSheetLanguage, string>>>;

/** A word of the sheet in a language, or in bokmål where it has none. */
export function inLanguage(text: SheetText, language: SheetLanguage | LateSheetLanguage): string;
export function inLanguage(
  text: SheetText | undefined,
  language: SheetLanguage | LateSheetLanguage,
): string | undefined;
export function inLanguage(text: SheetText | undefined, language: SheetLanguage | LateSheetLanguage) {
  return text && (text[language] ?? text.nb);
}

export interface TemplateColumn {
  readonly id: ColumnId;
  readonly heading: SheetText;
  /** Today stands to the left of the themes, what is to come to the right; a band lies across the sheet, below. */
  readonly place: 'today' | 'ahead' | 'band';
  /** Which themes a note here may have: one of them, one or none, or none at all. */
  readonly themes: 'one' | 'oneOrNone' | 'none';
  /** The horizon whose date stands under the heading, behind *innen*. */
  readonly horizon?: 'short' | 'long';
}

export interface TemplateTheme {
  readonly id: ThemeId;
  readonly name: SheetText;
  /** Line icon as SVG path data on a 24 × 24 grid, drawn with a round stroke of 1.6 units and no fill. */
  readonly icon: string;
}

/** A layout of the duk as data: what stands on the sheet before anybody has written on it. */
export interface Template {
  readonly id: TemplateId;
  readonly name: SheetText;
  /** Left to right; the themes stand between `today` and `ahead`. */
  readonly columns: readonly TemplateColumn[];
  /** Top to bottom. */
  readonly themes: readonly TemplateTheme[];
}

/** A square of the sheet. `theme` is '' for a note that has no theme. */
export interface Cell {
  readonly column: ColumnId;
  readonly theme: ThemeId | '';
}

/** Whether a note can lie in this cell of this template. */
export function templateHas(template: Template, cell: Cell): boolean {
  const column = template.columns.find(({ id }) => id === cell.column);
  if (!column) return false;
  if (cell.theme === '') return column.themes !== 'one';
  return column.themes !== 'none' && template.themes.some(({ id }) => id === cell.theme);
}

/** Every cell a note can lie in, theme by theme and left to right, then those without a theme. */
export function cellsOf(template: Template): readonly Cell[] {
  return [...template.themes.map(({ id }) => id), ''].flatMap((theme) =>
    template.columns.map(({ id }) => ({ column: id, theme })).filter((cell) => templateHas(template, cell)),
  );
}

/** A cell as one string, for maps and sets. */
export function cellKey(cell: Cell): string {
  return `${cell.column}/${cell.theme}`;
}

/** The words of the layouts that ship in one language more, by what they are in bokmål. */
export type LateSheetNames = Readonly<Record<string, string>>;

/** A layout with the names that a language has for it. What an operator has called in other words keeps those. */
export function withNames(template: Template, language: LateSheetLanguage, names: LateSheetNames): Template {
  const add = (text: SheetText): SheetText => {
    const name = names[text.nb];
    return name === undefined ? text : { ...text, [language]: name };
  };
  return {
    ...template,
    columns: template.columns.map((column) => ({ ...column, heading: add(column.heading) })),
    themes: template.themes.map((theme) => ({ ...theme, name: add(theme.name) })),
  };
}
