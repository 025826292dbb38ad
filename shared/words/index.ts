export type { Term } from './term.ts';
export { maxOwnTerms, termFile } from './termFile.ts';
export { hasLongSentence, termsIn } from './termsIn.ts';
