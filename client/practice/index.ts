export { PracticeBar } from './PracticeBar.tsx';
