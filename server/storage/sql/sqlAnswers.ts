import type { BoardId, Day, NoteId, PersonId } from '@duken/shared/board';
import { answerKinds } from '@duken/shared/followUp';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { AnswerLink, AnswerRow, AnswerStore, ShortText } from '../answers.ts';
import type { SealedRows } from './sealedRows.ts';
import type { PlainTables, Tables } from './tables.ts';

const answerKind = z.enum(answerKinds);

/** Links to answer by, and what was answered, in SQL that every database we use understands. */
export class SqlAnswers implements AnswerStore {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
  }

  async createLink(link: AnswerLink): Promise<void> {
    await this.#db
      .insertInto('answer_links')
      .values({
        id: link.id,
        board_id: link.boardId,
        person_id: link.personId,
        secret_hash: link.secretHash,
        created_at: link.createdAt,
        expires_at: link.expiresAt,
        withdrawn_at: null,
      })
      .execute();
  }

  async deleteLink(id: string): Promise<void> {
    await this.#db.deleteFrom('answer_links').where('id', '=', id).execute();
  }

  async findLink(secretHash: string, now: number): Promise<AnswerLink | undefined> {
    const row = await this.#db
      .selectFrom('answer_links')
      .innerJoin('boards', 'boards.id', 'answer_links.board_id')
      .selectAll('answer_links')
      .where('secret_hash', '=', secretHash)
      .where('answer_links.expires_at', '>', now)
      .where('withdrawn_at', 'is', null)
      .where('boards.archived_at', 'is', null)
      .where((where) => where.or([where('boards.expires_at', 'is', null), where('boards.expires_at', '>', now)]))
      .executeTakeFirst();
    return row && linkOf(row);
  }

  async linksOf(boardId: BoardId, now: number): Promise<readonly AnswerLink[]> {
    const rows = await this.#db
      .selectFrom('answer_links')
      .selectAll()
      .where('board_id', '=', boardId)
      .where('expires_at', '>', now)
      .where('withdrawn_at', 'is', null)
      .orderBy('created_at', 'desc')
      .execute();
    return rows.map(linkOf);
  }

  async withdrawLinks(boardId: BoardId, personId: PersonId, withdrawnAt: number): Promise<number> {
    const withdrawn = await this.#db
      .updateTable('answer_links')
      .set({ withdrawn_at: withdrawnAt })
      .where('board_id', '=', boardId)
      .where('person_id', '=', personId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    return Number(withdrawn.numUpdatedRows);
  }

  async setAnswer(answer: AnswerRow): Promise<void> {
    const key = { board_id: answer.boardId, note_id: answer.noteId, person_id: answer.personId };
    const values = await this.#sealed.sealChange('answers', key, {
      answer: answer.answer as string,
      line: answer.line ?? null,
      date: answer.date ?? null,
      answered_at: answer.answeredAt,
      settled_at: answer.settledAt ?? null,
    });
    await this.#db
      .insertInto('answers')
      .values({ ...key, ...values })
      .onConflict((conflict) => conflict.columns(['board_id', 'note_id', 'person_id']).doUpdateSet(values))
      .execute();
  }

  async answersOf(boardIds: readonly BoardId[]): Promise<readonly AnswerRow[]> {
    if (boardIds.length === 0) return [];
    const rows = await this.#db.selectFrom('answers').selectAll().where('board_id', 'in', boardIds).execute();
    return (await this.#sealed.open('answers', rows)).map(answerOf);
  }

  async settle(boardId: BoardId, noteId: NoteId, settledAt: number): Promise<void> {
    await this.#db
      .updateTable('answers')
      .set({ settled_at: settledAt })
      .where('board_id', '=', boardId)
      .where('note_id', '=', noteId)
      .execute();
  }

  async setShortTexts(boardId: BoardId, texts: readonly ShortText[]): Promise<void> {
    if (texts.length === 0) return;
    const { seal } = await this.#sealed.sealer([boardId]);
    await this.#db.transaction().execute(async (db) => {
      for (const { noteId, sourceHash, text } of texts) {
        const row = seal('short_texts', {
          board_id: boardId as string,
          note_id: noteId as string,
          source_hash: sourceHash,
          text,
        });
        const { board_id: _, note_id: __, ...values } = row;
        await db
          .insertInto('short_texts')
          .values(row)
          .onConflict((conflict) => conflict.columns(['board_id', 'note_id']).doUpdateSet(values))
          .execute();
      }
    });
  }

  async shortTextsOf(boardIds: readonly BoardId[]): Promise<readonly (ShortText & { readonly boardId: BoardId })[]> {
    if (boardIds.length === 0) return [];
    const rows = await this.#db.selectFrom('short_texts').selectAll().where('board_id', 'in', boardIds).execute();
    const opened = await this.#sealed.open('short_texts', rows);
    return opened.map(({ board_id, note_id, source_hash, text }) => ({
      boardId: board_id as BoardId,
      noteId: note_id as NoteId,
      sourceHash: source_hash,
      text,
    }));
  }
}

function linkOf(row: Selectable<Tables['answer_links']>): AnswerLink {
  return {
    id: row.id,
    boardId: row.board_id as BoardId,
    personId: row.person_id as PersonId,
    secretHash: row.secret_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

function answerOf(row: Selectable<PlainTables['answers']>): AnswerRow {
  return {
    boardId: row.board_id as BoardId,
    noteId: row.note_id as NoteId,
    personId: row.person_id as PersonId,
    answer: answerKind.parse(row.answer),
    ...(row.line === null ? {} : { line: row.line }),
    ...(row.date === null ? {} : { date: row.date as Day }),
    answeredAt: row.answered_at,
    ...(row.settled_at === null ? {} : { settledAt: row.settled_at }),
  };
}
