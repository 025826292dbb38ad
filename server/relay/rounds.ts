export interface RoundsOptions<Item> {
  /** How long a round takes, in milliseconds: each item is looked after once in it. */
  readonly everyMs: number;
  /** Asked when a round begins. Who comes later has a turn in the next. */
  readonly all: () => Iterable<Item>;
  /** Also called for what has gone since the round began. */
  readonly lookAfter: (item: Item) => void;
}

/** Milliseconds between two steps of a round. */
const stepMs = 100;

/** Looks after many things again and again, some at each step: to do all of it at once would make everybody wait. */
export class Rounds<Item> {
  readonly #options: RoundsOptions<Item>;
  readonly #timer: NodeJS.Timeout;
  #items: Item[] = [];
  #stepsLeft = 0;

  constructor(options: RoundsOptions<Item>) {
    this.#options = options;
    this.#timer = setInterval(() => this.#step(), Math.min(stepMs, options.everyMs)).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #step(): void {
    const { everyMs, all, lookAfter } = this.#options;
    if (this.#stepsLeft === 0) {
      this.#items = [...all()];
      this.#stepsLeft = Math.max(1, Math.round(everyMs / stepMs));
    }
    const share = Math.ceil(this.#items.length / this.#stepsLeft);
    this.#stepsLeft -= 1;
    for (const item of this.#items.splice(0, share)) lookAfter(item);
  }
}
