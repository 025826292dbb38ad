import { type GoalState, goalStates, isWish, type Note } from '@duken/shared/board';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { mayTouchNote, type Seat, tellsForCitizen } from '../session/index.ts';

interface GoalPickerProps {
  readonly note: Note;
  readonly seat: Seat;
  readonly onSay: (goal: GoalState | undefined) => void;
}

const notYet = '';

/** How it went with a goal or a dream, as whose life it is says it. */
export function GoalPicker({ note, seat, onSay }: GoalPickerProps): ReactNode {
  const { t } = useTranslation('board');
  const id = useId();
  if (!isWish(note) || isBlank(note.text) || !tellsForCitizen(seat) || !mayTouchNote(seat, note)) return null;
  return (
    <span className="goalPicker">
      <label htmlFor={id}>{t('goalHow')}</label>
      <select
        id={id}
        data-control="goal"
        value={note.goal ?? notYet}
        onChange={({ target }) => onSay(goalStates.find((state) => state === target.value))}
      >
        <option value={notYet}>{t('goal_open')}</option>
        {goalStates.map((state) => (
          <option key={state} value={state}>
            {t(`goal_${state}`)}
          </option>
        ))}
      </select>
    </span>
  );
}

/** What of it all read: how it went, and the goal as it was written up. */
export function GoalMark({ note }: { readonly note: Note }): ReactNode {
  const { t } = useTranslation('board');
  if (!isWish(note)) return null;
  const { goal, writtenUp } = note;
  return (
    <>
      {writtenUp && (
        <span className="listNote-goal">
          <span>{`${t(`aim_${writtenUp.as}`)}: `}</span>
          <bdi>{writtenUp.words}</bdi>
        </span>
      )}
      {goal && <span className="listNote-editor">{t(`goal_${goal}`)}</span>}
    </>
  );
}
