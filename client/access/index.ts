export { BoardGate } from './BoardGate.tsx';
export { HelperQuestion } from './HelperQuestion.tsx';
export { ShareLinks } from './ShareLinks.tsx';
