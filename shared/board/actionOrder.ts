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
  const known = orders.get(actions);
  if (known) return known;
  const ringOf = ringsIn(actions);
  const order = new Map(
    actions.flatMap(({ noteId, follows }) =>
      follows !== undefined && ringOf.has(follows) && ringOf.get(follows) !== ringOf.get(noteId)
        ? [[noteId, follows] as const]
        : [],
    ),
  );
  orders.set(actions, order);
  return order;
}

/** Of lists that do not change: whoever tells of every tiltak asks as often as there are tiltak. */
const orders = new WeakMap<readonly OrderedAction[], ReadonlyMap<NoteId, NoteId>>();

/**
 * A number for each tiltak, the same for those that come round to each other: the strongly connected components of what leads to what
 * (Kosaraju's algorithm), in a time that grows as the list does, and without a call within a call, for a chain may be thousands long.
 */
function ringsIn(actions: readonly OrderedAction[]): ReadonlyMap<NoteId, number> {
  const { next, before } = waysIn(actions);
  const seen = new Set<NoteId>();
  const left = [...next.keys()].flatMap((noteId) => leftFrom(noteId, next, seen));
  const ringOf = new Map<NoteId, number>();
  const taken = new Set<NoteId>();
  for (const [ring, noteId] of left.reverse().entries())
    for (const one of leftFrom(noteId, before, taken)) ringOf.set(one, ring);
  return ringOf;
}

type Ways = ReadonlyMap<NoteId, readonly NoteId[]>;

/** What each tiltak leads to, and what leads to it. */
function waysIn(actions: readonly OrderedAction[]): { readonly next: Ways; readonly before: Ways } {
  const next = new Map<NoteId, NoteId[]>(actions.map(({ noteId }) => [noteId, []]));
  const before = new Map<NoteId, NoteId[]>(actions.map(({ noteId }) => [noteId, []]));
  const lead = (from: NoteId, to: NoteId): void => {
    next.get(from)?.push(to);
    before.get(to)?.push(from);
  };
  for (const { noteId, follows, alongside } of actions) {
    if (follows !== undefined && next.has(follows)) lead(noteId, follows);
    if (alongside !== undefined && next.has(alongside)) {
      lead(noteId, alongside);
      lead(alongside, noteId);
    }
  }
  return { next, before };
}

/** All that is come to from one and was not seen before, each after what it leads to. */
function leftFrom(start: NoteId, next: Ways, seen: Set<NoteId>): readonly NoteId[] {
  if (seen.has(start)) return [];
  const left: NoteId[] = [];
  const stack = [{ at: start, ways: next.get(start)?.values() }];
  seen.add(start);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const way = top.ways?.next();
    if (!way || way.done) {
      left.push(top.at);
      stack.pop();
    } else if (!seen.has(way.value)) {
      seen.add(way.value);
      stack.push({ at: way.value, ways: next.get(way.value)?.values() });
    }
  }
  return left;
}

/**
 * What a tiltak can come after, and what it can go together with, beside what it says of its other place now, without anything coming
 * to wait for itself: what `fitsInOrder` would say of each of the others, found in a time that grows as the list does.
 */
export function placesInOrder(
  actions: readonly OrderedAction[],
  { noteId, follows, alongside }: OrderedAction,
): { readonly follows: ReadonlySet<NoteId>; readonly alongside: ReadonlySet<NoteId> } {
  const others = actions.filter((one) => one.noteId !== noteId);
  const among = (isPossible: (id: NoteId) => boolean): ReadonlySet<NoteId> =>
    new Set(others.flatMap((one) => (isPossible(one.noteId) ? [one.noteId] : [])));

  const unfollowing = waysIn([...others, { noteId, ...(alongside === undefined ? {} : { alongside }) }]);
  const waiters = new Set<NoteId>();
  leftFrom(noteId, unfollowing.before, waiters);

  const alone = [...others, { noteId, ...(follows === undefined ? {} : { follows }) }];
  const ringOf = ringsIn(alone);
  const { next, before } = waysIn(alone);
  const [after, ahead] = [new Set<NoteId>(), new Set<NoteId>()];
  leftFrom(noteId, before, after);
  leftFrom(noteId, next, ahead);
  const isInRing = follows !== undefined && ringOf.get(follows) === ringOf.get(noteId);
  return {
    follows: among((id) => !waiters.has(id)),
    // What goes together is at one place: it can neither wait for the other, nor be waited for, over anything.
    alongside: among((id) => !isInRing && (ringOf.get(id) === ringOf.get(noteId) || !(after.has(id) || ahead.has(id)))),
  };
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
