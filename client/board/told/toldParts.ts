import { fetchTexts } from '../../texts/index.ts';

/** Only whoever leads has them, and asks for them with the list by person. */
export const toldNowPart = { load: async () => (await import('./ToldNow.tsx')).ToldNow };
export const toldLinesPart = {
  load: async () => (await Promise.all([import('./ToldLines.tsx'), fetchTexts('outside')]))[0].ToldLines,
};
