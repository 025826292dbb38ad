export interface BucketSize {
  /** How much may come at once. */
  readonly burst: number;
  /** How fast it fills again. */
  readonly perSecond: number;
}

/** Allows bursts, and a steady pace after them. */
export class TokenBucket {
  readonly #size: BucketSize;
  #tokens: number;
  #filledAt: number;

  /** @param now milliseconds on any clock that only goes forward */
  constructor(size: BucketSize, now: number) {
    this.#size = size;
    this.#tokens = size.burst;
    this.#filledAt = now;
  }

  /** @returns false when there is not enough left; nothing is taken then */
  take(amount: number, now: number): boolean {
    if (!this.allows(amount, now)) return false;
    this.#tokens -= amount;
    return true;
  }

  /** Whether so much may be taken now. */
  allows(amount: number, now: number): boolean {
    this.#fill(now);
    return amount <= this.#tokens;
  }

  /**
   * Takes it in any case, on credit where there is not enough: no more than a burst is ever owed, so that whoever comes
   * after somebody who spent without end does not pay for all of it.
   * @returns milliseconds until nothing is owed any more
   */
  spend(amount: number, now: number): number {
    this.#fill(now);
    this.#tokens = Math.max(this.#tokens - amount, -this.#size.burst);
    return Math.max(0, (-this.#tokens / this.#size.perSecond) * 1000);
  }

  /** Whether it allows as much as a new one. */
  isFull(now: number): boolean {
    this.#fill(now);
    return this.#tokens >= this.#size.burst;
  }

  #fill(now: number): void {
    const { burst, perSecond } = this.#size;
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filledAt) / 1000) * perSecond);
    this.#filledAt = now;
  }
}
