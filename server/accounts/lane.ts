import { failed, type Result, succeeded } from '@duken/shared/result';

interface Waiting {
  readonly begin: () => void;
  readonly isFirst: boolean;
}

/** Costly work, a few pieces at once: what is more waits its turn, and when too many wait, the next is told so at once. */
export class Lane {
  readonly #maxAtOnce: number;
  readonly #maxWaiting: number;
  readonly #waiting: Waiting[] = [];
  #underWay = 0;

  constructor(maxAtOnce: number, maxWaiting: number) {
    this.#maxAtOnce = maxAtOnce;
    this.#maxWaiting = maxWaiting;
  }

  /** @param isFirst whether it goes before those who wait, but for others of its kind, and is never turned away */
  async run<Value>(work: () => Promise<Value>, isFirst = false): Promise<Result<Value, { readonly kind: 'laneFull' }>> {
    if (this.#underWay >= this.#maxAtOnce) {
      if (!isFirst && this.#waiting.length >= this.#maxWaiting) return failed({ kind: 'laneFull' });
      await new Promise<void>((begin) => this.#wait({ begin, isFirst }));
    } else this.#underWay += 1;
    try {
      return succeeded(await work());
    } finally {
      // The next takes over the place of this one.
      const next = this.#waiting.shift();
      if (next) next.begin();
      else this.#underWay -= 1;
    }
  }

  #wait(waiting: Waiting): void {
    const last = waiting.isFirst ? this.#waiting.findIndex(({ isFirst }) => !isFirst) : -1;
    if (last === -1) this.#waiting.push(waiting);
    else this.#waiting.splice(last, 0, waiting);
  }
}
