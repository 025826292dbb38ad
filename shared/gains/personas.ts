import type { PriceId } from './priceList.ts';

/** How many years are looked at. */
export const years = 10;

/** Units in each of the ten years, by what is given. */
export type Given = Readonly<Partial<Record<PriceId, readonly number[]>>>;

/**
 * An invented person: what they are given in ten years by ordinary administration (worst), and when everybody works together
 * (best). No real person's life is ever reckoned.
 */
export interface Persona {
  readonly id: 'jimmy' | 'karuchi' | 'child';
  readonly worst: Given;
  readonly best: Given;
}

const always = (units: number): readonly number[] => Array.from({ length: years }, () => units);

/**
 * The three of Lørenskog's report (2022). It prints totals and no years: the years here are invented so that they add up to those
 * totals at the example's prices.
 */
export const personas: readonly Persona[] = [
  {
    id: 'jimmy',
    worst: { socialBenefit: always(10), followUp: always(120) },
    best: {
      socialBenefit: [6, 4, 2, 1, 0.5, 0, 0, 0, 0, 0],
      followUp: [60, 40, 20, 20, 15, 15, 12, 10, 8, 7],
    },
  },
  {
    id: 'karuchi',
    worst: {
      socialBenefit: always(12),
      temporaryHome: always(12),
      childWelfare: always(1),
      followUp: always(180),
    },
    best: {
      socialBenefit: [12, 12, 6, 3, 2, 0, 0, 0, 0, 0],
      temporaryHome: [12, 12, 0, 0, 0, 0, 0, 0, 0, 0],
      childWelfare: [1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0],
      followUp: [280, 180, 180, 190, 160, 150, 50, 50, 50, 50],
      homeBought: [0, 0, 0, 0, 0, 0, 1, 0, 0, 0],
    },
  },
  {
    id: 'child',
    worst: {
      respiteCare: always(100),
      personalAssistant: Array.from({ length: years }, (_, year) => 3_800 + 400 * year),
    },
    best: {
      respiteCare: always(100),
      personalAssistant: [3_200, 3_000, 2_800, 2_600, 2_400, 2_400, 2_400, 2_400, 2_400, 2_400],
    },
  },
];
