export { dayInWords, dayOf, hourInWords, momentInWords, namesInWords, numberIn, shortDay } from './dates.ts';
export { directionOf, languageInItself, languageInWords } from './languageName.ts';
export {
  type Language,
  languageChoice,
  languageMark,
  languages,
  letterLanguage,
  ownNameOf,
  unreadWord,
} from './languages.ts';
export { fetchTexts, type LateTopic } from './lateTexts.ts';
export { sheetWordsIn, templateIn } from './sheetTexts.ts';
export { chooseLanguage, startTexts } from './startTexts.ts';
export { dayClock, dayNow, useToday } from './today.ts';
export { useLanguage } from './useLanguage.ts';
