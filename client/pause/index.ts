export { PausePart } from './PausePart.tsx';
