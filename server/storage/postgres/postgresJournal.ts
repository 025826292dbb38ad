import type { BoardId, DocumentId, ParticipantId } from '@duken/shared/access';
import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import type { CaseKeys } from '../../sealing/index.ts';
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
import { compactInto, listCheckpoints, readCheckpoint, readTimes } from '../sql/sqlCheckpoints.ts';
import type { Tables } from '../sql/tables.ts';
import type { PostgresPool } from './postgresPool.ts';

/**
 * Appends a batch in one statement, which is one transaction and one trip. Positions are given out in the database: a
 * document's row in `journal_heads` is locked from here to the commit, so that its order is one order whichever server
 * writes, without holes. Documents are locked in the order of their ids, so that two batches never wait for each other.
 * All entries come as one run of bytes and are cut apart here: pg would write out an array of them as hexadecimal text.
 */
const givenOut = `
    with batch as (
      select * from unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::bigint[])
        as batch (document_id, first, length, lengths, checksum)
    ), heads as (
      insert into journal_heads as head (document_id, last)
      select document_id, 1 from batch order by document_id collate "C"
      on conflict (document_id) do update set last = head.last + 1
      returning head.document_id, head.last
    )`;
const inserted = `
    insert into journal (document_id, position, data, lengths, checksum, written_at)
    select document_id, heads.last, substring($6::bytea from batch.first for batch.length),
      nullif(substring($6 from batch.first + batch.length for batch.lengths), ''), heads.last + batch.checksum, $7::bigint
    from batch join heads using (document_id)
    returning document_id, position`;

const append = { name: 'append to the journal', text: givenOut + inserted };

/** The same, with owners of Yjs clients: those of a document only once its row is locked. */
const appendWithOwners = {
  name: 'append to the journal, with owners',
  text: `${givenOut}, owned as (
      insert into client_owners (document_id, client_id, participant_id)
      select document_id, client_id, participant_id
      from unnest($8::text[], $9::bigint[], $10::text[]) as owner (document_id, client_id, participant_id)
        join heads using (document_id)
      on conflict do nothing
    )${inserted}`,
};

const owners = {
  name: 'owners of Yjs clients',
  text: 'select client_id, participant_id from client_owners where document_id = $1',
};

const read = {
  name: 'read a part of a journal',
  text: `
    with sizes as (
      select position, sum(octet_length(data)) over (order by position) - octet_length(data) as before
      from journal where document_id = $1 and position > $2
    )
    select position, data, lengths, checksum from journal join sizes using (position)
    where document_id = $1 and before < ${partBytes} order by position`,
};

const heads = {
  name: 'where journals end',
  text: 'select document_id, last from journal_heads where document_id = any($1::text[])',
};

/** A board's documents are its own id and those below it; '0' is what comes after '/'. As if all were sealed, as it soon is. */
const boardBytes = {
  name: 'bytes of a board',
  text: `
    select document_id, sum(greatest(octet_length(data) - ${sealedBy}, 0))::bigint as bytes from journal
    where document_id = $1 or (document_id >= $1 || '/' and document_id < $1 || '0')
    group by document_id`,
};

/** The journal straight on pg's own statements: the one place where microseconds count. */
export class PostgresJournal implements Journal {
  readonly #writer: PostgresPool;
  readonly #pool: PostgresPool;
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;

  /** @param writer a single connection, so that what is appended first stands first */
  constructor(writer: PostgresPool, pool: PostgresPool, db: Kysely<Tables>, sealed: SealedRows) {
    this.#sealed = sealed;
    this.#writer = writer;
    this.#pool = pool;
    this.#db = db;
  }

  async append(
    batch: Batch,
    newOwners: ReadonlyMap<DocumentId, ClientOwners> = new Map(),
    writtenAt: number = Date.now(),
  ): Promise<ReadonlyMap<DocumentId, JournalPosition>> {
    const entries = [...batch].filter(([, updates]) => updates.length > 0);
    if (entries.length === 0) return new Map();
    const statement = newOwners.size > 0 ? appendWithOwners : append;
    const keys = await keysToSeal(this.#sealed.keyring, batch.keys());
    const values = [...appendValues(entries, keys), writtenAt, ...(newOwners.size > 0 ? ownerValues(newOwners) : [])];
    const rows = await this.#writer.run<{ document_id: DocumentId; position: number }>(statement, values);
    return new Map(rows.map((row) => [row.document_id, row.position]));
  }

  async read(documentId: DocumentId, after: JournalPosition = 0): Promise<readonly JournalEntry[]> {
    return readEntries(documentId, after, this.#sealed, (position) =>
      this.#pool.run<JournalRow & pg.QueryResultRow>(read, [documentId, position]),
    );
  }

  async owners(documentId: DocumentId): Promise<ClientOwners> {
    const rows = await this.#pool.run<{ client_id: number; participant_id: ParticipantId }>(owners, [documentId]);
    return new Map(rows.map((row) => [row.client_id, row.participant_id]));
  }

  async heads(documentIds: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, JournalPosition>> {
    const rows = await this.#pool.run<{ document_id: DocumentId; last: number }>(heads, [documentIds]);
    return new Map(rows.map((row) => [row.document_id, row.last]));
  }

  async boardBytes(boardId: BoardId): Promise<ReadonlyMap<DocumentId, number>> {
    const rows = await this.#pool.run<{ document_id: DocumentId; bytes: number }>(boardBytes, [boardId]);
    return new Map(rows.map((row) => [row.document_id, row.bytes]));
  }

  async times(documentId: DocumentId): Promise<ReadonlyMap<JournalPosition, number>> {
    return readTimes(this.#db, documentId);
  }

  async compact(
    documentId: DocumentId,
    compacted: Uint8Array,
    last: JournalPosition,
    also?: CompactAlso,
  ): Promise<boolean> {
    const keys = await keysToSeal(this.#sealed.keyring, [documentId]);
    return this.#db.transaction().execute(async (db) => {
      // Compacting and appending take turns on a document, and two who compact it at once too.
      await sql`select from journal_heads where document_id = ${documentId} for update`.execute(db);
      return compactInto(db, documentId, compacted, last, keys, also);
    });
  }

  async checkpoints(documentId: DocumentId): Promise<readonly CheckpointHead[]> {
    return listCheckpoints(this.#db, documentId);
  }

  async readCheckpoint(documentId: DocumentId, which: Moment): Promise<Uint8Array | undefined> {
    return readCheckpoint(this.#db, documentId, which, this.#sealed);
  }
}

function ownerValues(newOwners: ReadonlyMap<DocumentId, ClientOwners>): unknown[] {
  const rows = [...newOwners].flatMap(([documentId, clients]) =>
    [...clients].map(([clientId, participantId]) => ({ documentId, clientId, participantId })),
  );
  return [rows.map((row) => row.documentId), rows.map((row) => row.clientId), rows.map((row) => row.participantId)];
}

function appendValues(entries: readonly (readonly [DocumentId, readonly Uint8Array[]])[], keys: CaseKeys): unknown[] {
  let first = 1; // SQL counts from 1.
  const packed = entries.map(([documentId, updates]) => {
    const bytes = sealEntry(documentId, 'beat', packUpdates(updates), keys);
    const { data, lengths } = bytes;
    const checksum = contentsChecksum(documentId, 'beat', bytes);
    const entry = { documentId, data, lengths: lengths ?? new Uint8Array(), first, checksum };
    first += entry.data.length + entry.lengths.length;
    return entry;
  });
  return [
    packed.map((entry) => entry.documentId),
    packed.map((entry) => entry.first),
    packed.map((entry) => entry.data.length),
    packed.map((entry) => entry.lengths.length),
    packed.map((entry) => entry.checksum),
    Buffer.concat(packed.flatMap(({ data, lengths }) => [data, lengths])),
  ];
}
