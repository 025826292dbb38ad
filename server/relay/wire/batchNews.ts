import type { WireFrame } from './wireFrame.ts';

/** Whole frames, side by side, and in the order of the journal. */
export interface Parcel {
  readonly bytes: Buffer;
  /** How many of them belong to frames larger than an ordinary edit: somebody's long time offline coming home. */
  readonly documentBytes: number;
}

/** One board's edits of one batch, as they go out: each to all but its author. Those who wrote nothing share one parcel. */
export class BatchNews<Author> {
  readonly #maxOrdinaryBytes: number;
  readonly #frames: { readonly from: Author; readonly frame: WireFrame }[] = [];
  readonly #authors = new Set<Author>();
  #everything: Parcel | undefined;

  /** @param maxOrdinaryBytes what is larger counts as a document */
  constructor(maxOrdinaryBytes: number) {
    this.#maxOrdinaryBytes = maxOrdinaryBytes;
  }

  add(from: Author, frame: WireFrame): void {
    this.#frames.push({ from, frame });
    this.#authors.add(from);
    this.#everything = undefined;
  }

  get isEmpty(): boolean {
    return this.#frames.length === 0;
  }

  /** @returns nothing when all of it is their own */
  parcelFor(person: Author): Parcel | undefined {
    if (this.#authors.has(person)) {
      return this.#pack(this.#frames.flatMap(({ from, frame }) => (from === person ? [] : frame)));
    }
    this.#everything ??= this.#pack(this.#frames.map(({ frame }) => frame));
    return this.#everything;
  }

  #pack(frames: readonly WireFrame[]): Parcel | undefined {
    const [only] = frames;
    if (!only) return undefined;
    let documentBytes = 0;
    for (const { length } of frames) if (length > this.#maxOrdinaryBytes) documentBytes += length;
    return { bytes: frames.length === 1 ? only : Buffer.concat(frames), documentBytes };
  }
}
