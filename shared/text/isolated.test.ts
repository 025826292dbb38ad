import { describe, expect, it } from 'vitest';
import { isolated } from './isolated.ts';

describe('words that stand inside a sentence of ours', () => {
  it.each(['Selam', 'ገዛ', '🎨 2026', ''])('stay as they are where they read from the left: "%s"', (words) => {
    expect(isolated(words)).toBe(words);
  });

  it.each(['سلام', 'Fatima (فاطمة)', 'שלום'])(
    'are kept apart where some of them read from the right: "%s"',
    (words) => {
      expect(isolated(words)).toBe(`\u2068${words}\u2069`);
    },
  );
});
