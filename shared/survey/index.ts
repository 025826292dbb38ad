export { fitQuestions, type Marks, pulseQuestions, type Question, staffQuestions } from './questions.ts';
export { least, type SurveyResult, type Tally, type ToldCount, tellTally } from './tally.ts';
