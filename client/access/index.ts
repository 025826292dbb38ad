export { BoardGate } from './BoardGate.tsx';
export { ShareLinks } from './ShareLinks.tsx';
