export { AnswerPage } from './AnswerPage.tsx';
export { PulsePage } from './PulsePage.tsx';
export { ResultPage } from './ResultPage.tsx';
export { SurveyPage } from './SurveyPage.tsx';
