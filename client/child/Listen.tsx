import { Button } from '@digdir/designsystemet-react';
import { SpeakerIcon, StopIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { letterLanguage, useLanguage } from '../texts/index.ts';
import { useReadAloud } from '../ui/index.ts';

interface ListenProps {
  readonly words: readonly string[];
  /** What is read, where a page has several to read. */
  readonly of?: string;
}

/** Reads aloud, with the machine's own voice; only where it has one for the language. */
export function Listen({ words, of }: ListenProps): ReactNode {
  const { t } = useTranslation('child');
  const { isReading, read, stop } = useReadAloud(letterLanguage(useLanguage()));
  if (!read) return null;
  return (
    <Button
      variant="secondary"
      aria-label={of && `${t(isReading ? 'stopListening' : 'listen')}: ${of}`}
      onClick={() => (isReading ? stop() : read(words.join('\n')))}
    >
      {isReading ? <StopIcon aria-hidden /> : <SpeakerIcon aria-hidden />}
      <span>{isReading ? t('stopListening') : t('listen')}</span>
    </Button>
  );
}
