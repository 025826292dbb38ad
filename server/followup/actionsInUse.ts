import type { BoardId, NoteId } from '@duken/shared/board';

/** What people may be told now that they have promised in a case; undefined for all that stands on its duk. */
export type ActionsInUse = (boardId: BoardId) => Promise<ReadonlySet<NoteId> | undefined>;
