import { Button } from '@digdir/designsystemet-react';
import { languageOfNote, type Note } from '@duken/shared/board';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageInWords, useLanguage } from '../../texts/index.ts';
import { Aloud } from '../../ui/index.ts';
import { voiceFor } from './deviceVoice.ts';
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
  // Whoever goes on is not followed by a voice.
  useEffect(() => (isReading ? () => speechSynthesis.cancel() : undefined), [isReading]);

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
    utterance.onend = () => setIsReading(false);
    utterance.onerror = () => setIsReading(false);
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
        onClick={() => (isReading ? setIsReading(false) : read())}
      >
        <span>{isReading ? t('stopAloud') : t('readAloud')}</span>
      </Button>
      <Aloud className="readAloud-lacks" words={lacks} />
    </>
  );
}
