export type {
  AccountInNumbers,
  AccountRow,
  Accounts,
  ChosenWayIn,
  LeaderRow,
  NewMembership,
  NewSignIn,
  OnceLink,
  PasskeyRow,
  ProvidedPerson,
  ProvidedSignIn,
  SignedIn,
  SignInRow,
} from './accounts.ts';
export type { AnswerLink, AnswerRow, AnswerStore, ShortText } from './answers.ts';
export type { CalendarFeed, CalendarStore } from './calendars.ts';
export type { CaseEnds } from './caseEnds.ts';
export type { CaseLog, NewLogLine } from './caseLog.ts';
export { maxCheckpointBytes, maxCheckpoints } from './checkpoints.ts';
export type { Consents } from './consents.ts';
export type { ContactLine, ContactLog } from './contacts.ts';
export type { CutReading, Cuts, GivenCut, NewCut, WholeCut } from './cuts.ts';
export type {
  Admission,
  BoardRow,
  Directory,
  HelperAnswer,
  LinkRow,
  MeetingRow,
  MembershipRow,
  Newcomer,
  NewSession,
  ParticipantRow,
  PersonChange,
  PersonRow,
  Seat,
} from './directory.ts';
export type { ActionIndex, FollowUpStore } from './followUp.ts';
export { CannotHold, type Installation, type Row } from './installation.ts';
export type { Intake, ProposalRow } from './intake.ts';
export {
  type Batch,
  type Checkpoint,
  type CheckpointHead,
  type ClientOwners,
  endOf,
  type Journal,
  type JournalEntry,
  type JournalPosition,
  StorageUnavailable,
  updatesIn,
} from './journal.ts';
export type { JournalCare, StoredEntry, StoredJournal } from './journalCare.ts';
export { JournalUnreadable } from './journalUnreadable.ts';
export { type MovedTable, movedTables } from './movedTables.ts';
export { type FolderLock, lockFolder, lockName, openStorage, type StorageSettings } from './openStorage.ts';
export type { Passkeys } from './passkeys.ts';
export type { ArchivedVersion, ArchivedVersionHead, PlanArchive } from './planArchive.ts';
export type { PlanLives, StoredLifeEvent } from './planLives.ts';
export type { CaseToCount, ProgrammeStore, ToldRelease } from './programme.ts';
export type { ReminderKey, ReminderStore } from './reminders.ts';
export type { RoomBus, Subscription } from './roomBus.ts';
export type { CaseKeysHere, OpenStorageFailure, Storage } from './storage.ts';
export { storageMetrics } from './storageMetrics.ts';
export type { Stories } from './stories.ts';
export type { Tallies } from './tallies.ts';
