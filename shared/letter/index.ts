export { individualPlan } from './individualPlan.ts';
export type {
  ChangeKind,
  Letter,
  LetterBlock,
  LetterCell,
  LetterContacts,
  LetterFact,
  LetterForm,
  LetterLanguage,
  LetterNote,
  LetterReader,
  LetterRow,
  LetterSection,
  LetterSide,
  LetterStanding,
  LetterStep,
  PlainBlock,
  PlanForm,
  ServiceOf,
  ToldChange,
  ToldChanges,
} from './letter.ts';
export { changeKinds, letterForms, letterReaders, planForms } from './letter.ts';
export { longDay } from './letterDates.ts';
export { letterStanding } from './letterStanding.ts';
export { letterToText } from './letterToText.ts';
export { minPlan } from './minPlan.ts';
export { columnHeading, themeName } from './namesOf.ts';
export { type LetterSource, planLetter } from './planLetter.ts';
export { type NamedPerson, promiseLetter, promisesOf } from './promises.ts';
export { tellChanges } from './tellChanges.ts';
export type { LetterTexts } from './texts/letterTexts.ts';
export { letterTexts } from './textsByLanguage.ts';
