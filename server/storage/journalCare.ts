import type { DocumentId } from '@duken/shared/access';
import type { JournalPosition } from './journal.ts';

/** One entry as it lies in the database, also when `Journal.read` refuses it. */
export interface StoredEntry {
  readonly position: JournalPosition;
  /**
   * `altered`: its checksum does not fit, or its seal. `unknown`: it is from before there were checksums, so that nothing can be said.
   * `beat` and `fold`: it is as it was written, by a batch or by compacting.
   */
  readonly origin: 'beat' | 'fold' | 'altered' | 'unknown';
  /** As it lies there: sealed. */
  readonly data: Uint8Array;
  readonly lengths: Uint8Array | null;
  readonly checksum: number | null;
  /** Its updates, as far as its bytes go: the last may be cut short. */
  readonly updates: readonly Uint8Array[];
  /** Whether its bytes are not as many as its updates need. */
  readonly isTorn: boolean;
}

export interface StoredJournal {
  /** Oldest first. */
  readonly entries: readonly StoredEntry[];
  /** Where the journal ends by all accounts: the last entry may be missing. */
  readonly end: JournalPosition;
}

export interface JournalRepair {
  /** The position at which what was saved stands from then on. */
  readonly position: JournalPosition;
  /** Milliseconds since the epoch. */
  readonly repairedAt: number;
  /** What was lost, as JSON; never what anybody wrote. */
  readonly report: string;
}

/** Looking after journals that may be damaged. */
export interface JournalCare {
  /** Documents with a journal, in the order of their ids. */
  documents(): Promise<readonly DocumentId[]>;
  look(documentId: DocumentId): Promise<StoredJournal>;
  /**
   * Puts one update in the place of a whole journal, and notes that it was repaired, in one transaction.
   * @param seen the journal as it was looked at
   * @returns false when somebody has written to it since; nothing is changed then
   */
  replace(documentId: DocumentId, seen: StoredJournal, state: Uint8Array, repair: JournalRepair): Promise<boolean>;
  /** Oldest first. */
  repairs(documentId: DocumentId): Promise<readonly JournalRepair[]>;
}
