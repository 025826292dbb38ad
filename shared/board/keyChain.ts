import * as Y from 'yjs';

/** Something under a key of a map: what was set, by whom, and after what. The last one in line counts. */
interface Link {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly origin: Y.ID | null;
  readonly rightOrigin: Y.ID | null;
  readonly isDead: boolean;
}

export interface KeyChain {
  /** The one that counts so far, where there is one; those before it lie to its left. */
  readonly latest: Y.Item | undefined;
  /** Those that came since and have not been worked in. */
  readonly waiting: readonly Y.Item[];
}

/** Beyond this, what a change does under one key is not worked out: no hand sets a key so often, and never so crosswise. */
const maxSteps = 1_000_000;

/**
 * Whether a key still has a value after a change. Two who set a key at once put their values in an order that Yjs finds by
 * itself, and only the last one counts, deleted or not.
 *
 * @param added what the change sets there
 * @param isDeleted what it deletes
 */
export function keepsValue(
  { latest, waiting }: KeyChain,
  added: readonly Y.Item[],
  isDeleted: (client: number, clock: number) => boolean,
): boolean {
  const dies = (item: Y.Item) =>
    item.content instanceof Y.ContentDeleted || isDeleted(item.id.client, item.id.clock + item.length - 1);
  // What had no value loses none.
  if (waiting.length === 0 && (!latest || latest.deleted)) return true;
  if (!added.some(dies) && !waiting.some(dies) && !(latest && dies(latest))) return true;
  const all = [...waiting, ...added];
  const last = lastInRow(latest, all);
  if (last) return !dies(last);
  const chain: Link[] = [];
  for (let item: Y.Item | null | undefined = latest; item; item = item.left) chain.push(linkOf(item, dies(item)));
  chain.reverse();
  if (all.length * (chain.length + all.length) > maxSteps) return false;
  let left = all.map((item) => linkOf(item, dies(item)));
  while (left.length > 0) {
    const later = left.filter((link) => !integrate(chain, link));
    // They lean on each other in a ring: Yjs never works them in.
    if (later.length === left.length) return false;
    left = later;
  }
  return chain.at(-1)?.isDead === false;
}

/** The last of those that were each set on top of the one before: of nearly all, since seldom two set a key at once. */
function lastInRow(latest: Y.Item | undefined, later: readonly Y.Item[]): Y.Item | undefined {
  let last = latest;
  for (const item of later) {
    const { origin, rightOrigin } = item;
    if (rightOrigin || (origin && last ? !endsIn(last, origin) : origin !== null || last !== undefined))
      return undefined;
    last = item;
  }
  return last;
}

function endsIn({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
  return id.client === client && id.clock + length - 1 === clock;
}

function linkOf({ id, length, origin, rightOrigin }: Y.Item, isDead: boolean): Link {
  return { client: id.client, clock: id.clock, length, origin, rightOrigin, isDead };
}

/**
 * Puts a link where Yjs would (`Item.integrate`).
 * @returns false when what it leans on is not there
 */
function integrate(chain: Link[], link: Link): boolean {
  const left = link.origin ? endingAt(chain, link.origin) : -1;
  const right = link.rightOrigin ? startingAt(chain, link.rightOrigin) : chain.length;
  if (left === undefined || right === undefined) return false;
  let after = left;
  const passed = new Set<Link>();
  const conflicting = new Set<Link>();
  for (let at = left + 1; at < right; at++) {
    const other = chain[at] as Link;
    passed.add(other);
    conflicting.add(other);
    if (isSameId(link.origin, other.origin)) {
      if (other.client < link.client) {
        after = at;
        conflicting.clear();
      } else if (isSameId(link.rightOrigin, other.rightOrigin)) break;
    } else {
      const leansOn = other.origin && chain.find((each) => holds(each, other.origin as Y.ID));
      if (!leansOn || !passed.has(leansOn)) break;
      if (!conflicting.has(leansOn)) {
        after = at;
        conflicting.clear();
      }
    }
  }
  chain.splice(after + 1, 0, link);
  return true;
}

function isSameId(one: Y.ID | null, other: Y.ID | null): boolean {
  return one === other || (one !== null && other !== null && one.client === other.client && one.clock === other.clock);
}

function holds({ client, clock, length }: Link, id: Y.ID): boolean {
  return client === id.client && clock <= id.clock && id.clock < clock + length;
}

/** Where the link lies that ends with this part: one that goes on after it is split. */
function endingAt(chain: Link[], id: Y.ID): number | undefined {
  const at = chain.findLastIndex((link) => holds(link, id));
  if (at === -1) return undefined;
  split(chain, at, id.clock + 1);
  return at;
}

function startingAt(chain: Link[], id: Y.ID): number | undefined {
  const at = chain.findLastIndex((link) => holds(link, id));
  if (at === -1) return undefined;
  return split(chain, at, id.clock) ? at + 1 : at;
}

/** Cuts a link in two before a clock. @returns whether there was anything to cut */
function split(chain: Link[], at: number, clock: number): boolean {
  const link = chain[at] as Link;
  const length = clock - link.clock;
  if (length <= 0 || length >= link.length) return false;
  const origin = Y.createID(link.client, clock - 1);
  chain.splice(at, 1, { ...link, length }, { ...link, clock, length: link.length - length, origin });
  return true;
}
