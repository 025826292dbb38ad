import { failed, type Result, succeeded } from '../result.ts';
import { type Given, type Persona, years } from './personas.ts';
import { type PriceId, type Prices, priceItems } from './priceList.ts';

/** A price that cannot be reckoned with. */
export interface PriceFault {
  readonly kind: 'priceMissing' | 'priceNegative';
  readonly item: PriceId;
}

export interface GainYear {
  /** 1 to 10. */
  readonly year: number;
  /** Kroner net: costs less what came back. Below 0 where more came back than went out. */
  readonly worst: number;
  readonly best: number;
  /** Worst less best, of this year and of all so far. */
  readonly difference: number;
  readonly accumulated: number;
}

/** Ten years in kroner. QALY, a value in money of a better life, is not in it. */
export interface Gains {
  readonly years: readonly GainYear[];
  readonly worst: number;
  readonly best: number;
  /** Worst less best. It is what is avoided and what is returned, and they are never mixed: the one is not spent, the other comes in. */
  readonly difference: number;
  readonly avoided: number;
  readonly returned: number;
  /** The year from which the sum so far stays above 0; absent where it never does. */
  readonly paysFrom?: number;
}

/** What one invented person costs in ten years, both ways. All faults of the prices it needs are told at once. */
export function reckonGains(
  persona: Persona,
  prices: Prices,
): Result<Gains, { readonly faults: readonly PriceFault[] }> {
  const faults = faultsOf(prices).filter(({ item }) => persona.worst[item] ?? persona.best[item]);
  if (faults.length > 0) return failed({ faults });
  const each = Array.from({ length: years }, (_, at) => ({
    worst: yearOf(persona.worst, prices, at),
    best: yearOf(persona.best, prices, at),
  }));
  return succeeded(gainsOf(each));
}

/** Several persons together. */
export function addGains(all: readonly Gains[]): Gains {
  const sum = (of: (gains: Gains) => number): number => all.reduce((total, gains) => total + of(gains), 0);
  const together = accumulate(
    Array.from({ length: years }, (_, at) => ({
      worst: sum((gains) => gains.years[at]?.worst ?? 0),
      best: sum((gains) => gains.years[at]?.best ?? 0),
    })),
  );
  return { ...totalsOf(together), avoided: sum(({ avoided }) => avoided), returned: sum(({ returned }) => returned) };
}

/** What is wrong with a list of prices, in the order of the list. */
export function faultsOf(prices: Prices): readonly PriceFault[] {
  return priceItems.flatMap(({ id: item }): PriceFault[] => {
    const price = prices[item];
    if (price === undefined || !Number.isFinite(price)) return [{ kind: 'priceMissing', item }];
    return price < 0 ? [{ kind: 'priceNegative', item }] : [];
  });
}

interface YearSums {
  readonly cost: number;
  readonly back: number;
}

function yearOf(given: Given, prices: Prices, at: number): YearSums {
  const sum = (kind: 'cost' | 'return'): number =>
    priceItems
      .filter((item) => item.kind === kind)
      .reduce((total, { id }) => total + Math.round((given[id]?.[at] ?? 0) * (prices[id] ?? 0)), 0);
  return { cost: sum('cost'), back: sum('return') };
}

function gainsOf(each: readonly { readonly worst: YearSums; readonly best: YearSums }[]): Gains {
  const total = (of: (year: (typeof each)[number]) => number): number => each.reduce((sum, year) => sum + of(year), 0);
  const net = ({ cost, back }: YearSums): number => cost - back;
  return {
    ...totalsOf(accumulate(each.map(({ worst, best }) => ({ worst: net(worst), best: net(best) })))),
    avoided: total(({ worst, best }) => worst.cost - best.cost),
    returned: total(({ worst, best }) => best.back - worst.back),
  };
}

function accumulate(each: readonly { readonly worst: number; readonly best: number }[]): readonly GainYear[] {
  let accumulated = 0;
  return each.map(({ worst, best }, at) => {
    accumulated += worst - best;
    return { year: at + 1, worst, best, difference: worst - best, accumulated };
  });
}

function totalsOf(each: readonly GainYear[]): Omit<Gains, 'avoided' | 'returned'> {
  const worst = each.reduce((sum, year) => sum + year.worst, 0);
  const best = each.reduce((sum, year) => sum + year.best, 0);
  const lastBelow = each.findLastIndex(({ accumulated }) => accumulated <= 0);
  const paysFrom = each[lastBelow + 1]?.year;
  return { years: each, worst, best, difference: worst - best, ...(paysFrom === undefined ? {} : { paysFrom }) };
}
