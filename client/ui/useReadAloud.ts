import type { LetterLanguage } from '@duken/shared/letter';
import { useEffect, useRef, useState } from 'react';
import { voiceFor } from './deviceVoice.ts';

/** Reads aloud with the machine's own voice; `read` is absent where it has none for the language. Nothing is sent anywhere. */
export function useReadAloud(language: LetterLanguage): {
  readonly read?: (text: string) => void;
  readonly stop: () => void;
  readonly isReading: boolean;
} {
  const speech = 'speechSynthesis' in window ? window.speechSynthesis : undefined;
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  const [isReading, setIsReading] = useState(false);
  /** What is read now; what was stopped may say late that it is over. */
  const own = useRef<SpeechSynthesisUtterance>(undefined);
  useEffect(() => {
    if (!speech) return;
    const find = () => setVoice(voiceFor(speech.getVoices(), language));
    find();
    speech.addEventListener('voiceschanged', find);
    return () => {
      speech.removeEventListener('voiceschanged', find);
      // Another may be reading.
      if (own.current) speech.cancel();
    };
  }, [speech, language]);
  const stop = (): void => {
    own.current = undefined;
    speech?.cancel();
    setIsReading(false);
  };
  if (!speech || !voice) return { stop, isReading };
  return {
    stop,
    isReading,
    read(text) {
      speech.cancel();
      const words = new SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      words.rate = 0.9;
      const isOver = (): void => {
        if (own.current === words) setIsReading(false);
      };
      words.onend = isOver;
      words.onerror = isOver;
      own.current = words;
      setIsReading(true);
      speech.speak(words);
    },
  };
}
