import { z } from 'zod';

/** What a municipality gives, in one unit of it; or what it gets back, as when a family buys its home. */
export interface PriceItem {
  readonly id: string;
  readonly kind: 'cost' | 'return';
  /** Kroner for one unit in the example: invented, as the persons are. */
  readonly example: number;
}

/** The things that the invented persons are given. What they are called, and in which unit, stands in the texts. */
export const priceItems = [
  { id: 'socialBenefit', kind: 'cost', example: 20_000 },
  { id: 'temporaryHome', kind: 'cost', example: 40_000 },
  { id: 'childWelfare', kind: 'cost', example: 600_000 },
  { id: 'followUp', kind: 'cost', example: 1_000 },
  { id: 'respiteCare', kind: 'cost', example: 8_000 },
  { id: 'personalAssistant', kind: 'cost', example: 500 },
  { id: 'homeBought', kind: 'return', example: 4_250_000 },
] as const satisfies readonly PriceItem[];
export type PriceId = (typeof priceItems)[number]['id'];

/** Kroner for one unit of each; undefined where nobody has said. */
export type Prices = Readonly<Partial<Record<PriceId, number>>>;

export const examplePrices: Prices = Object.fromEntries(priceItems.map(({ id, example }) => [id, example]));

/** A list of prices as a file: what a municipality saves and opens again. Ids that this product does not know are passed over. */
const priceFile = z.object({ format: z.literal(1), prices: z.record(z.string(), z.number()) });

/** The file's text for a list. */
export function writePrices(prices: Prices): string {
  return `${JSON.stringify({ format: 1, prices } satisfies z.input<typeof priceFile>, undefined, 2)}\n`;
}

/** What a file says, with how many of its prices belong to nothing here; undefined for what is no list of prices. */
export function readPrices(text: string): { readonly prices: Prices; readonly unknown: number } | undefined {
  const read = priceFile.safeParse(parsed(text));
  if (!read.success) return undefined;
  const entries = Object.entries(read.data.prices);
  const known = entries.filter(([id]) => priceItems.some((item) => item.id === id));
  return { prices: Object.fromEntries(known), unknown: entries.length - known.length };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
