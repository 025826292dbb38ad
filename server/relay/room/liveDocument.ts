import * as Y from 'yjs';

/** What an update brought. */
export interface Applied {
  /** Whether it holds anything that was not there before. */
  readonly isNews: boolean;
  /** Whether Yjs has set some of it aside: it leans on parts that have not come. */
  readonly lacksParts: boolean;
  /** Whether it put something further inside something else than `maxLevels`. */
  readonly isTooDeep: boolean;
}

/**
 * How far parts may lie inside each other. A duk has three levels; Yjs deletes by recursion, and what is deep enough to
 * overflow the stack of one browser, or of a server that has just started, may pass in another.
 */
const maxLevels = 32;

/** Yjs sets two lists aside in each part of a document for those who observe it, twice the weight of a word. Here nobody does. */
const { _eH: ownEvents, _dEH: eventsWithin } = new Y.Map();

/** A document in memory with all that has been accepted, committed or not. */
export class LiveDocument {
  readonly #doc: Y.Doc;
  #changed = false;
  #isTooDeep = false;

  /**
   * @param mayForget whether a deleted part may lose its content; all may when it is left out
   * @throws when an update cannot be applied
   */
  constructor(updates: Iterable<Uint8Array>, mayForget?: (item: Y.Item) => boolean) {
    this.#doc = new Y.Doc(mayForget ? { gcFilter: mayForget } : {});
    this.#doc.on('afterTransaction', (transaction) => this.#look(transaction));
    this.#doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update);
    });
  }

  /**
   * Applies an update.
   * @throws when it cannot be applied; the document may then hold half of it, and must be thrown away
   */
  apply(update: Uint8Array): Applied {
    const { store } = this.#doc;
    const waitingStructs = store.pendingStructs?.update;
    const waitingDeletions = store.pendingDs;
    this.#changed = false;
    this.#isTooDeep = false;
    Y.applyUpdate(this.#doc, update);
    const lacksParts =
      isMore(waitingStructs, store.pendingStructs?.update) || isMore(waitingDeletions, store.pendingDs);
    return { isNews: this.#changed, lacksParts, isTooDeep: this.#isTooDeep };
  }

  /**
   * Applies updates at the price of one.
   * @returns whether the document is whole after it, and none of them put anything in too deep
   * @throws when one cannot be applied; the document may then hold half of it, and must be thrown away
   */
  applyTogether(updates: readonly Uint8Array[]): boolean {
    this.#isTooDeep = false;
    this.#doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update);
    });
    return !this.#isTooDeep && this.isWhole;
  }

  /** For looking, not for changing. */
  read<Value>(look: (doc: Y.Doc) => Value): Value {
    return look(this.#doc);
  }

  /**
   * Changes it here, as a Yjs client of the server's own.
   * @returns what came of it, and the update that says the same; none when nothing changed
   * @throws what the change throws; half of it may then be in the document, which must be thrown away
   */
  change<Outcome>(
    clientId: number,
    act: (doc: Y.Doc) => Outcome,
  ): { readonly outcome: Outcome; readonly update: Uint8Array | undefined } {
    let update: Uint8Array | undefined;
    const take = (made: Uint8Array) => {
      update = made;
    };
    this.#doc.clientID = clientId;
    this.#doc.on('update', take);
    try {
      // One transaction, which gives one update.
      const outcome = this.#doc.transact(() => act(this.#doc));
      return { outcome, update };
    } finally {
      this.#doc.off('update', take);
    }
  }

  /**
   * Whether nothing in it waits for parts that have not come. Only what the journal brings may: it is from before such edits
   * were kept out of it, was repaired, or is read on to the end in a moment.
   */
  get isWhole(): boolean {
    const { pendingStructs, pendingDs } = this.#doc.store;
    return !pendingStructs && !pendingDs;
  }

  /** Up to where it has the parts of one Yjs client. */
  clockOf(clientId: number): number {
    return Y.getState(this.#doc.store, clientId);
  }

  /** The part that holds a clock of a Yjs client below `clockOf`. */
  partAt(clientId: number, clock: number): Y.Item | Y.GC {
    const parts = this.#doc.store.clients.get(clientId) ?? [];
    return parts[Y.findIndexSS(parts, clock)] as Y.Item | Y.GC;
  }

  /** What lies at the root under a name, without making it. */
  root(name: string): Y.AbstractType<unknown> | undefined {
    return this.#doc.share.get(name) as Y.AbstractType<unknown> | undefined;
  }

  encode(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  /** What somebody with this state vector lacks. */
  encodeSince(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, stateVector);
  }

  encodeStateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  destroy(): void {
    this.#doc.destroy();
  }

  /** Looks through what a transaction has brought. */
  #look({ beforeState, afterState, deleteSet, doc }: Y.Transaction): void {
    this.#changed ||= deleteSet.clients.size > 0;
    for (const [client, clock] of afterState) {
      const before = beforeState.get(client) ?? 0;
      if (clock === before) continue;
      this.#changed = true;
      const structs = doc.store.clients.get(client) ?? [];
      for (let at = structs.length - 1; at >= 0; at--) {
        const struct = structs[at];
        if (!struct || struct.id.clock < before) break;
        if (struct instanceof Y.Item) this.#lookAt(struct);
      }
    }
  }

  #lookAt(item: Y.Item): void {
    const { content } = item;
    if (content instanceof Y.ContentType) {
      this.#isTooDeep ||= isDeep(item);
      content.type._eH = ownEvents;
      content.type._dEH = eventsWithin;
    } else if (content instanceof Y.ContentAny) {
      // Yjs lets a list grow for each value it reads, and a list that has grown keeps room for seventeen.
      content.arr = content.arr.slice();
    }
  }
}

function isDeep(item: Y.Item): boolean {
  let above: Y.Item | null = item;
  for (let level = 0; level < maxLevels; level++) {
    above = above.parent instanceof Y.AbstractType ? above.parent._item : null;
    if (!above) return false;
  }
  return true;
}

function isMore(before: Uint8Array | null | undefined, after: Uint8Array | null | undefined): boolean {
  if (!after || after === before) return false;
  return !before || Buffer.compare(before, after) !== 0;
}
