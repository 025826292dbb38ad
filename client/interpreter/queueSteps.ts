import type { NoteId } from '@duken/shared/board';

/** Where an interpreter is among the notes. */
export interface QueueSteps {
  /** The note that is open; undefined while there is nothing to do. */
  readonly current: NoteId | undefined;
  /** Notes that were open before, the last one last: the way back. */
  readonly visited: readonly NoteId[];
  /** Notes that were passed over: they come again behind the others. */
  readonly skipped: readonly NoteId[];
}

export const atTheStart: QueueSteps = { current: undefined, visited: [], skipped: [] };

/** Goes to the next that is not done: `queue` in its order, those that were passed over last. */
export function goOn(steps: QueueSteps, queue: readonly NoteId[], isSkipping: boolean): QueueSteps {
  const { current } = steps;
  const skipped = isSkipping && current !== undefined ? [...without(steps.skipped, current), current] : steps.skipped;
  const others = queue.filter((id) => id !== current);
  const fresh = others.find((id) => !skipped.includes(id));
  const next = fresh ?? skipped.find((id) => others.includes(id)) ?? queue.find((id) => id === current);
  return visit({ ...steps, skipped }, next);
}

/** Opens a note that somebody chose. */
export function visit(steps: QueueSteps, noteId: NoteId | undefined): QueueSteps {
  const { current, visited } = steps;
  if (noteId === current) return steps;
  return {
    current: noteId,
    visited: [...visited.filter((id) => id !== noteId && id !== current), ...(current === undefined ? [] : [current])],
    skipped: noteId === undefined ? steps.skipped : without(steps.skipped, noteId),
  };
}

/** Goes back to the note that was open before, of those that are still on the duk. */
export function goBack(steps: QueueSteps, isThere: (noteId: NoteId) => boolean): QueueSteps {
  const visited = steps.visited.filter(isThere);
  const last = visited.at(-1);
  return last === undefined ? { ...steps, visited } : { ...steps, current: last, visited: visited.slice(0, -1) };
}

/** What becomes of the steps when the notes change: a note that is gone is left, and new work opens where none was. */
export function follow(steps: QueueSteps, queue: readonly NoteId[], isThere: (noteId: NoteId) => boolean): QueueSteps {
  if (steps.current !== undefined && isThere(steps.current)) return steps;
  const left = { ...steps, current: undefined, visited: steps.visited.filter(isThere) };
  return goOn(left, queue, false);
}

function without(ids: readonly NoteId[], gone: NoteId): readonly NoteId[] {
  return ids.filter((id) => id !== gone);
}
