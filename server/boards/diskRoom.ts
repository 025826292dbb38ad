import type { Storage } from '../storage/index.ts';

/** How old an answer may be, in milliseconds: the disk is not asked for each board when many are made at once. */
const maxAgeMs = 5_000;

/** Whether the disk has room for new boards. What it has less than that is kept for the boards there are. */
export class DiskRoom {
  readonly #storage: Pick<Storage, 'freeBytes'>;
  readonly #minFreeBytes: number;
  readonly #clock: () => number;
  #last: { readonly isEnough: Promise<boolean>; readonly askedAt: number } | undefined;

  /** @param options.minFreeBytes how much must be free for one more board */
  constructor(
    storage: Pick<Storage, 'freeBytes'>,
    options: { readonly minFreeBytes: number; readonly clock: () => number },
  ) {
    this.#storage = storage;
    this.#minFreeBytes = options.minFreeBytes;
    this.#clock = options.clock;
  }

  /** Whether a board may be made now. A disk that cannot say is no hindrance: it refuses by itself what it cannot take. */
  isEnough(): Promise<boolean> {
    const now = this.#clock();
    // A clock that was set back makes an answer old too.
    if (!this.#last || Math.abs(now - this.#last.askedAt) >= maxAgeMs) {
      this.#last = { isEnough: this.#ask(), askedAt: now };
    }
    return this.#last.isEnough;
  }

  async #ask(): Promise<boolean> {
    try {
      const free = await this.#storage.freeBytes();
      return free === undefined || free >= this.#minFreeBytes;
    } catch {
      return true;
    }
  }
}
