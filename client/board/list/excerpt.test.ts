import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

describe('naming a note by its first words', () => {
  it('keeps a short note whole, on one line', () => {
    expect(excerptOf(' Jeg vil\nha jobb ')).toBe('Jeg vil ha jobb');
  });

  it('ends after a whole word', () => {
    expect(excerptOf('Jeg hadde sommerjobb på hagesenteret to somre på rad')).toBe(
      'Jeg hadde sommerjobb på hagesenteret to …',
    );
  });

  it('never cuts an emoji in two', () => {
    expect(excerptOf(`${'a'.repeat(39)}😀😀`)).toBe(`${'a'.repeat(39)} …`);
  });
});
