import type { Board, Note } from '@duken/shared/board';
import { isBlank } from '@duken/shared/text';

/** What a tiltak lacks before somebody can follow it up. */
export type Lack = 'owner' | 'due' | 'both';

export interface LackingAction {
  readonly noteId: Note['id'];
  readonly text: string;
  readonly lack: Lack;
}

/** What goes into the plan version if the duk is frozen now. */
export interface FreezeSummary {
  readonly notes: number;
  readonly actions: number;
  readonly dreams: number;
  /** Tiltak without an owner or a date, in reading order. A tiltak that is done or stopped lacks nothing any more. */
  readonly lacking: readonly LackingAction[];
}

export function summariseFreeze(board: Board): FreezeSummary {
  return {
    notes: board.notes.length,
    actions: board.notes.filter(({ action }) => action !== undefined).length,
    dreams: board.notes.filter(({ cell }) => cell.column === 'dream').length,
    lacking: board.notes.flatMap((note) => {
      const lack = lackOf(note);
      return lack ? [{ noteId: note.id, text: note.text, lack }] : [];
    }),
  };
}

function lackOf({ action }: Note): Lack | undefined {
  if (!action || action.status === 'done' || action.status === 'stopped') return undefined;
  const hasOwner = !isBlank(action.owner);
  if (hasOwner) return action.due === '' ? 'due' : undefined;
  return action.due === '' ? 'both' : 'owner';
}
