import { languageOfNote, type Note } from '@duken/shared/board';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadingHere } from './useReading.ts';

interface NoteWordsProps {
  readonly note: Note;
  readonly className: string;
  readonly onPress?: () => void;
}

/** What a note says, in the language that one reads: the interpreter's words where there are any, its own one press away. */
export function NoteWords({ note, className, onPress }: NoteWordsProps): ReactNode {
  const { t } = useTranslation('interpret');
  const { t: boardText } = useTranslation('board');
  const { translations, wordsFor } = useReadingHere();
  const [showsOwn, setShowsOwn] = useState(false);
  const ownId = useId();
  const translated = wordsFor(note);
  const isEmpty = isBlank(note.text);
  const own = (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut for the finger; a button beside it does the same.
    <p
      className={isEmpty ? `${className} listNote-empty` : className}
      lang={isEmpty ? undefined : languageOfNote(note, translations.languages)}
      dir="auto"
      onClick={onPress}
    >
      {isEmpty ? boardText('emptyNote') : note.text}
    </p>
  );
  if (!translated) return own;
  return (
    <>
      <p className={className} lang={translated.lang} dir="auto">
        {translated.text}
      </p>
      <p className="translated">
        <span>{translated.isChanged ? t('isChanged') : t('isTranslated')}</span>
        <button
          type="button"
          className="translated-own"
          aria-expanded={showsOwn}
          aria-controls={ownId}
          onClick={() => setShowsOwn(!showsOwn)}
        >
          {showsOwn ? t('hideOwn') : t('showOwn')}
        </button>
      </p>
      <div id={ownId} className="translated-words" hidden={!showsOwn}>
        {own}
      </div>
    </>
  );
}
