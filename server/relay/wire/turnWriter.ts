import type { Writable } from 'node:stream';

/**
 * Gathers what a socket is sent within one turn of the event loop into one write. Nothing waits longer than the turn:
 * it leaves as soon as the frames that came in together have been read.
 */
export class TurnWriter {
  readonly #held = new Set<Writable>();

  /** To be called before each write. */
  hold(stream: Writable): void {
    if (this.#held.has(stream)) return;
    if (this.#held.size === 0) setImmediate(() => this.#release());
    this.#held.add(stream);
    stream.cork();
  }

  #release(): void {
    for (const stream of this.#held) stream.uncork();
    this.#held.clear();
  }
}
