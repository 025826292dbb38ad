// The design system first, then what says how it shall look here.
import '@digdir/designsystemet-css/theme';
import './designSystem.css';
// The wght file without an opsz axis: the one the sheet's table of advances was made from (design.md, "The document").
import '@fontsource-variable/inter/wght.css';
import './fonts.css';
import './theme.css';
import './parts.css';

export { Again, Aloud } from './Aloud.tsx';
export { recall, remember } from './browserMemory.ts';
export { CasePage } from './CasePage.tsx';
export { ChoiceCards } from './ChoiceCards.tsx';
export { CopyField } from './CopyField.tsx';
export { followColourScheme } from './colourScheme.ts';
export { DateField } from './DateField.tsx';
export { voiceFor } from './deviceVoice.ts';
export type { DialogSlot } from './dialogSlot.ts';
export { ExampleEnd } from './ExampleEnd.tsx';
export { FailureNote } from './FailureNote.tsx';
export { KeptWords } from './KeptWords.tsx';
export { LanguageChoice, LanguageSwitch } from './LanguageSwitch.tsx';
export { fetchPart, LatePart, type Part } from './LatePart.tsx';
export { Letter } from './Letter.tsx';
export { LineField } from './LineField.tsx';
export { Modal } from './Modal.tsx';
export { meetingEnded, useMeetingEnded } from './meetingEnded.ts';
export { isSamePeople, type NamedPerson, type PersonChoice, peopleToChoose, takeTyped } from './namedPeople.ts';
export { PeopleField } from './PeopleField.tsx';
export { beginPractice, endPractice, recallPassed, rememberPassed } from './practiceMemory.ts';
export { QrCode } from './QrCode.tsx';
export { SharingLine } from './SharingLine.tsx';
export { SlashBreaks } from './SlashBreaks.tsx';
export { TopBar } from './TopBar.tsx';
export { useDocumentTitle } from './useDocumentTitle.ts';
export { useReadAloud } from './useReadAloud.ts';
export { useRoleName } from './useRoleName.ts';
export { ViewSwitch } from './ViewSwitch.tsx';
export { Waiting } from './Waiting.tsx';
