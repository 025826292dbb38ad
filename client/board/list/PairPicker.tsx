import type { Note } from '@duken/shared/board';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardActions } from '../useBoardActions.ts';
import { excerptOf } from './excerpt.ts';

interface PairPickerProps {
  readonly note: Note;
  readonly actions: BoardActions;
}

/** Of a note of one's own: which note that lies there already it sees differently. */
export function PairPicker({ note, actions }: PairPickerProps): ReactNode {
  const { t } = useTranslation('board');
  const id = useId();
  const others = actions.couldStandBeside(note.id);
  if (others.length === 0) return null;
  return (
    <p className="pairPicker">
      <label htmlFor={id}>{t('differPick')}</label>
      <select
        id={id}
        className="ds-input"
        data-size="sm"
        value=""
        onChange={({ target }) => {
          const other = others.find((one) => one.id === target.value);
          if (other) actions.pairTwo(note.id, other.id);
        }}
      >
        <option value="">{t('differPickOne')}</option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {t('differOther', { text: excerptOf(other.text), voice: t(`voice_${other.voice}`) })}
          </option>
        ))}
      </select>
    </p>
  );
}
