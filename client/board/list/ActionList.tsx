import { Button, Select } from '@digdir/designsystemet-react';
import { type Action, actionStatuses, type Note, type NoteId, type Voice } from '@duken/shared/board';
import { inLanguage, type Template } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';
import { Fragment, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, useLanguage, useToday } from '../../texts/index.ts';
import { LatePart, SlashBreaks } from '../../ui/index.ts';
import { agreedLinesPart } from '../agreed/agreedParts.ts';
import { isAgreed } from '../agreed/agreement.ts';
import type { Told } from '../told/ToldLines.tsx';
import { toldLinesPart, toldNowPart } from '../told/toldParts.ts';
import type { BoardActions } from '../useBoardActions.ts';
import { Reported } from './ActionStrip.tsx';
import { type ActionRow, actionRows, rowsByPerson } from './actionRows.ts';
import { excerptOf } from './excerpt.ts';
import { NewAction } from './NewAction.tsx';
import { useKeptFocus } from './useKeptFocus.ts';

interface ActionListProps {
  readonly notes: readonly Note[];
  readonly template: Template;
  readonly mayWrite: boolean;
  readonly actions: BoardActions;
  readonly onAction: (noteId: NoteId) => void;
  /** Whose voice a tiltak that is made here has. */
  readonly voice: Voice;
  /** The board, of whoever leads it: they see what people have said of their tiltak. */
  readonly ledBoard: string | undefined;
  /** Goes to a note on the duk. */
  readonly onShow: (noteId: NoteId) => void;
}

/** All tiltak of the duk: who does what, by when, and how far it has come. A table that becomes cards on a phone. */
export function ActionList({
  notes,
  template,
  mayWrite,
  actions,
  voice,
  ledBoard,
  onAction,
  onShow,
}: ActionListProps): ReactNode {
  const { t } = useTranslation('list');
  const { t: boardText } = useTranslation('board');
  const table = useRef<HTMLTableElement>(null);
  useKeptFocus(table);
  const rows = actionRows(notes, useToday());
  const [isByPerson, setIsByPerson] = useState(false);
  const [told, setTold] = useState<ReadonlyMap<string, Told>>(new Map());
  const [overAtFirst] = useState(() => new Set(rows.filter(isOver).map(({ note }) => note.id)));
  // What is done here and now stays where it is until one comes back: rows that jump are hard to follow.
  const groups = isByPerson
    ? rowsByPerson(rows, t('lacksOwner'))
    : [
        { key: 'toDo', heading: '', rows: rows.filter(({ note }) => !overAtFirst.has(note.id)) },
        { key: 'over', heading: t('overActions'), rows: rows.filter(({ note }) => overAtFirst.has(note.id)) },
      ];
  if (rows.length === 0)
    return (
      <section className="listEmpty cloth">
        <h2>{t('noActions')}</h2>
        <p>{t(mayWrite ? 'noActionsText' : 'noActionsReader')}</p>
        {mayWrite && <NewAction template={template} actions={actions} voice={voice} onMade={onAction} />}
      </section>
    );
  const overdue = rows.filter(({ isOverdue }) => isOverdue).length;
  const lacking = rows.filter(({ lacksOwner, lacksDate }) => lacksOwner || lacksDate).length;
  return (
    <section className="actionList cloth" aria-labelledby="actionList">
      <h2 id="actionList">{t('actionsTitle')}</h2>
      <p className="actionList-sum">
        {[
          t('actionsCount', { count: rows.length }),
          ...(overdue > 0 ? [t('overdueCount', { count: overdue })] : []),
          ...(lacking > 0 ? [t('lackingCount', { count: lacking })] : []),
        ].join(' ')}
      </p>
      <div className="actionList-head">
        {mayWrite && <NewAction template={template} actions={actions} voice={voice} onMade={onAction} />}
        <fieldset className="actionList-order" aria-label={t('actionsOrder')}>
          {[false, true].map((byPerson) => (
            <button
              key={String(byPerson)}
              type="button"
              aria-pressed={isByPerson === byPerson}
              onClick={() => setIsByPerson(byPerson)}
            >
              {t(byPerson ? 'actionsByPerson' : 'actionsByDay')}
            </button>
          ))}
        </fieldset>
      </div>
      {isByPerson && ledBoard !== undefined && (
        <LatePart part={toldNowPart} show={(ToldNow) => <ToldNow boardId={ledBoard} onTold={setTold} />} />
      )}
      {/* The roles are spoken out because some browsers forget them when a table is laid out as cards. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table ref={table} role="table" aria-labelledby="actionList">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {boardText('actionTitle')}
            </th>
            <th scope="col" role="columnheader">
              {t('who')}
            </th>
            <th scope="col" role="columnheader">
              {boardText('due')}
            </th>
            <th scope="col" role="columnheader">
              {boardText('status')}
            </th>
            <th scope="col" role="columnheader">
              {boardText('theme')}
            </th>
            {mayWrite && (
              <th scope="col" role="columnheader">
                <span className="ds-sr-only">{t('change')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {groups.map(({ key, heading, rows: own }) => (
            <Fragment key={key}>
              {heading !== '' && own.length > 0 && (
                <tr role="row" className="actionList-group">
                  <td role="cell" colSpan={mayWrite ? 6 : 5}>
                    <bdi>{heading}</bdi>
                  </td>
                </tr>
              )}
              {own.map((row) => (
                <ActionLine
                  key={row.note.id}
                  row={row}
                  notes={notes}
                  template={template}
                  mayWrite={mayWrite}
                  actions={actions}
                  told={isByPerson ? told.get(row.note.id) : undefined}
                  onAction={onAction}
                  onShow={onShow}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </section>
  );
}

function isOver({ action: { status } }: ActionRow): boolean {
  return status === 'done' || status === 'stopped';
}

interface ActionLineProps extends Omit<ActionListProps, 'voice' | 'ledBoard'> {
  readonly row: ActionRow;
  readonly told: Told | undefined;
}

function ActionLine({ row, notes, template, mayWrite, actions, told, onAction, onShow }: ActionLineProps): ReactNode {
  const { t } = useTranslation('list');
  const { t: boardText } = useTranslation('board');
  const language = useLanguage();
  const { note, action } = row;
  const text = isBlank(note.text) ? boardText('emptyNote') : note.text.trim();
  const theme = inLanguage(template.themes.find(({ id }) => id === note.cell.theme)?.name, language);
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    // biome-ignore-start lint/a11y/useSemanticElements: see above
    <tr role="row" data-note={note.id} className={isOver(row) ? 'actionList-over' : undefined}>
      <th scope="row" role="rowheader" dir="auto">
        <span className="actionList-what">
          <span className={`actionList-paper paper-${note.voice}`} aria-hidden />
          <button
            type="button"
            className="actionList-text actionList-show"
            title={t('showOnDuk')}
            aria-label={t('showOnDukNamed', { text })}
            onClick={() => onShow(note.id)}
          >
            {text}
          </button>
        </span>
        {isAgreed(action) && (
          <LatePart
            part={agreedLinesPart}
            show={(AgreedLines) => <AgreedLines note={note} action={action} notes={notes} />}
          />
        )}
        {told && !isOver(row) && <LatePart part={toldLinesPart} show={(ToldLines) => <ToldLines told={told} />} />}
      </th>
      <td role="cell">
        {row.lacksOwner ? (
          <em className="actionList-lack">{t('lacksOwner')}</em>
        ) : (
          <>
            {action.owner !== '' && <bdi>{action.owner}</bdi>}
            {action.service !== '' && <span className="actionList-service">{action.service}</span>}
          </>
        )}
      </td>
      <td role="cell">
        <DueDay row={row} />
      </td>
      <td role="cell">
        {mayWrite ? (
          <Select
            data-control="status"
            aria-label={t('statusOf', { text: excerptOf(text) })}
            value={action.status}
            onChange={(event) => actions.setAction(note.id, { status: event.target.value as Action['status'] })}
          >
            {actionStatuses.map((choice) => (
              <Select.Option key={choice} value={choice}>
                {boardText(`status_${choice}`)}
              </Select.Option>
            ))}
          </Select>
        ) : (
          <span className={`statusMark statusMark-${action.status}`}>{boardText(`status_${action.status}`)}</span>
        )}
        <Reported action={action} />
      </td>
      <td role="cell" className="actionList-theme">
        <SlashBreaks name={theme ?? boardText('withoutTheme')} />
      </td>
      {mayWrite && (
        <td role="cell">
          <Button
            variant="tertiary"
            data-control="change"
            aria-label={t('changeOf', { text: excerptOf(text) })}
            onClick={() => onAction(note.id)}
          >
            {t('change')}
          </Button>
        </td>
      )}
    </tr>
    // biome-ignore-end lint/a11y/useSemanticElements: see above
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

function DueDay({ row: { action, isOverdue, lacksDate } }: { readonly row: ActionRow }): ReactNode {
  const { t } = useTranslation('list');
  const language = useLanguage();
  if (lacksDate) return <em className="actionList-lack">{t('lacksDate')}</em>;
  if (action.due === '') return null;
  // Day and month stay together where the column is narrow.
  const day = dayInWords(action.due, language).replace(' ', '\u00a0');
  return (
    <time dateTime={action.due} className={isOverdue ? 'actionList-overdue' : undefined}>
      {isOverdue ? t('overdue', { day }) : day}
    </time>
  );
}
