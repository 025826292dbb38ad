import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BoardId, DocumentId, ParticipantId } from '@duken/shared/access';
import type { Kysely, Transaction } from 'kysely';
import type {
  Batch,
  CheckpointHead,
  ClientOwners,
  CompactAlso,
  Journal,
  JournalEntry,
  JournalPosition,
  Moment,
} from '../journal.ts';
import { packUpdates } from '../sql/entryBytes.ts';
import { contentsChecksum, type JournalRow } from '../sql/journalRow.ts';
import { partBytes, readEntries } from '../sql/readEntries.ts';
import { keysToSeal, sealEntry } from '../sql/sealedEntry.ts';
import { type SealedRows, sealedBy } from '../sql/sealedRows.ts';
import { compactInto, keepCheckpointOf, listCheckpoints, readCheckpoint, readTimes } from '../sql/sqlCheckpoints.ts';
import type { Tables } from '../sql/tables.ts';
import type { SqliteConnection } from './sqliteConnection.ts';
import type { SqliteFile } from './sqliteFile.ts';

const insert = `
  insert into journal (document_id, position, data, lengths, checksum, written_at)
  select ?1, coalesce(max(position), 0) + 1, ?2, ?3, coalesce(max(position), 0) + 1 + ?4, ?5
  from journal where document_id = ?1 returning position`;
const own = 'insert or ignore into client_owners (document_id, client_id, participant_id) values (?, ?, ?)';
const owners = 'select client_id, participant_id from client_owners where document_id = ?';
const select =
  'select position, data, lengths, checksum from journal where document_id = ? and position > ? order by position';
/** Entries weighed in one go: it takes about a millisecond, in which nothing else is done. */
const entriesInOneGo = 2_000;

/**
 * Weighs entries after the position `?2` of the document `?1`, and of documents after it up to `?3`. Reads none of them, so it cannot
 * tell those that are not sealed yet: of these it takes a little off too.
 */
const weighSome = `
  select document_id, max(position) as last, sum(bytes) as bytes, count(*) as entries
  from (
    select document_id, position, max(octet_length(data) - ${sealedBy}, 0) as bytes from journal
    where (document_id, position) > (?1, ?2) and document_id <= ?3
    order by document_id, position
    limit ${entriesInOneGo}
  )
  group by document_id
  order by document_id`;
const head = 'select max(position) as last from journal where document_id = ?';

/**
 * The journal straight on SQLite's own statements: the one place where microseconds count. It takes turns with
 * everybody else by borrowing Kysely's only connection, so that no commit of its own ends up in another's transaction.
 */
export class SqliteJournal implements Journal {
  readonly #file: SqliteFile;
  readonly #turns: Kysely<Tables>;
  readonly #sealed: SealedRows;

  constructor(file: SqliteFile, turns: Kysely<Tables>, sealed: SealedRows) {
    this.#file = file;
    this.#turns = turns;
    this.#sealed = sealed;
  }

  async append(
    batch: Batch,
    newOwners: ReadonlyMap<DocumentId, ClientOwners> = new Map(),
    writtenAt: number = Date.now(),
  ): Promise<ReadonlyMap<DocumentId, JournalPosition>> {
    const keys = await keysToSeal(this.#sealed.keyring, batch.keys());
    return this.#commit((db) => {
      const positions = new Map<DocumentId, JournalPosition>();
      for (const [documentId, updates] of batch) {
        if (updates.length === 0) continue;
        const entry = sealEntry(documentId, 'beat', packUpdates(updates), keys);
        const checksum = contentsChecksum(documentId, 'beat', entry);
        const row = db.prepare(insert).get(documentId, entry.data, entry.lengths, checksum, writtenAt);
        positions.set(documentId, Number(row?.position));
      }
      for (const [documentId, clients] of newOwners)
        for (const [clientId, participantId] of clients) db.prepare(own).run(documentId, clientId, participantId);
      return positions;
    });
  }

  async read(documentId: DocumentId, after: JournalPosition = 0): Promise<readonly JournalEntry[]> {
    return readEntries(documentId, after, this.#sealed, (position) =>
      this.#inTurn((db) => rowsAfter(db, documentId, position)),
    );
  }

  async owners(documentId: DocumentId): Promise<ClientOwners> {
    return this.#inTurn((db) => {
      const rows = db.prepare(owners).all(documentId);
      return new Map(rows.map((row) => [Number(row.client_id), String(row.participant_id) as ParticipantId]));
    });
  }

  async heads(documentIds: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, JournalPosition>> {
    return this.#inTurn((db) => {
      const heads = new Map<DocumentId, JournalPosition>();
      for (const documentId of documentIds) {
        const last = db.prepare(head).get(documentId)?.last;
        if (last !== null && last !== undefined) heads.set(documentId, Number(last));
      }
      return heads;
    });
  }

  async boardBytes(boardId: BoardId): Promise<ReadonlyMap<DocumentId, number>> {
    const weights = new Map<DocumentId, number>();
    // Its documents are its own id and those below it.
    for (const [first, last] of [
      [boardId, boardId],
      [`${boardId}/`, `${boardId}/\u{10ffff}`],
    ] as const) {
      let after: readonly [documentId: string, position: number] = [first, 0];
      for (let isDone = false; !isDone; await nextTurn()) {
        const some = await this.#inTurn((db) => db.prepare(weighSome).all(...after, last));
        for (const row of some) {
          const documentId = String(row.document_id) as DocumentId;
          weights.set(documentId, (weights.get(documentId) ?? 0) + Number(row.bytes));
          after = [documentId, Number(row.last)];
        }
        isDone = some.reduce((sum, { entries }) => sum + Number(entries), 0) < entriesInOneGo;
      }
    }
    return weights;
  }

  async times(documentId: DocumentId): Promise<ReadonlyMap<JournalPosition, number>> {
    return readTimes(this.#turns, documentId);
  }

  async compact(
    documentId: DocumentId,
    compacted: Uint8Array,
    last: JournalPosition,
    also: CompactAlso = {},
  ): Promise<boolean> {
    const isForGood = also.isForGood ?? false;
    const keys = await keysToSeal(this.#sealed.keyring, [documentId]);
    // Each in a turn of its own: everybody waits for as long as a state is written, and together they are several.
    for (const checkpoint of isForGood ? [] : (also.checkpoints ?? []))
      await this.#replace(false, (db) => keepCheckpointOf(db, documentId, last, checkpoint, keys));
    const isCompacted = await this.#replace(isForGood, (db) =>
      compactInto(db, documentId, compacted, last, keys, isForGood ? also : {}),
    );
    if (isCompacted && isForGood) await this.emptyLog();
    return isCompacted;
  }

  async checkpoints(documentId: DocumentId): Promise<readonly CheckpointHead[]> {
    return listCheckpoints(this.#turns, documentId);
  }

  async readCheckpoint(documentId: DocumentId, which: Moment): Promise<Uint8Array | undefined> {
    return readCheckpoint(this.#turns, documentId, which, this.#sealed);
  }

  /** @param isForGood whether what it replaces is to be overwritten on the disk */
  #replace<Value>(isForGood: boolean, change: (db: Transaction<Tables>) => Promise<Value>): Promise<Value> {
    return this.#turns.transaction().execute((db) => {
      this.#file.use((connection) => connection.overwriteDeleted(isForGood));
      return change(db);
    });
  }

  /**
   * Leaves nothing in the write-ahead log of what was deleted and written over. Laying it out anew writes 36 MB, a piece at a
   * time: everybody else has a turn after each.
   */
  async emptyLog(): Promise<void> {
    await this.#inTurn((db) => db.emptyLog());
    for (let isLaidOut = false; !isLaidOut; ) {
      const flush = await this.#inTurn((db) => {
        isLaidOut = db.layOutSomeOfLog();
        return db.flushLog;
      });
      await flush();
    }
  }

  async #commit<Value>(change: (db: SqliteConnection) => Value): Promise<Value> {
    return this.#inTurn((db) => db.transact(() => change(db)));
  }

  async #inTurn<Value>(act: (db: SqliteConnection) => Value): Promise<Value> {
    return this.#turns.connection().execute(async () => this.#file.use(act));
  }
}

function rowsAfter(db: SqliteConnection, documentId: DocumentId, position: JournalPosition): readonly JournalRow[] {
  const rows: JournalRow[] = [];
  let bytes = 0;
  for (const row of db.prepare(select).iterate(documentId, position) as Iterable<unknown> as Iterable<JournalRow>) {
    rows.push(row);
    bytes += row.data.length;
    if (bytes >= partBytes) break;
  }
  return rows;
}
