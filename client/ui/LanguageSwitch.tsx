import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  chooseLanguage,
  type Language,
  languageChoice,
  languageMark,
  languages,
  unreadWord,
  useLanguage,
} from '../texts/index.ts';

/** The language of everything on screen, remembered in this browser. Each is called what it calls itself. */
export function LanguageSwitch(): ReactNode {
  const { t } = useTranslation('common');
  const chosen = useLanguage();
  const id = useId();
  return (
    <div className="languageSwitch">
      <label htmlFor={id}>{t('language')}</label>
      <select id={id} value={chosen} onChange={(event) => void chooseLanguage(event.target.value as Language)}>
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageChoice(language)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The same at the door, where somebody may know no word of what stands there: all of them, in sight. */
export function LanguageChoice(): ReactNode {
  const { t } = useTranslation('common');
  const chosen = useLanguage();
  return (
    <nav className="languageChoice" aria-label={t('language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === chosen}
          onClick={() => void chooseLanguage(language)}
        >
          {languageMark(language)}
        </button>
      ))}
      {unreadWord(chosen) !== undefined && (
        <p className="languageChoice-unread" lang={chosen}>{`* ${unreadWord(chosen)}`}</p>
      )}
    </nav>
  );
}
