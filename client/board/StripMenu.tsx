import { Textfield } from '@digdir/designsystemet-react';
import { actionStatuses, isDay, type Note } from '@duken/shared/board';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { QuickDays } from './QuickDays.tsx';
import type { BoardActions } from './useBoardActions.ts';

interface StripMenuProps {
  readonly note: Note;
  /** What was pointed at on the tiltak's strip. */
  readonly part: 'due' | 'status';
  readonly actions: BoardActions;
  readonly onClose: () => void;
}

/** What was pointed at on a tiltak, to be changed there and then: when, or how far. */
export function StripMenu({ note, part, actions, onClose }: StripMenuProps): ReactNode {
  const { t } = useTranslation('board');
  const menu = useRef<HTMLDivElement>(null);
  const { due = '', status = 'agreed' } = note.action ?? {};
  useEffect(() => {
    const pressed = menu.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    (pressed ?? menu.current?.querySelector<HTMLElement>('button, input'))?.focus();
  }, []);
  const setDue = (day: string): void => {
    if (!actions.setAction(note.id, { due: day })) onClose();
  };
  return (
    <div
      ref={menu}
      className="stripMenu"
      role="dialog"
      aria-label={t(part)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {part === 'status' ? (
        <div className="quickDays">
          {actionStatuses.map((choice) => (
            <button
              key={choice}
              type="button"
              className="quickDays-one"
              aria-pressed={choice === status}
              onClick={() => {
                if (!actions.setAction(note.id, { status: choice })) onClose();
              }}
            >
              {t(`status_${choice}`)}
            </button>
          ))}
        </div>
      ) : (
        <>
          <QuickDays day={due} onPick={setDue} />
          <Textfield
            label={t('due')}
            type="date"
            defaultValue={due}
            min="2000-01-01"
            max="2199-12-31"
            onBlur={({ target: { value } }) => {
              // Half a date is none: what is not whole is not saved.
              if (value !== due && (value === '' || isDay(value))) setDue(value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
          />
        </>
      )}
    </div>
  );
}
