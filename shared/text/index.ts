export { cleanInsert, cleanLine, cleanText, isBlank } from './cleanText.ts';
export { csvOf } from './csvOf.ts';
export { isolated } from './isolated.ts';
export { looksLike } from './lookAlike.ts';
export { unprintableIn } from './printedLetters.ts';
