import { ownLanguage, untranslatedIn } from '@duken/shared/board';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../../session/index.ts';
import { languageInWords, useLanguage } from '../../texts/index.ts';
import { useBoard } from '../useBoardSession.ts';
import { useReadingHere } from './useReading.ts';

/** How far the interpreters have come, for the whole table, and which language one reads the notes in. */
export function InterpreterBar({ session }: { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('interpret');
  const language = useLanguage();
  const board = useBoard(session);
  const id = useId();
  const { translations, reads, read } = useReadingHere();
  const { languages } = translations;
  if (languages.length === 0) return null;
  const behind = languages.map((into) => {
    const count = untranslatedIn(board, translations, into).length;
    const name = languageInWords(into, language);
    if (languages.length === 1) return count === 0 ? t('upToDate') : t('behind', { count });
    return count === 0 ? t('upToDateIn', { language: name }) : t('behindIn', { count, language: name });
  });
  const choices = [ownLanguage, ...languages];
  return (
    <div className="interpreterBar">
      <p className="interpreterBar-sign" role="status">
        {behind.join(' ')}
      </p>
      <label htmlFor={id}>{t('readIn')}</label>
      <select id={id} value={choices.includes(reads) ? reads : ''} onChange={(event) => read(event.target.value)}>
        <option value="">{t('asWritten')}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {languageInWords(choice, language)}
          </option>
        ))}
      </select>
    </div>
  );
}
