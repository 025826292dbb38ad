import type { Note } from '@duken/shared/board';
import { hasLongSentence, termsIn } from '@duken/shared/words';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../texts/index.ts';
import { useTerms } from './useTerms.ts';

interface HardWordsProps {
  readonly note: Note;
  /** Whether the reader is writing it just now: a long sentence is said to nobody else. */
  readonly isWriting: boolean;
}

/** What the words of the services mean, where a service has written them. What others write is never remarked on. */
export function HardWords({ note, isWriting }: HardWordsProps): ReactNode {
  const { t } = useTranslation('list');
  const language = useLanguage();
  const id = useId();
  const isService = note.voice === 'service';
  const terms = useTerms(isService);
  const [asked, setAsked] = useState('');
  const found = useMemo(() => (isService ? termsIn(note.text, terms) : []), [isService, note.text, terms]);
  const isLong = isService && isWriting && hasLongSentence(note.text);
  if (found.length === 0 && !isLong) return null;
  const shown = found.find(({ name }) => name === asked);
  const read = language === 'nn' || language === 'en' ? language : 'nb';
  return (
    <div className="hardWords">
      {found.length > 0 && (
        <p className="hardWords-line">
          <span>{t('whatMeans')}</span>
          {found.map((term) => (
            <button
              key={term.name}
              type="button"
              className="hardWords-word"
              lang="nb"
              aria-expanded={term === shown}
              aria-controls={id}
              onClick={() => setAsked(term === shown ? '' : term.name)}
            >
              {term.name}
            </button>
          ))}
        </p>
      )}
      <p id={id} className="hardWords-meaning" lang={read} dir="auto" hidden={!shown}>
        {shown && (
          <>
            <strong>{`${shown.name}:`}</strong> <span>{shown.meaning[read]}</span>
          </>
        )}
      </p>
      {isLong && <p className="hardWords-line">{t('longSentence')}</p>}
    </div>
  );
}
