export { type ContactsOf, letterContactsWith } from './letterContacts.ts';
export {
  type CutLetterRequest,
  cutLetterOf,
  type LetterRequest,
  letterOf,
  type MadeLetter,
  type PromiseRequest,
} from './letterOf.ts';
export { type LetterChoices, themesIn, wishFaults } from './wishFaults.ts';
