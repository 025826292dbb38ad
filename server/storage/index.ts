export type {
  BoardRow,
  Directory,
  LinkRow,
  MeetingRow,
  ParticipantRow,
  Seat,
  SessionLife,
} from './directory.ts';
export { type Journal, type JournalEntry, type JournalPosition, StorageUnavailable } from './journal.ts';
export { openStorage } from './openStorage.ts';
export type { ArchivedVersion, ArchivedVersionHead, PlanArchive } from './planArchive.ts';
export type { OpenStorageFailure, Storage } from './storage.ts';
