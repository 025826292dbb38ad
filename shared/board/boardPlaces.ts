import * as Y from 'yjs';
import { leaderKeys } from './meetingState.ts';
import { type NoteFacts, noteFactsOf } from './noteFacts.ts';

/** What the judge sees of a document as it was before a batch of changes. */
export interface DocumentBefore {
  /** Up to where the parts of a Yjs client are there. */
  clockOf(client: number): number;
  /** The part that holds a clock below `clockOf`. */
  partAt(client: number, clock: number): Y.Item | Y.GC;
  /** What lies at the root under a name, as Yjs keeps it. */
  root(name: string): Y.AbstractType<unknown> | undefined;
}

export type Struct = Y.Item | Y.GC | Y.Skip;

/** What is in an update. */
export interface Change {
  /** By Yjs client, each once, and in order of their clocks. */
  readonly structs: readonly Struct[];
  readonly ds: {
    readonly clients: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>;
  };
}

/** A note in the rules' eyes. Of one that a change lays, little is known before the change has been read to its end. */
export interface NoteInRules extends NoteFacts {
  /** Laid by the change that is being judged. */
  readonly isNew: boolean;
}

const rootNames = ['duk', 'notes', 'strokes', 'journey', 'meeting'] as const;

/**
 * Something that parts lie in. `free`: no rule asks what lies there; `nowhere`: what lies in a deleted place is nothing, on
 * every machine.
 */
export type Place =
  | { readonly kind: (typeof rootNames)[number] }
  | NotePlace
  | { readonly kind: 'words' | 'votes'; readonly of: NotePlace }
  | { readonly kind: 'vote'; readonly seat: string }
  | { readonly kind: 'step' | 'free' | 'nowhere' };

export interface NotePlace {
  readonly kind: 'note';
  note: NoteInRules;
  /** Its map, once it is in the document. */
  readonly type: Y.AbstractType<unknown> | undefined;
}

/** Where a part lies: in what, and under which key. Without a key it lies in a row, as letters do. */
export interface Spot {
  readonly place: Place;
  readonly key: string | null;
}

const lasting: Readonly<Partial<Record<Place['kind'], readonly string[]>>> = {
  duk: ['title', 'for', 'horizonShort', 'horizonLong'],
  note: ['column', 'theme', 'order', 'voice'],
};

/** Whether a key never lacks a value once it has one: without it a note is nowhere to be seen. */
export function mustLast(kind: Place['kind'], key: string): boolean {
  return lasting[kind]?.includes(key) ?? false;
}

const step: Place = { kind: 'step' };
const free: Place = { kind: 'free' };
const nowhere: Place = { kind: 'nowhere' };
/** Where a part lies that is no more than its clock. */
export const nowhereAtAll: Spot = { place: nowhere, key: null };

/** Parts of one client that follow each other and lie in the same spot. */
export interface Run {
  readonly from: number;
  to: number;
  readonly spot: Spot;
  /** What lies in it, where it is a single part that holds others. */
  readonly inside: Place | undefined;
}

/** Where the parts of a document lie, and those of a batch of changes that wait to be worked into it. */
export class BoardPlaces {
  readonly #before: DocumentBefore;
  readonly #roots = new Map<string, Place>();
  readonly #ofTypes = new Map<Y.AbstractType<unknown>, Place>();
  readonly #waiting = new Map<number, Run[]>();
  readonly #waitingKeys = new Map<Place, Map<string, Y.Item[]>>();

  constructor(before: DocumentBefore) {
    this.#before = before;
  }

  /** Everything that waited is in the document. */
  forget(): void {
    // Clearing an empty map is not for nothing.
    for (const map of [this.#roots, this.#ofTypes, this.#waiting, this.#waitingKeys]) if (map.size > 0) map.clear();
  }

  get before(): DocumentBefore {
    return this.#before;
  }

  /** Up to where the parts of a client are there or wait. */
  clockOf(client: number): number {
    return this.#waiting.get(client)?.at(-1)?.to ?? this.#before.clockOf(client);
  }

  root(name: string): Place {
    const known = this.#roots.get(name);
    if (known) return known;
    const kind = rootNames.find((each) => each === name);
    // Of what other programs keep at the root nothing is remembered: it could be without end.
    if (!kind) return free;
    const place: Place = { kind };
    this.#roots.set(name, place);
    return place;
  }

  /** What lies in a map or a text of the document. */
  ofType(type: Y.AbstractType<unknown>): Place {
    const known = this.#ofTypes.get(type);
    if (known) return known;
    const item = type._item;
    let place: Place;
    if (!item) place = this.root(rootNames.find((name) => this.#before.root(name) === type) ?? '');
    // What is worked in lies no deeper than the document lets it.
    else if (item.parent instanceof Y.AbstractType)
      place = insideOf({ place: this.ofType(item.parent), key: item.parentSub }, type, () => ({
        ...noteFactsOf(type),
        isNew: false,
      }));
    else place = nowhere;
    this.#ofTypes.set(type, place);
    return place;
  }

  /** Where a part that is there or waits lies; undefined for one that is no more than its clock. */
  spotAt(client: number, clock: number): Spot | undefined {
    if (clock >= this.#before.clockOf(client)) return this.runAt(client, clock)?.spot;
    const part = this.#before.partAt(client, clock);
    if (!(part instanceof Y.Item) || !(part.parent instanceof Y.AbstractType)) return undefined;
    return { place: this.ofType(part.parent), key: part.parentSub };
  }

  /** What lies in a part that is there or waits. */
  insideAt(client: number, clock: number): Place {
    if (clock >= this.#before.clockOf(client)) return this.runAt(client, clock)?.inside ?? nowhere;
    const part = this.#before.partAt(client, clock);
    return part instanceof Y.Item && part.content instanceof Y.ContentType ? this.ofType(part.content.type) : nowhere;
  }

  /** What counts under a key in the document, deleted or not. */
  latestUnder(place: Place, key: string): Y.Item | undefined {
    const type = place.kind === 'note' ? place.type : this.#before.root(place.kind);
    return type?._map.get(key);
  }

  /** What was set under a key in this batch. */
  waitingUnder(place: Place, key: string): readonly Y.Item[] {
    return this.#waitingKeys.get(place)?.get(key) ?? [];
  }

  /** The last of those that wait of a client. */
  lastRunOf(client: number): Run | undefined {
    return this.#waiting.get(client)?.at(-1);
  }

  /** A part has been accepted, and waits. */
  add(client: number, from: number, to: number, spot: Spot, inside: Place | undefined): void {
    let runs = this.#waiting.get(client);
    if (!runs) {
      runs = [];
      this.#waiting.set(client, runs);
    }
    const last = runs.at(-1);
    const goesOn = last && !last.inside && !inside && last.to === from;
    if (goesOn && last.spot.place === spot.place && last.spot.key === null && spot.key === null) {
      last.to = to;
      return;
    }
    runs.push({ from, to, spot, inside });
  }

  addKey(place: Place, key: string, items: readonly Y.Item[]): void {
    let keys = this.#waitingKeys.get(place);
    if (!keys) {
      keys = new Map();
      this.#waitingKeys.set(place, keys);
    }
    const before = keys.get(key);
    if (before) before.push(...items);
    else keys.set(key, [...items]);
  }

  /** The run that a part which waits is in. */
  runAt(client: number, clock: number): Run | undefined {
    const runs = this.#waiting.get(client) ?? [];
    let [low, high] = [0, runs.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = runs[middle] as Run;
      if (clock < run.from) high = middle - 1;
      else if (clock >= run.to) low = middle + 1;
      else return run;
    }
    return undefined;
  }
}

/** What lies in a map, text or list that lies in a spot. */
export function insideOf(
  { place, key }: Spot,
  type: Y.AbstractType<unknown>,
  noteOf: () => NoteInRules,
  isInDocument = true,
): Place {
  switch (place.kind) {
    case 'notes':
      if (key === null || type.constructor !== Y.Map) return free;
      return { kind: 'note', note: noteOf(), type: isInDocument ? type : undefined };
    case 'note':
      return key === 'text' ? { kind: 'words', of: place } : key === 'votes' ? { kind: 'votes', of: place } : free;
    case 'votes':
      return { kind: 'vote', seat: key ?? '' };
    case 'meeting':
      return key !== null && leaderKeys.has(key) ? step : free;
    case 'words':
    case 'vote':
    case 'step':
    case 'nowhere':
      return place;
    default:
      return free;
  }
}
