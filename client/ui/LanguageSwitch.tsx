import { useTranslation } from 'react-i18next';
import { chooseLanguage, languageNames, languages, useLanguage } from '../texts/index.ts';

/** The language of everything on screen, remembered in this browser. */
export function LanguageSwitch() {
  const { t } = useTranslation('common');
  const chosen = useLanguage();
  return (
    <nav className="languageSwitch" aria-label={t('language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === chosen}
          onClick={() => void chooseLanguage(language)}
        >
          {languageNames[language]}
        </button>
      ))}
    </nav>
  );
}
