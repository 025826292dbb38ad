export { BoardSession, type SessionOptions, type SessionState } from './boardSession.ts';
export type { EndReason, Trouble } from './closing.ts';
export type { AskServer } from './connection.ts';
export { copyTextOf, type KeptWork } from './keptWords.ts';
export { layDrafts } from './layDrafts.ts';
export { newId } from './newId.ts';
export { ownLinks, withBoard } from './ownLinks.ts';
export type { Pointer, Presence, SharedCaret } from './presence.ts';
export type { QuietSession } from './quietSession.ts';
export { SessionProvider, useSessionStore } from './SessionProvider.tsx';
export type { SavedStatus } from './savedStatus.ts';
export {
  mayChangeVoice,
  mayGiveVoice,
  mayPairNote,
  mayTouchNote,
  type Seat,
  tellsForCitizen,
  voicesFor,
} from './seat.ts';
export type { SharedText } from './sharedText.ts';
export type { TranslationsSession } from './translationsSession.ts';
export type { UndoAnswer } from './undoSteps.ts';
export { useDraft } from './useDraft.ts';
export { useLastKnown } from './useLastKnown.ts';
export { useHeldSession, useSession, useSessionsLeftWithWork, useUnsaved } from './useSessions.ts';
