import { least, type Tally } from '@duken/shared/survey';
import type { Kysely, Transaction } from 'kysely';
import type { NewSurvey, Tallies } from '../tallies.ts';
import type { Tables } from './tables.ts';

/** The one that all meetings' answers are added to. */
const pulseId = 'pulse';

/** Tallies in SQL that every database we use understands. */
export class SqlTallies implements Tallies {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async create({ id, resultHash, ticketHashes, options }: NewSurvey): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      await db.insertInto('tallies').values({ id, result_hash: resultHash, answers: 0, told_answers: 0 }).execute();
      await addOptions(db, id, options);
      for (const ticket_hash of ticketHashes)
        await db.insertInto('tally_tickets').values({ ticket_hash, tally_id: id }).execute();
    });
  }

  async findByResult(resultHash: string): ReturnType<Tallies['findByResult']> {
    const found = await this.#db
      .selectFrom('tallies')
      .select('id')
      .where('result_hash', '=', resultHash)
      .executeTakeFirst();
    if (!found) return undefined;
    const { left } = await this.#db
      .selectFrom('tally_tickets')
      .select((row) => row.fn.countAll<number>().as('left'))
      .where('tally_id', '=', found.id)
      .executeTakeFirstOrThrow();
    return { ...(await this.#tell(found.id)), ticketsLeft: Number(left) };
  }

  async hasTicket(ticketHash: string): Promise<boolean> {
    const found = await this.#db
      .selectFrom('tally_tickets')
      .select('tally_id')
      .where('ticket_hash', '=', ticketHash)
      .executeTakeFirst();
    return found !== undefined;
  }

  async answer(ticketHash: string, options: readonly string[]): Promise<boolean> {
    return this.#db.transaction().execute(async (db) => {
      const ticket = await db
        .deleteFrom('tally_tickets')
        .where('ticket_hash', '=', ticketHash)
        .returning('tally_id')
        .executeTakeFirst();
      if (!ticket) return false;
      await add(db, ticket.tally_id, options);
      return true;
    });
  }

  async addPulse(
    { boardId, meetingId, personId }: Parameters<Tallies['addPulse']>[0],
    options: readonly string[],
    all: readonly string[],
  ): Promise<boolean> {
    return this.#db.transaction().execute(async (db) => {
      const given = await db
        .insertInto('pulse_given')
        .values({ board_id: boardId, meeting_id: meetingId, person_id: personId })
        .onConflict((conflict) => conflict.columns(['meeting_id', 'person_id']).doNothing())
        .executeTakeFirst();
      if (given.numInsertedOrUpdatedRows === 0n) return false;
      await db
        .insertInto('tallies')
        .values({ id: pulseId, result_hash: null, answers: 0, told_answers: 0 })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      await addOptions(db, pulseId, all);
      await add(db, pulseId, options);
      return true;
    });
  }

  async hasGivenPulse({ meetingId, personId }: Parameters<Tallies['hasGivenPulse']>[0]): Promise<boolean> {
    const found = await this.#db
      .selectFrom('pulse_given')
      .select('board_id')
      .where('meeting_id', '=', meetingId)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    return found !== undefined;
  }

  pulse(): Promise<Tally> {
    return this.#tell(pulseId);
  }

  async #tell(id: string): Promise<Tally> {
    const tally = await this.#db.selectFrom('tallies').select('told_answers').where('id', '=', id).executeTakeFirst();
    const rows = await this.#db
      .selectFrom('tally_counts')
      .select(['option', 'told_count'])
      .where('tally_id', '=', id)
      .orderBy('option')
      .execute();
    return {
      answers: tally?.told_answers ?? 0,
      counts: Object.fromEntries(rows.map(({ option, told_count }) => [option, told_count])),
    };
  }
}

async function addOptions(db: Transaction<Tables>, tallyId: string, options: readonly string[]): Promise<void> {
  for (const option of options)
    await db
      .insertInto('tally_counts')
      .values({ tally_id: tallyId, option, count: 0, told_count: 0 })
      .onConflict((conflict) => conflict.columns(['tally_id', 'option']).doNothing())
      .execute();
}

async function add(db: Transaction<Tables>, tallyId: string, options: readonly string[]): Promise<void> {
  // Its row first: another answer to the same waits here, in every database.
  const { answers, told_answers } = await db
    .updateTable('tallies')
    .set((row) => ({ answers: row('answers', '+', 1) }))
    .where('id', '=', tallyId)
    .returning(['answers', 'told_answers'])
    .executeTakeFirstOrThrow();
  if (options.length > 0)
    await db
      .updateTable('tally_counts')
      .set((row) => ({ count: row('count', '+', 1) }))
      .where('tally_id', '=', tallyId)
      .where('option', 'in', options)
      .execute();
  if (answers - told_answers < least) return;
  await db.updateTable('tallies').set({ told_answers: answers }).where('id', '=', tallyId).execute();
  await db
    .updateTable('tally_counts')
    .set((row) => ({ told_count: row.ref('count') }))
    .where('tally_id', '=', tallyId)
    .execute();
}
