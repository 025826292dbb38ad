import type { BoardId } from '@duken/shared/board';
import type { ProposalId } from '@duken/shared/intake';
import type { KeyFailure, Keyring } from '../sealing/index.ts';
import type { Accounts } from './accounts.ts';
import type { AnswerStore } from './answers.ts';
import type { CalendarStore } from './calendars.ts';
import type { CaseEnds } from './caseEnds.ts';
import type { CaseLog } from './caseLog.ts';
import type { Consents } from './consents.ts';
import type { ContactLog } from './contacts.ts';
import type { Cuts } from './cuts.ts';
import type { Directory } from './directory.ts';
import type { FollowUpStore } from './followUp.ts';
import type { Installation } from './installation.ts';
import type { Intake } from './intake.ts';
import type { Journal } from './journal.ts';
import type { JournalCare } from './journalCare.ts';
import type { Passkeys } from './passkeys.ts';
import type { PlanArchive } from './planArchive.ts';
import type { PlanLives } from './planLives.ts';
import type { ProgrammeStore } from './programme.ts';
import type { ReminderStore } from './reminders.ts';
import type { RoomBus } from './roomBus.ts';
import type { Stories } from './stories.ts';
import type { Tallies } from './tallies.ts';

/** Everything that is kept, behind one door, and news of it from the other servers. */
export interface Storage extends Database {
  readonly bus: RoomBus;
}

/** Everything that is kept. */
export interface Database {
  /** Which folder or database, in words for whoever runs the server. Never with a password. */
  readonly place: string;
  readonly journal: Journal;
  readonly directory: Directory;
  readonly accounts: Accounts;
  readonly passkeys: Passkeys;
  readonly archive: PlanArchive;
  readonly followUp: FollowUpStore;
  readonly tallies: Tallies;
  readonly consents: Consents;
  readonly answers: AnswerStore;
  readonly cuts: Cuts;
  readonly reminders: ReminderStore;
  readonly calendars: CalendarStore;
  readonly contacts: ContactLog;
  readonly intake: Intake;
  readonly stories: Stories;
  readonly programme: ProgrammeStore;
  readonly planLives: PlanLives;
  readonly caseEnds: CaseEnds;
  readonly caseLog: CaseLog;
  /** All of it as rows, for moving it from one database to another. */
  readonly installation: Installation;
  /** The keys that open what is kept, for who changes the installation's. */
  readonly keyring: Keyring;
  /** Whether every case that there is has its key. */
  keysOfCases(): Promise<CaseKeysHere>;
  /**
   * Writes all of it into a new file, as it was at one moment, beside everybody who works. The keys are not in it.
   * @returns false where the database has tools of its own for it
   */
  backUp(file: string): Promise<boolean>;
  /** Journals as they lie, for those who repair them. */
  readonly journalCare: JournalCare;
  /** Ends boards that were erased before, and came back with an older copy of the data. */
  endErasedBoards(now: number): Promise<void>;
  /** Erases all of a board that had ended by `now`, and destroys its key. @returns false when it had not, or is not there any more */
  eraseExpiredBoard(boardId: BoardId, now: number): Promise<boolean>;
  /** Erases a proposal that no case has come of, and destroys its key. @returns false when there is none such */
  eraseProposal(proposalId: ProposalId): Promise<boolean>;
  /** Seals what was kept before there were seals, beside everybody who works. @returns how many rows that were */
  sealOldRows(): Promise<number>;
  /** @throws StorageUnavailable when storage does not answer */
  check(): Promise<void>;
  /** @throws StorageUnavailable when storage does not answer */
  size(): Promise<StorageSize>;
  /** Bytes that may still be written to the disk under the folder; undefined for a database, whose disk is not ours to ask. */
  freeBytes(): Promise<number | undefined>;
  /** Lets what is under way finish. Nothing may be asked for afterwards. */
  close(): Promise<void>;
}

/** How many cases there are, and of how many the key was destroyed, or is not here. */
export interface CaseKeysHere {
  readonly cases: number;
  readonly destroyed: number;
  readonly missing: number;
}

/** How much is kept, from figures that cost nobody a wait. */
export interface StorageSize {
  /** Entries in the journals of all documents; with PostgreSQL an estimate. */
  readonly journalRows: number;
  /** Bytes on disk of the journal and its index; with SQLite of the one file that holds everything. */
  readonly journalBytes: number;
}

/** Why storage could not be opened. */
export type OpenStorageFailure =
  | KeyFailure
  | { readonly kind: 'keysUnwritable'; readonly folder: string; readonly reason: string }
  | { readonly kind: 'folderUnwritable'; readonly folder: string; readonly reason: string }
  /** Anybody on the machine may write in it. */
  | { readonly kind: 'folderOpen'; readonly folder: string }
  | { readonly kind: 'folderInUse'; readonly folder: string }
  | { readonly kind: 'databaseUnreadable'; readonly file: string; readonly reason: string }
  | { readonly kind: 'databaseRefused'; readonly database: string; readonly reason: string }
  | { readonly kind: 'databaseInUse'; readonly database: string }
  /** A server that is not joined to others has it, and this one is. */
  | { readonly kind: 'databaseHeldAlone'; readonly database: string }
  | { readonly kind: 'redisRefused'; readonly redis: string; readonly reason: string }
  /** Everything was being moved to this place, and not all of it has come. */
  | { readonly kind: 'moveUnfinished'; readonly place: string; readonly source: string }
  | { readonly kind: 'databaseTooNew'; readonly place: string; readonly found: number; readonly known: number };
