import type { Voice } from '@duken/shared/board';
import { voiceSigns } from '@duken/shared/sheet';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Whose voice a note carries: its sign, the word and the name. */
export function VoiceMark({ voice, name }: { readonly voice: Voice; readonly name: string }): ReactNode {
  const { t } = useTranslation('board');
  return (
    <span className="voiceMark">
      <svg viewBox="0 0 10 10" width="11" height="11" aria-hidden="true">
        <path d={voiceSigns[voice]} fill="currentColor" />
      </svg>
      <span>{`${t(`voice_${voice}`)} · `}</span>
      <bdi>{name}</bdi>
    </span>
  );
}
