export interface RoundsOptions<Item> {
  /** How long a round takes, in milliseconds: each item is looked after once in it. */
  readonly everyMs: number;
  /** What there is. Its iterator must bear that items come and go meanwhile, as those of a Set and a Map do. */
  readonly all: () => Iterable<Item>;
  readonly lookAfter: (item: Item) => void;
}

/** Milliseconds between two steps of a round. */
const stepMs = 100;

/** Looks after many things again and again, some at each step: to do all of it at once would make everybody wait. */
export class Rounds<Item> {
  readonly #options: RoundsOptions<Item>;
  readonly #timer: NodeJS.Timeout;
  /** Those whose turn is still to come. Undefined when all have had it. */
  #waiting: Iterator<Item> | undefined;
  #share = 0;
  #stepsLeft = 0;

  constructor(options: RoundsOptions<Item>) {
    this.#options = options;
    this.#timer = setInterval(() => this.#step(), Math.min(stepMs, options.everyMs)).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #step(): void {
    if (!this.#waiting && this.#stepsLeft <= 0) this.#begin();
    this.#stepsLeft -= 1;
    for (let taken = 0; this.#waiting && taken < this.#share; taken++) {
      const next = this.#waiting.next();
      if (next.done) this.#waiting = undefined;
      else this.#options.lookAfter(next.value);
    }
  }

  #begin(): void {
    const { everyMs, all } = this.#options;
    const steps = Math.max(1, Math.round(everyMs / stepMs));
    // One more than there are, so that the last step sees the end.
    this.#share = Math.ceil(([...all()].length + 1) / steps);
    this.#stepsLeft = steps;
    this.#waiting = all()[Symbol.iterator]();
  }
}
