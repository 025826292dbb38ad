import { examplePrices, type PriceId, type Prices, priceItems, readPrices, writePrices } from '@duken/shared/gains';
import { useState } from 'react';
import { recall, remember } from '../ui/index.ts';
import { amountIn } from './kroner.ts';

/** What stands in the fields, as it was typed. */
export type TypedPrices = Readonly<Record<PriceId, string>>;

const key = 'duk.prices';

/** The municipality's own prices, kept in this browser; the example's until somebody has written others. */
export function usePrices() {
  const [typed, setTyped] = useState<TypedPrices>(() =>
    typedOf(readPrices(recall(key) ?? '')?.prices ?? examplePrices),
  );
  /** What stood there before the whole list was changed. */
  const [before, setBefore] = useState<TypedPrices>();
  const keep = (next: TypedPrices): void => {
    setTyped(next);
    remember(key, writePrices(pricesOf(next)));
  };
  return {
    typed,
    prices: pricesOf(typed),
    change(item: PriceId, value: string): void {
      setBefore(undefined);
      keep({ ...typed, [item]: value });
    },
    /** Puts another list in the place of this one; `undo` brings this one back. */
    replace(prices: Prices): void {
      setBefore(typed);
      keep(typedOf(prices));
    },
    ...(before && {
      undo(): void {
        setBefore(undefined);
        keep(before);
      },
    }),
  };
}

function typedOf(prices: Prices): TypedPrices {
  return Object.fromEntries(
    priceItems.map(({ id }) => [id, prices[id] === undefined ? '' : String(prices[id])]),
  ) as Record<PriceId, string>;
}

function pricesOf(typed: TypedPrices): Prices {
  return Object.fromEntries(
    priceItems.flatMap(({ id }) => {
      const amount = amountIn(typed[id]);
      return amount === undefined ? [] : [[id, amount]];
    }),
  );
}
