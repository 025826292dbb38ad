import { type PlanAction, stillToDoFirst } from '@duken/shared/plan';
import type { Template } from '@duken/shared/template';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { dayInWords, sheetWordsIn, useLanguage } from '../texts/index.ts';
import { themeName } from './themeName.ts';

interface ActionTableProps {
  readonly actions: readonly PlanAction[];
  readonly template: Template;
  readonly labelledBy: string;
  readonly boardId: string;
}

/** The tiltak: who does what, by when. On a phone each row becomes a small card; it stays a table for those who listen. */
export function ActionTable({ actions, template, labelledBy, boardId }: ActionTableProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const words = sheetWordsIn(language);
  return (
    // The roles are spoken out because some browsers forget them when a table is laid out as cards.
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table className="actionTable" aria-labelledby={labelledBy} role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {t('action')}
          </th>
          <th scope="col" role="columnheader">
            {t('who')}
          </th>
          <th scope="col" role="columnheader">
            {t('by')}
          </th>
          <th scope="col" role="columnheader">
            {t('status')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {actions.toSorted(stillToDoFirst).map((action) => (
          <tr key={action.noteId} role="row">
            <th scope="row" role="rowheader">
              <Link
                className="actionTable-words actionTable-note"
                dir="auto"
                href={`/duk/${boardId}?lapp=${encodeURIComponent(action.noteId)}`}
                title={t('showOnDuk')}
              >
                {action.text}
              </Link>
              <Beside words={themeName(template, action.theme, language)} />
            </th>
            <td role="cell">
              {action.owner === '' && action.service === '' && <em>{t('noOwner')}</em>}
              {action.owner !== '' && (
                <span className="actionTable-words" dir="auto">
                  {action.owner}
                </span>
              )}
              <Beside words={action.service} />
            </td>
            <td role="cell">
              {action.due === '' ? (
                <em>{t('noDate')}</em>
              ) : (
                <time dateTime={action.due}>
                  {/* Day and month stay together where the column is narrow. */}
                  {dayInWords(action.due, language).replace(' ', '\u00a0')}
                </time>
              )}
            </td>
            <td role="cell">
              <span className="actionStatus" data-status={action.status}>
                {words.status[action.status]}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

/** What stands quietly below a cell's own words. */
function Beside({ words }: { readonly words: string }) {
  if (words === '') return null;
  return (
    <span className="actionTable-beside" dir="auto">
      {words}
    </span>
  );
}
