export { BoardUnreadable } from './boardUnreadable.ts';
export type {
  BoardRow,
  Directory,
  LinkRow,
  MeetingRow,
  ParticipantRow,
  Seat,
  SessionLife,
} from './directory.ts';
export {
  type Beat,
  endOf,
  type Journal,
  type JournalEntry,
  type JournalPosition,
  StorageUnavailable,
  updatesIn,
} from './journal.ts';
export { openStorage } from './openStorage.ts';
export type { ArchivedVersion, ArchivedVersionHead, PlanArchive } from './planArchive.ts';
export type { RoomBus } from './roomBus.ts';
export type { OpenStorageFailure, Storage } from './storage.ts';
