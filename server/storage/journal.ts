import type { BoardId, DocumentId, ParticipantId } from '@duken/shared/access';

/** Where an entry stands in its document's journal: 1, 2, 3 … without holes. */
export type JournalPosition = number;

/** What one batch brought to each document: encoded Yjs updates as they came in, oldest first. */
export type Batch = ReadonlyMap<DocumentId, readonly Uint8Array[]>;

/** Whose each Yjs client of a document is: who first wrote under it. Nobody else may. */
export type ClientOwners = ReadonlyMap<number, ParticipantId>;

/** What one batch brought to one document. */
export interface JournalEntry {
  readonly position: JournalPosition;
  readonly updates: readonly Uint8Array[];
}

export const checkpointKinds = ['hour', 'freeze', 'restore'] as const;
export type CheckpointKind = (typeof checkpointKinds)[number];

/** Where a kept moment of a document stands among the others. */
export interface CheckpointHead {
  /** Milliseconds since the epoch. Nobody wrote between it and the end of its hour. */
  readonly takenAt: number;
  /** The end of an hour with edits, the moment a plan version was made, or just before the duk was made what it was earlier. */
  readonly kind: CheckpointKind;
  /** How much of the journal is in it. */
  readonly position: JournalPosition;
  readonly bytes: number;
}

/** A document as it was, as one Yjs update. */
export interface Checkpoint extends Omit<CheckpointHead, 'bytes'> {
  readonly state: Uint8Array;
}

/** The durable, ordered record of every change to a board's documents. */
export interface Journal {
  /**
   * Appends a batch in one commit, each document's part as one entry after what the document has.
   * @param owners of Yjs clients that wrote for the first time, kept in the same commit; who owned one before still does
   * @param writtenAt milliseconds since the epoch
   * @returns the position of each entry, once all of them would survive a power cut; a document without updates gets none
   * @throws StorageUnavailable when the disk or database refuses; then none of them is kept, and the caller may try again.
   * Only where the database's connection or the disk breaks in the very commit all of them may have been kept: an update
   * twice does no harm
   */
  append(
    batch: Batch,
    owners?: ReadonlyMap<DocumentId, ClientOwners>,
    writtenAt?: number,
  ): Promise<ReadonlyMap<DocumentId, JournalPosition>>;

  /** Whose the Yjs clients of a document are. Those that wrote before owners were kept are nobody's. */
  owners(documentId: DocumentId): Promise<ClientOwners>;

  /**
   * A document's entries, oldest first. An unknown document has none.
   * @param after only what came after this position; the first entry then also holds what was compacted into it meanwhile
   */
  read(documentId: DocumentId, after?: JournalPosition): Promise<readonly JournalEntry[]>;

  /** Where the journals of these documents end. A document that has none is left out. */
  heads(documentIds: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, JournalPosition>>;

  /** Bytes of what each of a board's documents has in its journal, checkpoints aside. A document that has none is left out. */
  boardBytes(boardId: BoardId): Promise<ReadonlyMap<DocumentId, number>>;

  /** When each of a document's entries was written, in milliseconds; those from before that was kept are left out. */
  times(documentId: DocumentId): Promise<ReadonlyMap<JournalPosition, number>>;

  /**
   * Puts one update in the place of all up to and including `last`, in one transaction. Positions go on from `last`.
   * @returns false when no entry stands at `last`: somebody else compacted further meanwhile; nothing is changed then
   */
  compact(documentId: DocumentId, compacted: Uint8Array, last: JournalPosition, also?: CompactAlso): Promise<boolean>;

  /** What is kept of a document from before its journal was compacted, oldest first. */
  checkpoints(documentId: DocumentId): Promise<readonly CheckpointHead[]>;

  /**
   * The state of one of them; undefined when it is not kept any more.
   * @throws JournalUnreadable when it was altered
   */
  readCheckpoint(documentId: DocumentId, which: Moment): Promise<Uint8Array | undefined>;
}

/** What tells a document's checkpoints apart. */
export type Moment = Pick<CheckpointHead, 'takenAt' | 'kind'>;

/** What is done in the same transaction as compacting. */
export interface CompactAlso {
  /** Kept, each in the place of the one of its moment; all there are are thinned after that. */
  readonly checkpoints?: readonly Checkpoint[];
  /**
   * Whether these are all the checkpoints there are from then on, and what is in none of them any more is to be in no page of the
   * database either, as far as that can be done.
   */
  readonly isForGood?: boolean;
  /** Those there were, when it is for good. Where there are others by now, nothing is changed and the answer is false. */
  readonly known?: readonly Moment[];
}

/** All that these entries brought, oldest first. */
export function updatesIn(entries: readonly JournalEntry[]): readonly Uint8Array[] {
  return entries.flatMap(({ updates }) => updates);
}

/** Where these entries end; 0 when there are none. */
export function endOf(entries: readonly JournalEntry[]): JournalPosition {
  return entries.at(-1)?.position ?? 0;
}

/** The disk or database refused. What was asked for has not happened and may be tried again. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
}
