import { z } from 'zod';
import {
  type ActionNote,
  actionStatuses,
  type BoardDocument,
  type NoteId,
  type PersonId,
  readActions,
} from '../board/index.ts';
import type { ThemeId } from '../template/index.ts';

const personId = z.string().transform((id) => id as PersonId);

/**
 * A tiltak as the index of a board keeps it. One that was stopped has no words any more: only that it was is counted.
 */
export const indexedAction = z.object({
  noteId: z.string().transform((id) => id as NoteId),
  theme: z.string().transform((theme) => theme as ThemeId | ''),
  text: z.string(),
  owner: z.string(),
  service: z.string(),
  due: z.string(),
  status: z.enum(actionStatuses),
  ownerId: personId.exactOptional(),
  withIds: z.array(personId).exactOptional(),
  reportedBy: personId.exactOptional(),
  /** Milliseconds since the epoch. */
  reportedAt: z.number().exactOptional(),
});
export type IndexedAction = Readonly<z.output<typeof indexedAction>>;

/** What the index is made by. Another number makes every board's anew. */
export const indexFormat = 2;

/** Whether somebody is still to do it. */
export function isOpen({ status }: Pick<IndexedAction, 'status'>): boolean {
  return status === 'agreed' || status === 'started';
}

/** The index of the tiltak on a duk, in the order they were made. */
export function indexActions(board: BoardDocument): readonly IndexedAction[] {
  return readActions(board).map(indexOne);
}

function indexOne({ id, cell, text, action }: ActionNote): IndexedAction {
  const { owner, service, withIds, ...rest } = action;
  if (action.status === 'stopped')
    return { noteId: id, theme: cell.theme, text: '', owner: '', service: '', due: action.due, status: action.status };
  return {
    noteId: id,
    theme: cell.theme,
    text,
    owner,
    service,
    ...rest,
    ...(withIds ? { withIds: [...withIds] } : {}),
  };
}
