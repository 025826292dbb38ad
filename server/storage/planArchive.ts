import type { BoardId } from '@duken/shared/board';
import type { ConsentId } from '@duken/shared/consent';
import type { MeetingId, SubjectPresence } from '@duken/shared/meeting';
import type { JournalPosition } from './journal.ts';

/** A frozen version as it is stored: written once, never changed. */
export interface ArchivedVersion {
  readonly boardId: BoardId;
  /** 1, 2, 3 … within the board. */
  readonly version: number;
  readonly meetingId: MeetingId;
  /** The journal position it was made from. */
  readonly position: JournalPosition;
  /** Milliseconds since the epoch. */
  readonly frozenAt: number;
  /** The document's state as one Yjs update. */
  readonly state: Uint8Array;
  /** The `PlanVersion` as canonical JSON (RFC 8785). */
  readonly planJson: string;
  /** The duk as SVG. */
  readonly picture: string;
  /** SHA-256 as lower-case hex. */
  readonly sha256: string;
  /** The previous version's, or '' for the first. */
  readonly previousSha256: string;
  /** The consents that counted when it was made: kept beside it, and no part of what is hashed. */
  readonly consents?: readonly ConsentId[];
}

export type ArchivedVersionHead = Omit<ArchivedVersion, 'state' | 'planJson' | 'picture'>;

/** Frozen versions, written once. */
export interface PlanArchive {
  /**
   * Stores the next version, marks its meeting as frozen and keeps a checkpoint of the duk, in one transaction.
   * @param subject whether anybody whom it is about was there: the first of what happens to it
   * @returns false when that version or that meeting's version exists already; nothing is changed then
   */
  store(version: ArchivedVersion, subject?: SubjectPresence): Promise<boolean>;
  find(boardId: BoardId, version: number): Promise<ArchivedVersion | undefined>;
  /** Oldest first. */
  list(boardId: BoardId): Promise<readonly ArchivedVersionHead[]>;
  /** Boards that have versions, for `duk verify`. */
  listBoards(): Promise<readonly BoardId[]>;
}
