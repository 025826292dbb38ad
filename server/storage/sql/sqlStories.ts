import type { BoardId, PersonId } from '@duken/shared/board';
import { type Reading, readings, type StoryHead } from '@duken/shared/story';
import type { Kysely, Transaction } from 'kysely';
import type { Stories, StoryRow } from '../stories.ts';
import type { SealedRows } from './sealedRows.ts';
import type { Tables } from './tables.ts';

/** What people tell once, in SQL that every database we use understands. */
export class SqlStories implements Stories {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
  }

  async isAny(boardId: BoardId): Promise<boolean> {
    const row = await this.#db
      .selectFrom('stories')
      .select('person_id')
      .where('board_id', '=', boardId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  async list(boardId: BoardId): Promise<readonly StoryHead[]> {
    const [heads, readers] = await Promise.all([
      this.#db
        .selectFrom('stories')
        .select(['person_id', 'made_at', 'changed_at'])
        .where('board_id', '=', boardId)
        .orderBy('made_at')
        .orderBy('person_id')
        .execute(),
      this.#db.selectFrom('story_readers').selectAll().where('board_id', '=', boardId).orderBy('reader_id').execute(),
    ]);
    return heads.map(({ person_id, changed_at }) => ({
      authorId: person_id as PersonId,
      changedAt: changed_at,
      readers: readers
        .filter(({ author_id }) => author_id === person_id)
        .map(({ reader_id, reading }) => ({ personId: reader_id as PersonId, reading: readingIn(reading) })),
    }));
  }

  async read(boardId: BoardId, authorId: PersonId): Promise<StoryRow | undefined> {
    const row = await this.#db
      .selectFrom('stories')
      .selectAll()
      .where('board_id', '=', boardId)
      .where('person_id', '=', authorId)
      .executeTakeFirst();
    const opened = await this.#sealed.openOne('stories', row);
    return opened && { words: opened.words, revision: opened.revision, changedAt: opened.changed_at };
  }

  async write(boardId: BoardId, authorId: PersonId, revision: number, words: string, at: number): Promise<boolean> {
    const row = await this.#sealed.seal('stories', {
      ...{ board_id: boardId as string, person_id: authorId as string, words },
      // A story that was erased and is told anew goes on from no number of the old one: an old window is known by its own.
      ...{ revision: revision === 0 ? at : revision + 1, made_at: at, changed_at: at },
    });
    if (revision === 0) {
      const made = await this.#db
        .insertInto('stories')
        .values(row)
        .onConflict((conflict) => conflict.columns(['board_id', 'person_id']).doNothing())
        .executeTakeFirst();
      return made.numInsertedOrUpdatedRows === 1n;
    }
    const changed = await this.#db
      .updateTable('stories')
      .set({ words: row.words, revision: row.revision, changed_at: at })
      .where('board_id', '=', boardId)
      .where('person_id', '=', authorId)
      .where('revision', '=', revision)
      .executeTakeFirst();
    return changed.numUpdatedRows === 1n;
  }

  async erase(boardId: BoardId, authorId: PersonId): Promise<boolean> {
    return this.#db.transaction().execute(async (db) => {
      const erased = await db
        .deleteFrom('stories')
        .where('board_id', '=', boardId)
        .where('person_id', '=', authorId)
        .executeTakeFirst();
      await db.deleteFrom('story_readers').where('board_id', '=', boardId).where('author_id', '=', authorId).execute();
      return erased.numDeletedRows === 1n;
    });
  }

  async ask(boardId: BoardId, authorId: PersonId, readerId: PersonId): Promise<boolean> {
    return this.#db.transaction().execute(async (db) => {
      if (!(await takeStory(db, boardId, authorId))) return false;
      const asked = await db
        .insertInto('story_readers')
        .values({ ...keyOf(boardId, authorId, readerId), reading: 'asked' satisfies Reading })
        .onConflict((conflict) => conflict.columns(['board_id', 'author_id', 'reader_id']).doNothing())
        .executeTakeFirst();
      return asked.numInsertedOrUpdatedRows === 1n;
    });
  }

  async answer(
    boardId: BoardId,
    authorId: PersonId,
    readerId: PersonId,
    reading: Exclude<Reading, 'asked'>,
  ): Promise<Reading | 'none' | undefined> {
    return this.#db.transaction().execute(async (db) => {
      if (!(await takeStory(db, boardId, authorId))) return undefined;
      const key = keyOf(boardId, authorId, readerId);
      const before = await db
        .selectFrom('story_readers')
        .select('reading')
        .where('board_id', '=', key.board_id)
        .where('author_id', '=', key.author_id)
        .where('reader_id', '=', key.reader_id)
        .executeTakeFirst();
      await db
        .insertInto('story_readers')
        .values({ ...key, reading })
        .onConflict((conflict) => conflict.columns(['board_id', 'author_id', 'reader_id']).doUpdateSet({ reading }))
        .execute();
      return before ? readingIn(before.reading) : 'none';
    });
  }
}

/** Writing its row, even as it is, holds others back until this is done: none is given to somebody while it is erased. */
async function takeStory(db: Transaction<Tables>, boardId: BoardId, authorId: PersonId): Promise<boolean> {
  const taken = await db
    .updateTable('stories')
    .set((story) => ({ revision: story.ref('revision') }))
    .where('board_id', '=', boardId)
    .where('person_id', '=', authorId)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

function keyOf(boardId: BoardId, authorId: PersonId, readerId: PersonId) {
  return { board_id: boardId as string, author_id: authorId as string, reader_id: readerId as string };
}

/** What is none of our words lets nobody read. */
function readingIn(text: string): Reading {
  return readings.find((reading) => reading === text) ?? 'no';
}
