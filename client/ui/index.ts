import './theme.css';
import './parts.css';

export { ChoiceCards } from './ChoiceCards.tsx';
export { CopyField } from './CopyField.tsx';
export { followColourScheme } from './colourScheme.ts';
export type { DialogSlot } from './dialogSlot.ts';
export { FailureNote } from './FailureNote.tsx';
export { LanguageSwitch } from './LanguageSwitch.tsx';
export { Letter } from './Letter.tsx';
export { Modal } from './Modal.tsx';
export { TopBar } from './TopBar.tsx';
export { useDocumentTitle } from './useDocumentTitle.ts';
export { useRoleName } from './useRoleName.ts';
export { ViewSwitch } from './ViewSwitch.tsx';
export { Waiting } from './Waiting.tsx';
