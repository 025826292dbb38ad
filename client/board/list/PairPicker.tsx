import { Button } from '@digdir/designsystemet-react';
import type { Note, NoteId } from '@duken/shared/board';
import { type ReactNode, useId, useRef, useState } from 'react';
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
  const [picked, setPicked] = useState<NoteId>();
  const part = useRef<HTMLDivElement>(null);
  const others = actions.couldStandBeside(note.id);
  const other = others.find((one) => one.id === picked);
  if (others.length === 0) return null;
  const pair = (): void => {
    if (!other) return;
    // Of a note that stands beside another nothing is left to pick here: the button beside it is still there.
    part.current?.parentElement?.querySelector<HTMLElement>('[data-control="differ"]')?.focus();
    actions.pairTwo(note.id, other.id);
  };
  return (
    <div ref={part} className="pairPicker">
      <label htmlFor={id}>{t('differPick')}</label>
      <select
        id={id}
        className="ds-input"
        data-size="sm"
        value={other?.id ?? ''}
        // An arrow key changes what is picked, so picking alone says nothing yet.
        onChange={({ target }) => setPicked(others.find((one) => one.id === target.value)?.id)}
      >
        <option value="">{t('differPickOne')}</option>
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {t('differOther', { text: excerptOf(one.text), voice: t(`voice_${one.voice}`) })}
          </option>
        ))}
      </select>
      {other && (
        <Button variant="secondary" onClick={pair}>
          <span>{t('differToo')}</span>
        </Button>
      )}
    </div>
  );
}
