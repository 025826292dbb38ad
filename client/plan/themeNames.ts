import type { MeReply } from '@duken/shared/protocol';
import { inLanguage } from '@duken/shared/template';
import type { Language } from '../texts/index.ts';

/** What themes are called, in the order given; '' by what is said of all of life. */
export function themeNames(
  themes: readonly string[],
  layout: MeReply['layout'],
  language: Language,
  allOfLife: string,
): readonly string[] {
  return themes.map((theme) => {
    if (theme === '') return allOfLife;
    const known = layout?.themes.find(({ id }) => id === theme);
    return known ? inLanguage(known.name, language) : theme;
  });
}
