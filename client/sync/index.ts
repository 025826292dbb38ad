export { BoardSession, type SessionOptions, type SessionState, type UndoAnswer } from './boardSession.ts';
export type { EndReason, Trouble } from './closing.ts';
export type { Pointer, Presence, SharedCaret } from './presence.ts';
export type { SavedStatus } from './savedStatus.ts';
export type { SharedText } from './sharedText.ts';
