import { z } from 'zod';
import {
  type ActionNote,
  actionStatuses,
  type BoardDocument,
  type NoteId,
  orderOf,
  type PersonId,
  readActions,
} from '../board/index.ts';
import type { ThemeId } from '../template/index.ts';

const noteId = z.string().transform((id) => id as NoteId);
const personId = z.string().transform((id) => id as PersonId);

/**
 * A tiltak as the index of a board keeps it. One that was stopped has no words any more: only that it was is counted.
 */
export const indexedAction = z.object({
  noteId,
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
  settleWith: z.string().exactOptional(),
  settleBy: z.string().exactOptional(),
  follows: noteId.exactOptional(),
  alongside: noteId.exactOptional(),
  paidBy: z.string().exactOptional(),
});
export type IndexedAction = Readonly<z.output<typeof indexedAction>>;

/** What the index is made by. Another number makes every board's anew. */
export const indexFormat = 3;

/** Whether somebody is still to do it. */
export function isOpen({ status }: Pick<IndexedAction, 'status'>): boolean {
  return status === 'agreed' || status === 'started';
}

/** The tiltak that each is still waiting for: what is to be done before it, and is not done yet. */
export function waitingFor(actions: readonly IndexedAction[]): ReadonlyMap<NoteId, IndexedAction> {
  const open = new Map(actions.filter(isOpen).map((action) => [action.noteId, action]));
  return new Map(
    [...orderOf(actions)].flatMap(([noteId, first]) => {
      const waitedFor = open.get(first);
      return waitedFor ? [[noteId, waitedFor] as const] : [];
    }),
  );
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
