export { OutsideWordsForm } from './OutsideWordsForm.tsx';
