import type { BoardId, PersonId } from '@duken/shared/board';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ContactLine, ContactLog } from '../contacts.ts';
import type { SealedRows } from './sealedRows.ts';
import type { Tables } from './tables.ts';

/** A line as it lies in one column: all of it is the leaders' alone to read. */
const noted = z.object({
  day: z.string(),
  words: z.string(),
  by: z.object({ personId: z.string().transform((id) => id as PersonId), name: z.string() }),
  corrects: z.string().exactOptional(),
});

/** Contact logs in SQL that every database we use understands. */
export class SqlContacts implements ContactLog {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
  }

  async add(boardId: BoardId, { id, writtenAt, ...line }: ContactLine): Promise<void> {
    const row = await this.#sealed.seal('contact_lines', {
      id,
      board_id: boardId as string,
      noted: JSON.stringify(noted.parse(line)),
      written_at: writtenAt,
    });
    await this.#db.insertInto('contact_lines').values(row).execute();
  }

  async list(boardId: BoardId): Promise<readonly ContactLine[]> {
    const rows = await this.#db
      .selectFrom('contact_lines')
      .selectAll()
      .where('board_id', '=', boardId)
      .orderBy('written_at')
      .orderBy('id')
      .execute();
    const opened = await this.#sealed.open('contact_lines', rows);
    return opened.map((row) => ({ id: row.id, writtenAt: row.written_at, ...noted.parse(JSON.parse(row.noted)) }));
  }
}
