import { describe, expect, it } from 'vitest';
import { amountIn, kroner } from './kroner.ts';

describe('kroner', () => {
  it('are written with a minus and with spaces that hold', () => {
    expect(kroner(-350_000, 'nb')).toBe('\u2212350\u00a0000\u00a0kr');
    expect(kroner(33_073_000, 'nn')).toBe('33\u00a0073\u00a0000\u00a0kr');
  });
  it.each([
    ['1 500 000', 1_500_000],
    ['1500,50', 1500.5],
    ['20 000 kr', 20_000],
    ['\u2212350\u00a0000', -350_000],
    ['0', 0],
    ['', undefined],
    ['gratis', undefined],
    ['1.500.000', undefined],
    ['1e9', undefined],
  ])('%j is read as %j', (typed, amount) => {
    expect(amountIn(typed)).toBe(amount);
  });
});
