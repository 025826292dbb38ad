/**
 * Work that costs much more than an edit (somebody's coming in, a question about the whole board, a piece of a large frame)
 * is done one piece at a time, and never two in the same turn of the event loop: the edits that have come meanwhile are
 * heard, saved and sent in between. Those who have asked for work are served in rotation, so that whoever asks for a lot
 * waits for themselves.
 */
export class Turns {
  /** What each has asked for, in order. Whoever is served goes to the end. */
  readonly #waiting = new Map<unknown, (() => void)[]>();
  readonly #whenNext: (serve: () => void) => void;
  #isScheduled = false;

  /** @param whenNext when the next piece is done: in the next turn, or less often */
  constructor(whenNext: (serve: () => void) => void = setImmediate) {
    this.#whenNext = whenNext;
  }

  /** How many pieces of work wait. */
  get length(): number {
    return [...this.#waiting.values()].reduce((sum, acts) => sum + acts.length, 0);
  }

  /** @param who asks: any value, the same for all that one asks for */
  take(who: unknown, act: () => void): void {
    const acts = this.#waiting.get(who);
    if (acts) acts.push(act);
    else this.#waiting.set(who, [act]);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isScheduled || this.#waiting.size === 0) return;
    this.#isScheduled = true;
    this.#whenNext(() => {
      this.#isScheduled = false;
      this.#serveOne();
    });
  }

  #serveOne(): void {
    for (const [who, acts] of this.#waiting) {
      this.#waiting.delete(who);
      const act = acts.shift();
      if (acts.length > 0) this.#waiting.set(who, acts);
      // Also when this one throws, the others have theirs.
      this.#schedule();
      act?.();
      return;
    }
  }
}
