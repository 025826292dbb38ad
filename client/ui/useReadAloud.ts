import type { LetterLanguage } from '@duken/shared/letter';
import { useEffect, useState } from 'react';
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
  useEffect(() => {
    if (!speech) return;
    const find = () => setVoice(voiceFor(speech.getVoices(), language));
    find();
    speech.addEventListener('voiceschanged', find);
    return () => {
      speech.removeEventListener('voiceschanged', find);
      speech.cancel();
    };
  }, [speech, language]);
  const stop = (): void => {
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
      words.onend = () => setIsReading(false);
      words.onerror = () => setIsReading(false);
      setIsReading(true);
      speech.speak(words);
    },
  };
}
