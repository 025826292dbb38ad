import type { Action, Day, Note } from '@duken/shared/board';
import { doersOf } from '@duken/shared/people';
import { cleanLine } from '@duken/shared/text';

/** A tiltak in the view of all tiltak. */
export interface ActionRow {
  readonly note: Note;
  readonly action: Action;
  /** The day has passed, and it is neither done nor stopped. */
  readonly isOverdue: boolean;
  /** Somebody should still be named, or a day be set; what is done or stopped lacks nothing. */
  readonly lacksOwner: boolean;
  readonly lacksDate: boolean;
}

/** The tiltak on a duk by their day, those without one last, else in reading order. */
export function actionRows(notes: readonly Note[], today: Day): readonly ActionRow[] {
  return notes
    .flatMap((note): ActionRow[] => {
      const { action } = note;
      if (!action) return [];
      const isOpen = action.status === 'agreed' || action.status === 'started';
      return [
        {
          note,
          action,
          isOverdue: isOpen && action.due !== '' && action.due < today,
          lacksOwner: isOpen && action.owner === '' && action.service === '',
          lacksDate: isOpen && action.due === '',
        },
      ];
    })
    .sort((a, b) => compareDays(a.action.due, b.action.due));
}

/** Rows under the name of somebody who does them. */
interface PersonRows {
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly ActionRow[];
}

/**
 * The same rows under whoever does them, by the alphabet; what several do together stands under each of them. Of one where only a
 * service is named, that is who does it.
 *
 * @param nobody the heading of what nobody has taken, which comes first
 */
export function rowsByPerson(rows: readonly ActionRow[], nobody: string): readonly PersonRows[] {
  const byName = new Map<string, { heading: string; rows: ActionRow[] }>();
  for (const row of rows) {
    const { action } = row;
    const doers = doersOf(action).map(({ name }) => name);
    const names = doers.length > 0 ? doers : [action.service];
    for (const name of new Set(names)) {
      const key = cleanLine(name).toLocaleLowerCase('nb');
      const own = byName.get(key) ?? { heading: cleanLine(name) || nobody, rows: [] };
      byName.set(key, own);
      if (!own.rows.includes(row)) own.rows.push(row);
    }
  }
  return [...byName]
    .map(([key, own]) => ({ key: `person ${key}`, ...own }))
    .sort((a, b) => a.key.localeCompare(b.key, 'nb'));
}

function compareDays(a: Day, b: Day): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}
