import { Button } from '@digdir/designsystemet-react';
import { languageOfNote, type Note } from '@duken/shared/board';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageInWords, useLanguage } from '../../texts/index.ts';
import { Aloud, voiceFor } from '../../ui/index.ts';
import { useReadingHere } from './useReading.ts';

interface ReadAloudProps {
  readonly note: Note;
  /** The start of its words, that the button is called by. */
  readonly called: string;
}

/** Reads a note aloud by the device's own voice, in the language that one reads it in. */
export function ReadAloud({ note, called }: ReadAloudProps): ReactNode {
  const { t } = useTranslation('list');
  const language = useLanguage();
  const { translations, wordsFor } = useReadingHere();
  const [isReading, setIsReading] = useState(false);
  const [lacks, setLacks] = useState('');
  /** What is read of this note; others may have begun to read another. */
  const own = useRef<SpeechSynthesisUtterance>(undefined);
  const stop = (): void => {
    if (own.current) speechSynthesis.cancel();
    own.current = undefined;
    setIsReading(false);
  };
  // Whoever goes on is not followed by a voice.
  useEffect(
    () => () => {
      if (own.current) speechSynthesis.cancel();
    },
    [],
  );

  const read = (): void => {
    const translated = wordsFor(note);
    const lang = translated?.lang ?? languageOfNote(note, translations.languages);
    const voice = voiceFor(speechSynthesis.getVoices(), lang);
    setLacks(voice ? '' : t('noVoice', { language: languageInWords(lang, language) }));
    if (!voice) return;
    speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(translated?.text ?? note.text);
    utterance.voice = voice;
    utterance.lang = lang;
    const isOver = (): void => {
      if (own.current !== utterance) return;
      own.current = undefined;
      setIsReading(false);
    };
    utterance.onend = isOver;
    utterance.onerror = isOver;
    own.current = utterance;
    setIsReading(true);
    speechSynthesis.speak(utterance);
  };

  if (!('speechSynthesis' in window)) return null;
  return (
    <>
      <Button
        variant="tertiary"
        data-control="aloud"
        aria-label={t(isReading ? 'stopAloudOf' : 'readAloudOf', { text: called })}
        onClick={() => (isReading ? stop() : read())}
      >
        <span>{isReading ? t('stopAloud') : t('readAloud')}</span>
      </Button>
      <Aloud className="readAloud-lacks" words={lacks} />
    </>
  );
}
