import * as Y from 'yjs';
import type { LiveDocument } from './liveDocument.ts';

/** Bytes set aside for the first updates: some twenty letters typed one by one. */
const minTailBytes = 1_024;

/**
 * What is on disk of one document: an encoded state, and the updates committed after it. Joins are answered from here.
 */
export class CommittedState {
  #state: Uint8Array;
  /** The updates after it, side by side: a meeting brings thousands, and an object for each would weigh more than most. */
  #tail = new Uint8Array();
  /** Where each of them ends. */
  #ends: number[] = [];
  #stateVector: Uint8Array | undefined;

  constructor(state: Uint8Array) {
    this.#state = state;
  }

  get tailBytes(): number {
    return this.#ends.at(-1) ?? 0;
  }

  /** How many updates came after the encoded state. */
  get tailLength(): number {
    return this.#ends.length;
  }

  /** The encoded state, as it was when the tail was last worked into it: the same bytes until then. */
  get state(): Uint8Array {
    return this.#state;
  }

  /** Bytes of the encoded state, as it was when the tail was last worked into it. */
  get stateBytes(): number {
    return this.#state.length;
  }

  /** The updates after the encoded state, in order, as views. */
  get tail(): readonly Uint8Array[] {
    return this.#ends.map((end, index) => this.#tail.subarray(this.#ends[index - 1] ?? 0, end));
  }

  /** The same with the encoded state before them: everything there is. */
  get updates(): readonly Uint8Array[] {
    return [this.#state, ...this.tail];
  }

  /** Appends a copy: the update is a view on what the socket read, and would keep all of that in memory. */
  append(update: Uint8Array): void {
    const start = this.tailBytes;
    const end = start + update.length;
    if (end > this.#tail.length) {
      const longer = new Uint8Array(Math.max(minTailBytes, 2 * this.#tail.length, end));
      longer.set(this.#tail.subarray(0, start));
      this.#tail = longer;
    }
    this.#tail.set(update, start);
    this.#ends.push(end);
  }

  /**
   * Works the tail into the state.
   * @param live the live document when it holds exactly what is committed: it encodes much faster than parts merge
   */
  settle(live: LiveDocument | undefined): void {
    if (this.#ends.length === 0) return;
    this.#become(live ? live.encode() : Y.mergeUpdates([this.#state, Y.mergeUpdates([...this.tail])]));
  }

  /** Encodes all of it anew. @param live a document that holds exactly what is committed */
  encodeAnew(live: LiveDocument): void {
    this.#become(live.encode());
  }

  /** What somebody with this state vector lacks. */
  encodeSince(stateVector: Uint8Array, live: LiveDocument | undefined): Uint8Array {
    if (live) return live.encodeSince(stateVector);
    this.settle(live);
    return Y.diffUpdate(this.#state, stateVector);
  }

  /**
   * What is here at least. Without a live document it is what the encoded state has: whoever is told so sends a little that is
   * here already, and nobody waits for the board to be encoded.
   */
  encodeStateVector(live: LiveDocument | undefined): Uint8Array {
    if (live) return live.encodeStateVector();
    this.#stateVector ??= Y.encodeStateVectorFromUpdate(this.#state);
    return this.#stateVector;
  }

  #become(state: Uint8Array): void {
    this.#state = state;
    this.#tail = new Uint8Array();
    this.#ends = [];
    this.#stateVector = undefined;
  }
}
