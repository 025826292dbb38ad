import { RecentAddresses } from '../access/index.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How many boards an address may make in a day: so many at once, and more as the day passes. */
export class BoardQuota {
  /** By address, when all that it has made will be forgotten, in milliseconds. */
  readonly #forgottenAt = new RecentAddresses<number>();
  /** How long one board counts. In whole milliseconds, so that the last of the day is not lost to rounding. */
  readonly #eachMs: number;

  /** @param perDay how many boards an address may make */
  constructor(perDay: number) {
    this.#eachMs = Math.floor(dayMs / perDay);
  }

  /**
   * Counts one more, if there is one left.
   * @param now in milliseconds
   * @returns how long to wait for one, in milliseconds; 0 when it was there
   */
  take(address: string, now: number): number {
    // Never more than a day ahead: a clock that was set back would else keep an address out for as long.
    const known = Math.min(this.#forgottenAt.get(address) ?? now, now + dayMs);
    const forgottenAt = Math.max(known, now) + this.#eachMs;
    const waitMs = forgottenAt - now - dayMs;
    if (waitMs > 0) return waitMs;
    this.#forgottenAt.set(address, forgottenAt);
    return 0;
  }

  /** How many addresses are remembered. */
  get size(): number {
    return this.#forgottenAt.size;
  }
}
