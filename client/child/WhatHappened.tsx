import type { GoalState, Note } from '@duken/shared/board';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface WhatHappenedProps {
  readonly note: Note;
  readonly onSay: (goal: GoalState | undefined) => void;
}

/** What a child can say of a wish of its own; that it is another now, it says by changing the words. */
const answers = ['reached', 'underway', 'dropped'] as const satisfies readonly GoalState[];

/** *Hva skjedde?* with a wish: the child alone says. */
export function WhatHappened({ note, onSay }: WhatHappenedProps): ReactNode {
  const { t } = useTranslation('child');
  const name = useId();
  return (
    <fieldset className="childReads">
      <legend>{t('happened')}</legend>
      {[...answers, undefined].map((each) => (
        <label key={each ?? 'open'}>
          <input type="radio" name={name} checked={note.goal === each} onChange={() => onSay(each)} />
          <span>{t(`happened_${each ?? 'open'}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
