import * as Y from 'yjs';
import type { LiveDocument } from './liveDocument.ts';

/**
 * What is on disk of one document: an encoded state, and the updates committed after it. Joins are answered from here.
 * As long as nothing changes, every join gets the same bytes.
 */
export class CommittedState {
  #state: Uint8Array;
  #tail: Uint8Array[] = [];
  #tailBytes = 0;
  #stateVector: Uint8Array | undefined;

  constructor(state: Uint8Array) {
    this.#state = state;
  }

  get tailLength(): number {
    return this.#tail.length;
  }

  get tailBytes(): number {
    return this.#tailBytes;
  }

  /** Bytes of the encoded state, as it was when the tail was last worked into it. */
  get stateBytes(): number {
    return this.#state.length;
  }

  /** The parts that make up the state, in order. */
  get updates(): readonly Uint8Array[] {
    return [this.#state, ...this.#tail];
  }

  append(update: Uint8Array): void {
    // A copy: the update is a view on what the socket read, and would keep all of that in memory.
    this.#tail.push(update.slice());
    this.#tailBytes += update.length;
    this.#stateVector = undefined;
  }

  /**
   * Works the tail into the state.
   * @param live the live document when it holds exactly what is committed: it encodes much faster than parts merge
   */
  settle(live: LiveDocument | undefined): void {
    if (this.#tail.length === 0) return;
    this.#state = live ? live.encode() : Y.mergeUpdates([this.#state, Y.mergeUpdates(this.#tail)]);
    this.#tail = [];
    this.#tailBytes = 0;
  }

  /** Everything, as one update: the same bytes until something is committed. */
  encode(live: LiveDocument | undefined): Uint8Array {
    this.settle(live);
    return this.#state;
  }

  /** What somebody with this state vector lacks. */
  encodeSince(stateVector: Uint8Array, live: LiveDocument | undefined): Uint8Array {
    if (live) return live.encodeSince(stateVector);
    this.settle(live);
    return Y.diffUpdate(this.#state, stateVector);
  }

  encodeStateVector(live: LiveDocument | undefined): Uint8Array {
    if (live) return live.encodeStateVector();
    this.settle(live);
    this.#stateVector ??= Y.encodeStateVectorFromUpdate(this.#state);
    return this.#stateVector;
  }
}
