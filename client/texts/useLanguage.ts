import { useTranslation } from 'react-i18next';
import { type Language, languages } from './languages.ts';

/** The language on screen now; also the language of the sheet's own words in the templates. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return languages.find((language) => language === i18n.language) ?? 'nb';
}
