export type { Term } from './term.ts';
export { termFile } from './termFile.ts';
export { hasLongSentence, termsIn } from './termsIn.ts';
