import { networkOf } from '../access/index.ts';

/** How many addresses are remembered at most. The one that has made none for longest is forgotten first. */
const maxAddresses = 10_000;
const dayMs = 24 * 60 * 60 * 1000;

/** How many boards an address may make in a day: so many at once, and more as the day passes. */
export class BoardQuota {
  /** By address, when all that it has made will be forgotten, in milliseconds. */
  readonly #forgottenAt = new Map<string, number>();
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
    const key = networkOf(address);
    // Never more than a day ahead: a clock that was set back would else keep an address out for as long.
    const known = Math.min(this.#forgottenAt.get(key) ?? now, now + dayMs);
    const forgottenAt = Math.max(known, now) + this.#eachMs;
    const waitMs = forgottenAt - now - dayMs;
    if (waitMs > 0) return waitMs;
    // To the end of the line.
    this.#forgottenAt.delete(key);
    this.#forgottenAt.set(key, forgottenAt);
    if (this.#forgottenAt.size > maxAddresses) this.#forgetOldest();
    return 0;
  }

  /** How many addresses are remembered. */
  get size(): number {
    return this.#forgottenAt.size;
  }

  #forgetOldest(): void {
    for (const key of this.#forgottenAt.keys()) {
      this.#forgottenAt.delete(key);
      return;
    }
  }
}
