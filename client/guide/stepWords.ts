import type { SheetPart } from '@duken/shared/board';
import type { Untouched } from '@duken/shared/guide';
import { inLanguage, type Template } from '@duken/shared/template';
import type { TFunction } from 'i18next';
import { type Language, namesInWords } from '../texts/index.ts';

type GuideText = TFunction<'guide'>;

/** What is still untouched at a step, as one says it. */
export function untouchedWords(
  untouched: Untouched | undefined,
  template: Template,
  language: Language,
  t: GuideText,
): string {
  if (!untouched) return t('allTouched');
  switch (untouched.kind) {
    case 'themes': {
      const names = template.themes.flatMap(({ id, name }) =>
        untouched.themes.includes(id) ? [inLanguage(name, language)] : [],
      );
      return t('untouched_themes', { names: namesInWords(names, language) });
    }
    case 'promises':
    case 'whoAndWhen': {
      const count = untouched.noteIds.length;
      return t(`untouched_${untouched.kind}${count === 1 ? 'One' : 'Many'}`, { count });
    }
    default:
      return t(`untouched_${untouched.kind}`);
  }
}

/** «Det som fungerer, Bosituasjon»: a part of the sheet as one says it. */
export function partWords({ columns, theme }: SheetPart, template: Template, language: Language, t: GuideText): string {
  const headings = template.columns.flatMap(({ id, heading }) =>
    columns.includes(id) ? [inLanguage(heading, language)] : [],
  );
  const themeName = inLanguage(template.themes.find(({ id }) => id === theme)?.name, language);
  const words = [...headings, ...(themeName ? [themeName] : [])].map((word) => `«${word}»`);
  return words.length === 0 ? t('wholeCloth') : namesInWords(words, language);
}
