import { createHash, randomBytes } from 'node:crypto';
import type { BoardId } from '@duken/shared/board';
import { keyOf, type LogHead, type LogLine, logLineSchema, type StoredLogLine } from '@duken/shared/log';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { CaseLog, LogPage, NewLogLine, Written } from '../caseLog.ts';
import { orNothing, type SealedRows } from './sealedRows.ts';
import type { Tables } from './tables.ts';

/** The log in SQL that every database we use understands. */
export class SqlCaseLog implements CaseLog {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
  }

  async append(lines: readonly NewLogLine[]): Promise<readonly (Written | undefined)[]> {
    const ofBoards = Map.groupBy(
      lines.map((line, at) => ({ line, at })),
      ({ line }) => line.boardId,
    );
    return this.#db.transaction().execute(async (db) => {
      const written: (Written | undefined)[] = lines.map(() => undefined);
      // In one order in every server: two that write to the same cases would else wait for each other.
      for (const [boardId, asked] of [...ofBoards].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
        const before = await takeHead(db, boardId);
        if (!before) continue;
        let head = before;
        for (const { line, at } of asked) {
          const standing = await lineStandingFor(db, line);
          if (standing === undefined) head = await write(db, this.#sealed, line, head);
          written[at] = standing === undefined ? { at: line.at, head } : { at: standing };
        }
        if (head !== before) await putHead(db, head);
      }
      return written;
    });
  }

  async list(boardId: BoardId, { limit, before, personId }: LogPage): Promise<readonly LogLine[]> {
    const rows = await this.#db
      .selectFrom('log_lines')
      .select(['board_id', 'number', 'line'])
      .where('board_id', '=', boardId)
      .$if(before !== undefined, (query) => query.where('number', '<', before ?? 0))
      .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
      .orderBy('number', 'desc')
      .limit(limit)
      .execute();
    return (await this.#sealed.open('log_lines', rows)).map(({ line }) => lineOf(line));
  }

  async people(boardId: BoardId): Promise<readonly LogLine[]> {
    const rows = await this.#db
      .selectFrom('log_lines')
      .select(['board_id', 'number', 'line'])
      .where('board_id', '=', boardId)
      .where('number', 'in', (query) =>
        query
          .selectFrom('log_lines')
          .select((newest) => newest.fn.max('number').as('number'))
          .where('board_id', '=', boardId)
          .groupBy('person_id'),
      )
      .orderBy('number', 'desc')
      .execute();
    return (await this.#sealed.open('log_lines', rows)).map(({ line }) => lineOf(line));
  }

  async stored(boardId: BoardId): Promise<readonly StoredLogLine[]> {
    const rows = await this.#db
      .selectFrom('log_lines')
      .selectAll()
      .where('board_id', '=', boardId)
      .orderBy('number')
      .execute();
    const opener = await this.#sealed.opener([boardId]);
    return rows.map((row) => ({
      ...headOf(row),
      at: row.at,
      personId: row.person_id,
      participantId: row.participant_id,
      event: row.event,
      // What is not what was sealed is nothing, and nothing has not the hash of the line.
      line: orNothing(() => opener.open('log_lines', row).line, ''),
    }));
  }

  async head(boardId: BoardId): Promise<LogHead | undefined> {
    const row = await this.#db.selectFrom('log_heads').selectAll().where('board_id', '=', boardId).executeTakeFirst();
    return row && headOf(row);
  }

  async boards(): Promise<readonly BoardId[]> {
    const rows = await this.#db
      .selectFrom('log_heads')
      .select('board_id')
      .union(this.#db.selectFrom('log_lines').select('board_id'))
      .execute();
    return rows.map(({ board_id }) => board_id as BoardId).toSorted();
  }
}

/** Written out: in a union a database cannot tell what a parameter is. */
const nothingYet = [sql<number>`0`.as('number'), sql<string>`''`.as('hash')] as const;

/** Writing the head's row, even as it is, holds other servers back until this is done, in every database. */
async function takeHead(db: Transaction<Tables>, boardId: BoardId): Promise<LogHead | undefined> {
  const take = () =>
    db
      .updateTable('log_heads')
      .set((head) => ({ number: head.ref('number') }))
      .where('board_id', '=', boardId)
      .returningAll()
      .executeTakeFirst();
  const there = await take();
  if (there) return headOf(there);
  await db
    .insertInto('log_heads')
    .columns(['board_id', 'number', 'hash'])
    .expression((query) =>
      query
        .selectFrom('boards')
        .select(['id as board_id', ...nothingYet])
        .where('id', '=', boardId)
        .union(
          query
            .selectFrom('proposals')
            .select(['id as board_id', ...nothingYet])
            .where('id', '=', boardId),
        ),
    )
    .onConflict((conflict) => conflict.column('board_id').doNothing())
    .execute();
  const row = await take();
  return row && headOf(row);
}

async function putHead(db: Transaction<Tables>, { boardId, number, hash }: LogHead): Promise<void> {
  await db.updateTable('log_heads').set({ number, hash }).where('board_id', '=', boardId).execute();
}

/** When the line was written that stands for this one already. */
async function lineStandingFor(
  db: Transaction<Tables>,
  { boardId, participantId, event, unlessSince }: NewLogLine,
): Promise<number | undefined> {
  if (unlessSince === undefined) return undefined;
  const row = await db
    .selectFrom('log_lines')
    .select((line) => line.fn.max('at').as('at'))
    .where('board_id', '=', boardId)
    .where('participant_id', '=', participantId)
    .where('event', '=', keyOf(event))
    .where('at', '>=', unlessSince)
    .executeTakeFirst();
  return row?.at === null || row?.at === undefined ? undefined : Number(row.at);
}

async function write(
  db: Transaction<Tables>,
  sealed: SealedRows,
  { unlessSince: _, ...rest }: NewLogLine,
  previous: LogHead,
): Promise<LogHead> {
  const number = previous.number + 1;
  const line = JSON.stringify({
    ...rest,
    number,
    salt: randomBytes(16).toString('base64url'),
    previousHash: previous.hash,
  } satisfies LogLine);
  const hash = createHash('sha256').update(line).digest('hex');
  const row = await sealed.seal('log_lines', {
    board_id: previous.boardId as string,
    number,
    at: rest.at,
    person_id: rest.personId as string,
    participant_id: rest.participantId as string,
    event: keyOf(rest.event),
    line,
    hash,
  });
  await db.insertInto('log_lines').values(row).execute();
  return { boardId: previous.boardId, number, hash };
}

function lineOf(line: string): LogLine {
  return logLineSchema.parse(JSON.parse(line));
}

function headOf({ board_id, number, hash }: Selectable<Tables['log_heads']>): LogHead {
  return { boardId: board_id, number, hash };
}
