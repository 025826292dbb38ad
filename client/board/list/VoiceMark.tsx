import type { NoteVoice } from '@duken/shared/board';
import { voiceSigns } from '@duken/shared/sheet';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface VoiceMarkProps {
  readonly voice: NoteVoice;
  readonly name: string;
  /** Whether it was written for a child by somebody else, which is said then. */
  readonly isForChild?: boolean;
}

/** Whose voice a note carries: its sign, the word and the name. */
export function VoiceMark({ voice, name, isForChild = false }: VoiceMarkProps): ReactNode {
  const { t } = useTranslation('board');
  return (
    <span className="voiceMark">
      <svg viewBox="0 0 10 10" width="11" height="11" aria-hidden="true">
        <path d={voiceSigns[voice]} fill="currentColor" />
      </svg>
      {voice === 'round' ? (
        <span>{t('voice_round')}</span>
      ) : (
        <>
          <span>{`${t(`voice_${voice}`)} · ${isForChild ? `${t('writtenBy')} ` : ''}`}</span>
          <bdi>{name}</bdi>
        </>
      )}
    </span>
  );
}
