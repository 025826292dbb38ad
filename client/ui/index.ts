import './theme.css';

export { followColourScheme } from './colourScheme.ts';
export type { DialogSlot } from './dialogSlot.ts';
export { Letter } from './Letter.tsx';
export { Logo } from './Logo.tsx';
export { TopBar } from './TopBar.tsx';
export { useDocumentTitle } from './useDocumentTitle.ts';
export { Waiting } from './Waiting.tsx';
