import { inLanguage, type Template, type ThemeId } from '@duken/shared/template';
import type { Language } from '../texts/index.ts';

/** What a theme is called; '' for none, and for one that the template does not have. */
export function themeName(template: Template, theme: ThemeId | '', language: Language): string {
  return inLanguage(template.themes.find(({ id }) => id === theme)?.name, language) ?? '';
}
