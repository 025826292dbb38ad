import { RecentAddresses } from './recentAddresses.ts';

/** The first wait and the longest, in milliseconds. */
const firstWaitMs = 1_000;
const longestWaitMs = 64_000;

interface Failures {
  /** Wrong secrets that have not been forgotten yet; some are each second. */
  count: number;
  /** How many came when there had been too many, since the last calm. */
  excess: number;
  countedAt: number;
}

/**
 * Secrets that opened nothing, by the address they came from. The secret is looked at first, so a right one is never
 * counted and never refused: whole municipalities sit behind one address.
 */
export class WrongSecrets {
  readonly #failures = new RecentAddresses<Failures>();
  readonly #perMinute: number;

  /** @param perMinute how many an address may send before it is told to wait */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /**
   * Counts one more.
   * @param now in milliseconds
   * @returns how long to wait before the next, in milliseconds, doubling each time; 0 while there have not been too many
   */
  count(address: string, now: number): number {
    const known = this.#failures.get(address) ?? { count: 0, excess: 0, countedAt: now };
    const forgotten = (Math.max(0, now - known.countedAt) / 60_000) * this.#perMinute;
    known.count = Math.max(0, known.count - forgotten);
    if (known.count === 0) known.excess = 0;
    known.countedAt = now;
    this.#failures.set(address, known);
    if (known.count + 1 > this.#perMinute) {
      known.excess += 1;
      return Math.min(longestWaitMs, firstWaitMs * 2 ** (known.excess - 1));
    }
    known.count += 1;
    return 0;
  }

  /** How many addresses are remembered. */
  get size(): number {
    return this.#failures.size;
  }
}
