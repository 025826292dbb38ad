import type { ColumnId, Template, ThemeId } from '../template/index.ts';
import type { LetterLanguage } from './letter.ts';

/** What a theme is called; '' for none, and for one that the template does not have. */
export function themeName(template: Template, theme: ThemeId | '', language: LetterLanguage): string {
  return template.themes.find(({ id }) => id === theme)?.name[language] ?? '';
}

export function columnHeading(template: Template, column: ColumnId | undefined, language: LetterLanguage): string {
  return template.columns.find(({ id }) => id === column)?.heading[language] ?? column ?? '';
}
