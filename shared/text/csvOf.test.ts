import { expect, it } from 'vitest';
import { csvOf } from './csvOf.ts';

it('a table for Excel keeps numbers as numbers and text as text', () => {
  expect(csvOf([['år', 'kr'], [1, -350_000], [2, 1.5]])).toBe('\uFEFFår;kr\r\n1;-350000\r\n2;1,5\r\n'); // biome-ignore format: one row
  expect(csvOf([['=1+1', ' @sum', 'a;b', 'sa "hei"']])).toBe(`\uFEFF'=1+1;' @sum;"a;b";"sa ""hei"""\r\n`);
});
