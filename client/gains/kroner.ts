import { type Language, numberIn } from '../texts/index.ts';

/** «−350 000 kr», with a real minus and spaces that no line breaks at. */
export function kroner(amount: number, language: Language): string {
  return `${numberIn(amount, language)}\u00a0kr`;
}

/** What somebody typed as an amount: «1 500», «1500,50», «−20»; undefined where it is no number. */
export function amountIn(typed: string): number | undefined {
  const bare = typed
    .replace(/[\s\u00a0\u202f]|kr\.?$/gu, '')
    .replace(',', '.')
    .replace('\u2212', '-');
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined;
}
