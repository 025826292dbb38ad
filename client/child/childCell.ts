import { type Cell, type ColumnId, type Template, templateHas } from '@duken/shared/template';

/** What a child is asked, one at a time, by the column where the answer lies. */
const asked = ['works', 'difficult', 'dream'] as const satisfies readonly ColumnId[];
export type ChildQuestion = (typeof asked)[number];

/** The questions that a layout has room for, each with where its answers lie: without a theme, since a child sorts nothing. */
export function childQuestions(
  template: Template,
): readonly { readonly question: ChildQuestion; readonly cell: Cell }[] {
  return asked.flatMap((question) => {
    const column = template.columns.find(({ id }) => id === question);
    if (!column) return [];
    const cells: readonly Cell[] = [
      { column: question, theme: '' },
      ...template.themes.map(({ id }) => ({ column: question, theme: id })),
    ];
    const cell = cells.find((each) => templateHas(template, each));
    return cell ? [{ question, cell }] : [];
  });
}

/** The words of a note with one more picture at their end, on a line of its own where there are words already. */
export function withPicture(text: string, sign: string, word: string): string {
  const before = text.trimEnd();
  return before === '' ? `${sign} ${word}` : `${before}\n${sign} ${word}`;
}
