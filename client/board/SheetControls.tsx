import { Dropdown } from '@digdir/designsystemet-react';
import type { Board } from '@duken/shared/board';
import type { PlacedRow, SheetLayout } from '@duken/shared/sheet';
import { inLanguage } from '@duken/shared/template';
import { type CSSProperties, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { useLanguage } from '../texts/index.ts';
import { HeaderDialog, type HeaderField } from './HeaderDialog.tsx';
import type { BoardActions } from './useBoardActions.ts';

interface SheetControlsProps {
  readonly session: BoardSession;
  readonly board: Board;
  readonly layout: SheetLayout;
  readonly themeNames: ReadonlyMap<string, string>;
  readonly onToggleFold: (theme: string) => void;
  readonly onShowTheme: (theme: string) => void;
  readonly actions: BoardActions;
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
  actions,
  onMeeting,
}: SheetControlsProps): ReactNode {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const [editing, setEditing] = useState<HeaderField>();
  const { mayWrite } = session;
  const putAway = session
    .template()
    .themes.filter(({ id }) => mayWrite && board.putAway?.includes(id) && !themeNames.has(id))
    .map(({ id, name }) => ({ id, name: inLanguage(name, language) }));
  const isEmptyRow = ({ theme, noteCounts }: PlacedRow) =>
    theme !== '' && [...noteCounts.values()].every((count) => count === 0);
  return (
    <>
      {layout.header.map((field) => {
        const own = field.field === 'for' || field.field === 'vision' ? field.field : undefined;
        const open = own ? (mayWrite ? () => setEditing(own) : undefined) : onMeeting;
        if (!open) return null;
        const label =
          own === 'for'
            ? t('changeFor', { name: board.for || t('nobodyYet') })
            : t(own === 'vision' ? 'changeVision' : 'changeMeeting');
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
            const label = t('changeHorizon', { column: inLanguage(column.heading, language) });
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
          onPutAway={
            mayWrite && isEmptyRow(row)
              ? () => actions.putThemeAway(row.theme, themeNames.get(row.theme) ?? '')
              : undefined
          }
          putAway={putAway}
          onTakeOut={actions.takeThemeOut}
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
  /** Undefined where notes lie, or one may not. */
  readonly onPutAway: (() => void) | undefined;
  /** The themes that can be taken out again. */
  readonly putAway: readonly { readonly id: string; readonly name: string }[];
  readonly onTakeOut: (theme: string) => void;
}

function ThemeMenu({ style, name, isFolded, ...does }: ThemeMenuProps): ReactNode {
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
        onClick={does.onToggleFold}
      />
    );
  const choice = (label: string, act: () => void): ReactNode => (
    <Dropdown.Item key={label}>
      <Dropdown.Button
        onClick={() => {
          setOpen(false);
          act();
        }}
      >
        {label}
      </Dropdown.Button>
    </Dropdown.Item>
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
          {choice(t('showTheme'), does.onShow)}
          {choice(t('fold'), does.onToggleFold)}
          {does.onPutAway && choice(t('putThemeAway'), does.onPutAway)}
          {does.putAway.map((theme) => choice(t('takeThemeOut', { name: theme.name }), () => does.onTakeOut(theme.id)))}
        </Dropdown.List>
      </Dropdown>
    </div>
  );
}
