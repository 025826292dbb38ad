import type { Action, Day, Note } from '@duken/shared/board';

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

function compareDays(a: Day, b: Day): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}
