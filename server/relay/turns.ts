/**
 * Work that costs much more than an edit (somebody's coming in, a question about the whole board, a piece of a large frame)
 * is done one piece at a time, and never two in the same turn of the event loop: the edits that have come meanwhile are
 * heard, saved and sent in between. A rest, which a piece may ask for, leaves them more time. Those who have asked for work
 * are served in rotation, so that whoever asks for a lot waits for themselves.
 */
export class Turns {
  /** What each has asked for, in order. Whoever is served goes to the end. */
  readonly #waiting = new Map<unknown, (() => void)[]>();
  #length = 0;
  #isScheduled = false;
  /** In milliseconds of `performance.now()`. */
  #restsUntil = 0;

  /** How many pieces of work wait. */
  get length(): number {
    return this.#length;
  }

  /** @param who asks: any value, the same for all that one asks for */
  take(who: unknown, act: () => void): void {
    const acts = this.#waiting.get(who);
    if (acts) acts.push(act);
    else this.#waiting.set(who, [act]);
    this.#length += 1;
    this.#schedule();
  }

  /** Does nothing for at least so many milliseconds from now. */
  rest(ms: number): void {
    this.#restsUntil = Math.max(this.#restsUntil, performance.now() + ms);
  }

  #schedule(): void {
    if (this.#isScheduled || this.#waiting.size === 0) return;
    this.#isScheduled = true;
    setImmediate(() => this.#serveWhenRested());
  }

  #serveWhenRested(): void {
    const leftMs = this.#restsUntil - performance.now();
    if (leftMs > 0) {
      setTimeout(() => this.#serveWhenRested(), leftMs);
      return;
    }
    this.#isScheduled = false;
    try {
      this.#serveOne();
    } finally {
      // Also when this one threw, the others have theirs.
      this.#schedule();
    }
  }

  #serveOne(): void {
    for (const [who, acts] of this.#waiting) {
      this.#waiting.delete(who);
      const act = acts.shift();
      this.#length -= 1;
      if (acts.length > 0) this.#waiting.set(who, acts);
      act?.();
      return;
    }
  }
}
