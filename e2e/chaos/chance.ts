import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that falls alike again for the same seed. */
export class Chance {
  readonly #generator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return uniformInt(this.#generator, least, most);
  }

  /** True so many times in a hundred. */
  percent(share: number): boolean {
    return this.between(1, 100) <= share;
  }

  oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new Error('Nothing to choose from');
    return item;
  }

  /** One of them, the more likely the larger its weight. */
  weighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item {
    let left = this.between(
      1,
      items.reduce((sum, { weight }) => sum + weight, 0),
    );
    for (const item of items) {
      left -= item.weight;
      if (left <= 0) return item;
    }
    throw new Error('Nothing to choose from');
  }
}
