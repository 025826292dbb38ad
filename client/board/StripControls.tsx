import { Button, Dropdown } from '@digdir/designsystemet-react';
import { actionStatuses, isDay } from '@duken/shared/board';
import { type PlacedNote, type StripPart, stripParts } from '@duken/shared/sheet';
import { type CSSProperties, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../ui/index.ts';
import { QuickDays } from './QuickDays.tsx';
import type { BoardActions } from './useBoardActions.ts';
import type { CommandFailure } from './useCommandText.ts';

interface StripControlsProps {
  readonly placed: PlacedNote;
  readonly actions: BoardActions;
  /** Asks who does it, in the tiltak's own dialog. */
  readonly onWho: () => void;
  readonly onFailure: (failure: CommandFailure) => void;
}

/**
 * Real buttons on the strip of the tiltak that is chosen: who does it, by when, how far it has come. Each is as high as a
 * finger needs, whatever the zoom.
 */
export function StripControls({ placed, actions, onWho, onFailure }: StripControlsProps): ReactNode {
  const { t } = useTranslation('board');
  const { note, box } = placed;
  const { action } = note;
  if (!action || !box.strip) return null;
  const parts = stripParts(box.strip, box.width);
  const at = ({ x, y, width, height }: StripPart): CSSProperties => ({
    left: placed.x + x,
    top: placed.y + y + height / 2,
    width,
    // Half of it above the middle and half below.
    height: `max(${height}px, 2.25rem / var(--sheet-scale))`,
    transform: 'translateY(-50%)',
  });
  const set = (change: Partial<typeof action>): void => {
    const refused = actions.setAction(note.id, change);
    if (refused) onFailure(refused);
  };
  return (
    <>
      <button
        type="button"
        className="sheetButton"
        style={at(parts.who)}
        aria-label={t('stripWho', { who: box.strip.who.map(({ text }) => text).join(' ') })}
        title={t('owner')}
        onClick={onWho}
      />
      <StripMenu style={at(parts.due)} label={t('stripDue', { due: box.strip.due })} title={t('due')}>
        {(close) => (
          <DueChoice
            due={action.due}
            onPick={(due) => {
              set({ due });
              close();
            }}
          />
        )}
      </StripMenu>
      <StripMenu
        style={at(parts.status)}
        label={t('stripStatus', { status: box.strip.statusText })}
        title={t('status')}
      >
        {(close) => (
          <Dropdown.List>
            {actionStatuses.map((status) => (
              <Dropdown.Item key={status}>
                <Dropdown.Button
                  aria-pressed={status === action.status}
                  onClick={() => {
                    set({ status });
                    close();
                  }}
                >
                  {t(`status_${status}`)}
                </Dropdown.Button>
              </Dropdown.Item>
            ))}
          </Dropdown.List>
        )}
      </StripMenu>
    </>
  );
}

interface StripMenuProps {
  readonly style: CSSProperties;
  readonly label: string;
  readonly title: string;
  readonly children: (close: () => void) => ReactNode;
}

function StripMenu({ style, label, title, children }: StripMenuProps): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="sheetMenu" style={style}>
      <button
        ref={button}
        type="button"
        className="sheetButton sheetButton-fill"
        popoverTarget={id}
        aria-label={label}
        title={title}
        onClick={() => setOpen(!open)}
      />
      <Dropdown id={id} open={open} onClose={() => setOpen(false)} placement="bottom" data-size="sm">
        {open && children(close)}
      </Dropdown>
    </div>
  );
}

/** A day for the tiltak: the usual ones at one press, or any other, taken once it is whole and one says so. */
function DueChoice({ due, onPick }: { readonly due: string; readonly onPick: (day: string) => void }): ReactNode {
  const { t } = useTranslation('board');
  const [day, setDay] = useState(due);
  return (
    <form
      className="stack dueChoice"
      onSubmit={(event) => {
        event.preventDefault();
        if (day === '' || isDay(day)) onPick(day);
      }}
    >
      <QuickDays day={due} onPick={onPick} />
      <DateField label={t('due')} value={day} onChange={setDay} />
      <Button type="submit" data-size="sm">
        <span>{t('saveAction')}</span>
      </Button>
    </form>
  );
}
