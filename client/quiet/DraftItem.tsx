import { Button, Checkbox } from '@digdir/designsystemet-react';
import type { Voice } from '@duken/shared/board';
import { placeDraft, type QuietDraft, type QuietFailure, takeAlong, writeDraft } from '@duken/shared/quiet';
import type { Result } from '@duken/shared/result';
import { type Cell, cellKey, cellsOf, inLanguage, type Template } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { useLanguage } from '../texts/index.ts';

interface DraftItemProps {
  readonly session: BoardSession;
  readonly draft: QuietDraft;
  readonly number: number;
  /** The round without names that is open, where they may be in it. */
  readonly round: string | undefined;
  readonly template: Template;
  readonly voice: Voice;
  readonly onLay: (cell: Cell) => void;
  readonly onThrowAway: () => void;
  /** Hands it to whoever leads, to be read out; left out for whoever leads. */
  readonly onHandOver: (() => void) | undefined;
  readonly onFailure: (answer: Result<void, QuietFailure>) => void;
}

/** One note that only its writer sees: its words, where it is to lie, and the way to the duk. */
export function DraftItem(props: DraftItemProps): ReactNode {
  const { session, draft, template, voice } = props;
  const { t } = useTranslation('quiet');
  const language = useLanguage();
  const id = useId();
  const [isMissing, setIsMissing] = useState(false);
  const quiet = session.quiet();
  const cells = cellsOf(template);
  const cell = cells.find((each) => draft.cell && cellKey(each) === cellKey(draft.cell));
  const themeName = (theme: string): string =>
    inLanguage(template.themes.find((each) => each.id === theme)?.name, language) ?? t('withoutTheme');
  const isAlong = props.round !== undefined && draft.round === props.round;
  const label = t('draft', { number: props.number });
  return (
    <li className={`quietDraft paper-${voice}`}>
      <textarea
        aria-label={label}
        className="quietDraft-text"
        dir="auto"
        rows={2}
        spellCheck
        value={draft.text}
        onChange={({ target }) => props.onFailure(quiet.run((doc) => writeDraft(doc, draft.id, target.value)))}
      />
      <label className="quietDraft-where" htmlFor={`${id}where`}>
        {t('where')}
      </label>
      <select
        id={`${id}where`}
        className="ds-input"
        data-size="sm"
        value={cell ? cellKey(cell) : ''}
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? `${id}missing` : undefined}
        onChange={({ target }) => {
          setIsMissing(false);
          const chosen = cells.find((each) => cellKey(each) === target.value);
          props.onFailure(quiet.run((doc) => placeDraft(doc, draft.id, chosen)));
        }}
      >
        <option value="">{t('whereLater')}</option>
        {template.columns.map((column) => (
          <optgroup key={column.id} label={inLanguage(column.heading, language)}>
            {cells
              .filter((each) => each.column === column.id)
              .map((each) => (
                <option key={cellKey(each)} value={cellKey(each)}>
                  {each.theme === ''
                    ? inLanguage(column.heading, language)
                    : `${inLanguage(column.heading, language)}: ${themeName(each.theme)}`}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      {isMissing && (
        <p id={`${id}missing`} className="chips-problem">
          {t('chooseWhere')}
        </p>
      )}
      {props.round !== undefined && (
        <Checkbox
          data-size="sm"
          label={t('inRound')}
          checked={isAlong}
          onChange={({ target }) =>
            props.onFailure(quiet.run((doc) => takeAlong(doc, draft.id, target.checked ? props.round : undefined)))
          }
        />
      )}
      {draft.round !== undefined && !isAlong && <p className="muted">{t('fromRoundBefore')}</p>}
      <div className="row">
        {!isAlong && (
          <Button
            data-size="sm"
            aria-label={`${t('lay')}: ${label}`}
            aria-disabled={isBlank(draft.text) || undefined}
            onClick={() => {
              if (isBlank(draft.text)) return;
              if (cell) props.onLay(cell);
              else setIsMissing(true);
            }}
          >
            {t('lay')}
          </Button>
        )}
        {props.onHandOver && !isAlong && (
          <Button
            data-size="sm"
            variant="secondary"
            aria-label={`${t('handOver')}: ${label}`}
            aria-disabled={isBlank(draft.text) || undefined}
            onClick={() => !isBlank(draft.text) && props.onHandOver?.()}
          >
            {t('handOver')}
          </Button>
        )}
        <Button
          data-size="sm"
          variant="tertiary"
          aria-label={`${t('throwAway')}: ${label}`}
          onClick={props.onThrowAway}
        >
          {t('throwAway')}
        </Button>
      </div>
    </li>
  );
}
