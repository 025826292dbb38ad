import * as Y from 'yjs';

/** What an update brought. */
export interface Applied {
  /** Whether it holds anything that was not there before. */
  readonly isNews: boolean;
  /** Whether it waits, in whole or in part, for another that has not come. */
  readonly isMissingParts: boolean;
}

/** A document in memory with all that has been accepted, committed or not. */
export class LiveDocument {
  readonly #doc = new Y.Doc();
  #changed = false;

  /** @throws when an update cannot be applied */
  constructor(updates: Iterable<Uint8Array>) {
    for (const update of updates) Y.applyUpdate(this.#doc, update);
    this.#doc.on('afterTransaction', (transaction) => {
      this.#changed ||= transaction.deleteSet.clients.size > 0 || advanced(transaction);
    });
  }

  /**
   * Applies an update. What is already there, and lies nowhere in waiting either, is no news.
   * @throws when it cannot be applied; the document may then hold half of it, and must be thrown away
   */
  apply(update: Uint8Array): Applied {
    const { store } = this.#doc;
    const waitingStructs = store.pendingStructs?.update;
    const waitingDeletions = store.pendingDs;
    this.#changed = false;
    Y.applyUpdate(this.#doc, update);
    const isMissingParts =
      isMore(waitingStructs, store.pendingStructs?.update) || isMore(waitingDeletions, store.pendingDs);
    return { isNews: this.#changed || isMissingParts, isMissingParts };
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
}

function advanced({ beforeState, afterState }: Y.Transaction): boolean {
  for (const [client, clock] of afterState) if (beforeState.get(client) !== clock) return true;
  return false;
}

function isMore(before: Uint8Array | null | undefined, after: Uint8Array | null | undefined): boolean {
  if (!after || after === before) return false;
  return !before || Buffer.compare(before, after) !== 0;
}
