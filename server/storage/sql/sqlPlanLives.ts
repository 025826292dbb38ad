import type { BoardId, NoteId, PersonId } from '@duken/shared/board';
import type { SubjectPresence } from '@duken/shared/meeting';
import type { ActionAnswer, LifeEvent } from '@duken/shared/plan';
import type { Kysely, Selectable } from 'kysely';
import type { PlanLives, StoredLifeEvent } from '../planLives.ts';
import type { SealedRows } from './sealedRows.ts';
import type { PlainTables, Tables } from './tables.ts';

type Row = Selectable<PlainTables['plan_events']>;

/** What happened to versions, in SQL that every database we use understands. */
export class SqlPlanLives implements PlanLives {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
  }

  async append(stored: StoredLifeEvent, only: { readonly whileNewest?: boolean } = {}): Promise<boolean> {
    const row = await this.#sealed.seal('plan_events', lifeEventRow(stored));
    const columns = Object.keys(row) as (keyof Row)[];
    const added = await this.#db
      .insertInto('plan_events')
      .columns(columns)
      // One statement, so that no freeze comes between looking and adding.
      .expression(
        this.#db
          .selectNoFrom(({ val, cast }) =>
            columns.map((column) => {
              const type = typeof row[column] === 'number' ? 'bigint' : 'text';
              return cast(val(row[column]), type).as(column);
            }),
          )
          .where(({ lit, not, exists, selectFrom }) =>
            only.whileNewest
              ? not(
                  exists(
                    selectFrom('versions')
                      .select('version')
                      .where('board_id', '=', stored.boardId)
                      .where('version', '>', stored.version),
                  ),
                )
              : lit(true),
          ),
      )
      .onConflict((conflict) => conflict.columns(['board_id', 'version', 'number']).doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }

  async list(boardId: BoardId, version?: number): Promise<readonly StoredLifeEvent[]> {
    let query = this.#db.selectFrom('plan_events').selectAll().where('board_id', '=', boardId);
    if (version !== undefined) query = query.where('version', '=', version);
    const rows = await query.orderBy('version').orderBy('number').execute();
    const opened = await this.#sealed.open('plan_events', rows);
    return opened.map((row) => ({
      boardId: row.board_id as BoardId,
      version: row.version,
      number: row.number,
      event: eventOf(row),
    }));
  }

  async newestOf(
    boardIds: readonly BoardId[],
  ): Promise<ReadonlyMap<BoardId, { readonly version: number; readonly events: readonly LifeEvent[] }>> {
    if (boardIds.length === 0) return new Map();
    const newest = await this.#db
      .selectFrom('versions')
      .select(['board_id', (each) => each.fn.max('version').as('version')])
      .where('board_id', 'in', boardIds)
      .groupBy('board_id')
      .execute();
    const rows = await this.#db
      .selectFrom('plan_events')
      .selectAll()
      .where('board_id', 'in', boardIds)
      .orderBy('number')
      .execute();
    const versions = new Map(newest.map(({ board_id, version }) => [board_id, Number(version)]));
    const ofNewest = rows.filter((row) => row.version === versions.get(row.board_id));
    const events = Map.groupBy(await this.#sealed.open('plan_events', ofNewest), (row) => row.board_id);
    return new Map(
      [...versions].map(([boardId, version]) => [
        boardId as BoardId,
        { version, events: (events.get(boardId) ?? []).map(eventOf) },
      ]),
    );
  }
}

/** Each kind uses of the columns what it has words for. */
export function lifeEventRow({ boardId, version, number, event }: StoredLifeEvent): Row {
  const { at, personId, name, kind } = event;
  const common = { board_id: boardId, version, number, kind, at, by_id: personId, by_name: name };
  const nothing = { note_id: null, answer: null, day: null, words: null };
  switch (event.kind) {
    case 'frozenBefore':
    case 'approved':
      return { ...common, ...nothing };
    case 'frozen':
      return { ...common, ...nothing, answer: event.subject };
    case 'timeAgreed':
      return { ...common, ...nothing, day: event.until };
    case 'answered':
      return { ...common, ...nothing, note_id: event.noteId, answer: event.answer, words: event.line };
    case 'approvedAsSpoken':
      return { ...common, ...nothing, day: event.when, words: event.how };
    case 'released':
      return { ...common, ...nothing, words: event.reason };
    case 'archived':
      return { ...common, ...nothing, day: event.day, words: event.archiveId };
  }
}

function eventOf(row: Row): LifeEvent {
  const common = { at: row.at, personId: row.by_id as PersonId | '', name: row.by_name };
  const kind = row.kind as LifeEvent['kind'];
  const [day, words] = [row.day ?? '', row.words ?? ''];
  switch (kind) {
    case 'frozenBefore':
    case 'approved':
      return { ...common, kind };
    case 'frozen':
      return { ...common, kind, subject: row.answer as SubjectPresence };
    case 'timeAgreed':
      return { ...common, kind, until: day };
    case 'answered':
      return { ...common, kind, noteId: row.note_id as NoteId, answer: row.answer as ActionAnswer, line: words };
    case 'approvedAsSpoken':
      return { ...common, kind, when: day, how: words };
    case 'released':
      return { ...common, kind, reason: words };
    case 'archived':
      return { ...common, kind, archiveId: words, day };
  }
}
