import { Dropdown } from '@digdir/designsystemet-react';
import type { Board } from '@duken/shared/board';
import type { SheetLayout } from '@duken/shared/sheet';
import { type CSSProperties, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { useLanguage } from '../texts/index.ts';
import { HeaderDialog, type HeaderField } from './HeaderDialog.tsx';

interface SheetControlsProps {
  readonly session: BoardSession;
  readonly board: Board;
  readonly layout: SheetLayout;
  readonly themeNames: ReadonlyMap<string, string>;
  readonly onToggleFold: (theme: string) => void;
  readonly onShowTheme: (theme: string) => void;
  /** Opens the meeting's own panel; undefined for those who do not lead. */
  readonly onMeeting: (() => void) | undefined;
}

const at = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): CSSProperties => ({
  left: x,
  top: y,
  width,
  height,
});

/** Real buttons on the sheet's printed parts: who the plan is for, the dates behind *innen*, the themes. */
export function SheetControls({
  session,
  board,
  layout,
  themeNames,
  onToggleFold,
  onShowTheme,
  onMeeting,
}: SheetControlsProps): ReactNode {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const [editing, setEditing] = useState<HeaderField>();
  const { mayWrite } = session;
  return (
    <>
      {layout.header.map((field) => {
        const open = field.field === 'for' ? (mayWrite ? () => setEditing('for') : undefined) : onMeeting;
        if (!open) return null;
        const label =
          field.field === 'for' ? t('changeFor', { name: board.for || t('nobodyYet') }) : t('changeMeeting');
        return (
          <button
            key={field.field}
            type="button"
            className="sheetButton"
            style={at(field)}
            aria-label={label}
            title={label}
            onClick={open}
          />
        );
      })}
      {mayWrite &&
        layout.columns
          .filter(({ column }) => column.horizon)
          .map(({ column, x, y, width, headingHeight }) => {
            const label = t('changeHorizon', { column: column.heading[language] });
            return (
              <button
                key={column.id}
                type="button"
                className="sheetButton"
                style={at({ x, y, width, height: headingHeight })}
                aria-label={label}
                title={label}
                onClick={() => setEditing(column.horizon === 'short' ? 'horizonShort' : 'horizonLong')}
              />
            );
          })}
      {layout.rows.map((row) => (
        <ThemeMenu
          key={row.theme}
          style={at(row)}
          name={themeNames.get(row.theme) ?? t('withoutTheme')}
          isFolded={row.isFolded}
          onToggleFold={() => onToggleFold(row.theme)}
          onShow={() => onShowTheme(row.theme)}
        />
      ))}
      <HeaderDialog session={session} board={board} field={editing} onClose={() => setEditing(undefined)} />
    </>
  );
}

interface ThemeMenuProps {
  readonly style: CSSProperties;
  readonly name: string;
  readonly isFolded: boolean;
  readonly onToggleFold: () => void;
  readonly onShow: () => void;
}

function ThemeMenu({ style, name, isFolded, onToggleFold, onShow }: ThemeMenuProps): ReactNode {
  const { t } = useTranslation('board');
  const id = useId();
  const [open, setOpen] = useState(false);
  if (isFolded)
    return (
      <button
        type="button"
        className="sheetButton"
        style={style}
        aria-expanded={false}
        aria-label={t('unfold', { name })}
        title={t('unfold', { name })}
        onClick={onToggleFold}
      />
    );
  return (
    <div className="sheetMenu" style={style}>
      <button
        type="button"
        className="sheetButton sheetButton-fill"
        popoverTarget={id}
        aria-label={t('themeMenu', { name })}
        title={t('themeMenu', { name })}
        onClick={() => setOpen(!open)}
      />
      <Dropdown id={id} open={open} onClose={() => setOpen(false)} placement="right" data-size="sm">
        <Dropdown.List>
          <Dropdown.Item>
            <Dropdown.Button
              onClick={() => {
                setOpen(false);
                onShow();
              }}
            >
              {t('showTheme')}
            </Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button
              onClick={() => {
                setOpen(false);
                onToggleFold();
              }}
            >
              {t('fold')}
            </Dropdown.Button>
          </Dropdown.Item>
        </Dropdown.List>
      </Dropdown>
    </div>
  );
}
