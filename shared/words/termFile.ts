import { z } from 'zod';
import type { Term } from './term.ts';

const words = z.string().trim().min(1, 'must say something').max(60, 'must be at most 60 letters');
const meaning = z.string().trim().min(1, 'must say something').max(300, 'must be at most 300 letters');

/** One word as an operator explains it in a file; what is said in bokmål alone is said so in the other languages too. */
export const termFile = z
  .strictObject({
    name: words,
    forms: z.array(words).max(30, 'can be at most 30').default([]),
    meaning: z
      .strictObject({ nb: meaning, nn: meaning.optional(), en: meaning.optional() })
      .transform(({ nb, nn = nb, en = nb }) => ({ nb, nn, en })),
  })
  .transform(({ name, forms, meaning }) => ({
    name,
    forms: [...new Set([name, ...forms])],
    meaning,
  })) satisfies z.ZodType<Term>;
