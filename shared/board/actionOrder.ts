import type { Action, NoteId } from './board.ts';

/** A tiltak, and what it says of its own place among the others. */
export interface OrderedAction extends Pick<Action, 'follows' | 'alongside'> {
  readonly noteId: NoteId;
}

/**
 * Which tiltak each is to wait for. Two people may at once say that each is to wait for the other, on two machines: whatever goes
 * round in a ring counts for none of those in it, on every machine alike, so that nothing waits for itself. What is done at the
 * same time waits for the same, so a ring may go over such as well. What follows a tiltak that is not there waits for nothing.
 */
export function orderOf(actions: readonly OrderedAction[]): ReadonlyMap<NoteId, NoteId> {
  const there = new Map(actions.map((action) => [action.noteId, action]));
  const next = new Map<NoteId, NoteId[]>(actions.map(({ noteId }) => [noteId, []]));
  for (const { noteId, follows, alongside } of actions) {
    if (follows !== undefined && there.has(follows)) next.get(noteId)?.push(follows);
    if (alongside !== undefined && there.has(alongside)) {
      next.get(noteId)?.push(alongside);
      next.get(alongside)?.push(noteId);
    }
  }
  const leadsTo = (from: NoteId, to: NoteId): boolean => {
    const seen = new Set([from]);
    const stack = [from];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (at === to) return true;
      for (const one of next.get(at) ?? [])
        if (!seen.has(one)) {
          seen.add(one);
          stack.push(one);
        }
    }
    return false;
  };
  return new Map(
    actions.flatMap(({ noteId, follows }) =>
      follows !== undefined && there.has(follows) && !leadsTo(follows, noteId) ? [[noteId, follows] as const] : [],
    ),
  );
}

/** Whether a tiltak can say this of its place without anything coming to wait for itself. */
export function fitsInOrder(actions: readonly OrderedAction[], changed: OrderedAction): boolean {
  if (changed.follows === changed.noteId || changed.alongside === changed.noteId) return false;
  const others = actions.filter(({ noteId }) => noteId !== changed.noteId);
  const before = orderOf(actions);
  const after = orderOf([...others, changed]);
  const isThere = others.some(({ noteId }) => noteId === changed.follows);
  return (
    (!isThere || after.has(changed.noteId)) && others.every(({ noteId }) => after.has(noteId) || !before.has(noteId))
  );
}
