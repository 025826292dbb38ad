import type { LinkId } from '@duken/shared/access';
import type { BoardId, ParticipantId } from '@duken/shared/board';
import { changePresent, type MeetingId, type Present } from '@duken/shared/meeting';
import type { CompiledQuery, InferResult, Insertable, Kysely, Transaction } from 'kysely';
import type { BoardRow, Directory, LinkRow, MeetingRow, ParticipantRow, Seat, SessionLife } from '../directory.ts';
import { boardOf, linkOf, meetingOf, participantOf } from './rows.ts';
import type { Tables } from './tables.ts';

/** The directory in SQL that every database we use understands. */
export class SqlDirectory implements Directory {
  readonly #db: Kysely<Tables>;
  /**
   * Asked twice whenever anybody comes to a board, and in every request: putting it together costs ten times what the
   * database takes to answer. Its parameters are the session's hash, the time and the board, in this order.
   */
  readonly #seatAtBoard: CompiledQuery;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
    this.#seatAtBoard = seatsOf(db, '', 0).where('seats.board_id', '=', '').compile();
  }

  async createBoard(board: BoardRow, links: readonly LinkRow[]): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      await db
        .insertInto('boards')
        .values({ id: board.id, title: board.title, template_id: board.templateId, created_at: board.createdAt })
        .execute();
      for (const link of links) await db.insertInto('links').values(linkValues(link)).execute();
    });
  }

  async findBoard(boardId: BoardId): Promise<BoardRow | undefined> {
    const row = await this.#db.selectFrom('boards').selectAll().where('id', '=', boardId).executeTakeFirst();
    return row && boardOf(row);
  }

  async createLink(link: LinkRow): Promise<void> {
    await this.#db.insertInto('links').values(linkValues(link)).execute();
  }

  async listLinks(boardId: BoardId): Promise<readonly (LinkRow & { readonly joined: number })[]> {
    const rows = await this.#db
      .selectFrom('links')
      .selectAll('links')
      .select((select) =>
        select
          .selectFrom('participants')
          .whereRef('participants.link_id', '=', 'links.id')
          .where('participants.removed_at', 'is', null)
          .select((count) => count.fn.countAll().as('joined'))
          .as('joined'),
      )
      .where('board_id', '=', boardId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ ...linkOf(row), joined: Number(row.joined) }));
  }

  async findLinkBySecret(boardId: BoardId, secretHash: string): Promise<LinkRow | undefined> {
    const row = await this.#db
      .selectFrom('links')
      .selectAll()
      .where('board_id', '=', boardId)
      .where('secret_hash', '=', secretHash)
      .executeTakeFirst();
    return row && linkOf(row);
  }

  async withdrawLink(boardId: BoardId, linkId: LinkId, withdrawnAt: number): Promise<boolean> {
    return this.#inTurn(boardId, async (db) => {
      const changed = await db
        .updateTable('links')
        .set({ withdrawn_at: withdrawnAt })
        .where('board_id', '=', boardId)
        .where('id', '=', linkId)
        .where('withdrawn_at', 'is', null)
        .where((is) =>
          is.or([
            is('role', '!=', 'leader'),
            is.exists(
              is
                .selectFrom('links as others')
                .select('others.id')
                .where('others.board_id', '=', boardId)
                .where('others.role', '=', 'leader')
                .where('others.id', '!=', linkId)
                .where('others.withdrawn_at', 'is', null),
            ),
          ]),
        )
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    });
  }

  async listParticipants(boardId: BoardId): Promise<readonly ParticipantRow[]> {
    const rows = await this.#db
      .selectFrom('participants')
      .selectAll()
      .where('board_id', '=', boardId)
      .orderBy('joined_at')
      .orderBy('id')
      .execute();
    return rows.map(participantOf);
  }

  async removeParticipant(boardId: BoardId, participantId: ParticipantId, removedAt: number): Promise<boolean> {
    return this.#inTurn(boardId, async (db) => {
      const changed = await db
        .updateTable('participants')
        .set({ removed_at: removedAt })
        .where('board_id', '=', boardId)
        .where('id', '=', participantId)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    });
  }

  async accessChanges(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, number>> {
    const rows = await this.#db
      .selectFrom('boards')
      .select(['id', 'access_changes'])
      .where('id', 'in', boardIds)
      .execute();
    return new Map(rows.map((row) => [row.id as BoardId, row.access_changes]));
  }

  async hasSession(sessionHash: string, now: number): Promise<boolean> {
    const row = await this.#db
      .selectFrom('sessions')
      .select('hash')
      .where('hash', '=', sessionHash)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return row !== undefined;
  }

  async enter(participant: ParticipantRow, session: SessionLife): Promise<ParticipantRow | undefined> {
    return this.#inTurn(participant.boardId, async (db) => {
      const removed = await db
        .selectFrom('participants')
        .innerJoin('links', (join) => join.onTrue().on('links.id', '=', participant.linkId))
        .select('participants.id')
        .where('participants.board_id', '=', participant.boardId)
        .where('participants.session_hash', '=', session.hash)
        .whereRef('participants.removed_at', '>=', 'links.created_at')
        .executeTakeFirst();
      if (removed) return undefined;
      await db
        .insertInto('sessions')
        .values({ hash: session.hash, expires_at: session.expiresAt })
        .onConflict((conflict) => conflict.column('hash').doUpdateSet({ expires_at: session.expiresAt }))
        .execute();
      const row = await db
        .insertInto('participants')
        .values({
          id: participant.id,
          board_id: participant.boardId,
          link_id: participant.linkId,
          session_hash: session.hash,
          name: participant.name,
          role: participant.role,
          voice: participant.voice ?? null,
          joined_at: participant.joinedAt,
          removed_at: participant.removedAt ?? null,
        })
        .onConflict((conflict) =>
          conflict.columns(['link_id', 'session_hash']).doUpdateSet({
            name: participant.name,
            ...(participant.voice === undefined ? {} : { voice: participant.voice }),
          }),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      await db
        .insertInto('seats')
        .values({ session_hash: session.hash, board_id: row.board_id, participant_id: row.id })
        .onConflict((conflict) =>
          conflict.columns(['session_hash', 'board_id']).doUpdateSet({ participant_id: row.id }),
        )
        .execute();
      return participantOf(row);
    });
  }

  async findSeat(sessionHash: string, boardId: BoardId, now: number): Promise<Seat | undefined> {
    const query = { ...this.#seatAtBoard, parameters: [sessionHash, now, boardId] };
    const { rows } = await this.#db.executeQuery<SeatColumns>(query);
    return rows.map(seatOf)[0];
  }

  async listSeats(sessionHash: string, now: number): Promise<readonly Seat[]> {
    const rows = await seatsOf(this.#db, sessionHash, now).execute();
    return rows.map(seatOf);
  }

  async deleteExpiredSessions(now: number): Promise<void> {
    await this.#db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  }

  async deleteSession(sessionHash: string): Promise<readonly BoardId[]> {
    return this.#db.transaction().execute(async (db) => {
      const seats = db.selectFrom('seats').select('board_id').where('session_hash', '=', sessionHash);
      const boards = await countAccessChange(db).where('id', 'in', seats).returning('id').execute();
      await db.deleteFrom('sessions').where('hash', '=', sessionHash).execute();
      return boards.map(({ id }) => id as BoardId);
    });
  }

  async createMeeting(meeting: MeetingRow): Promise<void> {
    await this.#db
      .insertInto('meetings')
      .values({
        id: meeting.id,
        board_id: meeting.boardId,
        date: meeting.date,
        present: JSON.stringify(meeting.present),
        created_at: meeting.createdAt,
        version: meeting.version ?? null,
      })
      .execute();
  }

  async changeMeeting(
    boardId: BoardId,
    meetingId: MeetingId,
    change: Parameters<Directory['changeMeeting']>[2],
  ): Promise<boolean> {
    const { date, presentChanges } = change;
    if (!presentChanges) return updateMeeting(this.#db, boardId, meetingId, date, change.present);
    return this.#db.transaction().execute(async (db) => {
      // Writing the row first holds other windows back until this one is done, in every database.
      if (!(await updateMeeting(db, boardId, meetingId, date, change.present))) return false;
      const row = await db.selectFrom('meetings').selectAll().where('id', '=', meetingId).executeTakeFirstOrThrow();
      await updateMeeting(db, boardId, meetingId, undefined, changePresent(meetingOf(row).present, presentChanges));
      return true;
    });
  }

  async findMeeting(boardId: BoardId, meetingId: MeetingId): Promise<MeetingRow | undefined> {
    const row = await this.#db
      .selectFrom('meetings')
      .selectAll()
      .where('board_id', '=', boardId)
      .where('id', '=', meetingId)
      .executeTakeFirst();
    return row && meetingOf(row);
  }

  async listMeetings(boardId: BoardId): Promise<readonly MeetingRow[]> {
    const rows = await this.#db
      .selectFrom('meetings')
      .selectAll()
      .where('board_id', '=', boardId)
      .orderBy('date', 'desc')
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(meetingOf);
  }

  /**
   * One transaction after the other on a board: for what looks first and then changes who may do what there. Counting that
   * in the board's row holds the others back in every database; without it PostgreSQL lets two look at once, and neither
   * sees what the other writes.
   */
  #inTurn<Value>(boardId: BoardId, act: (db: Transaction<Tables>) => Promise<Value>): Promise<Value> {
    return this.#db.transaction().execute(async (db) => {
      await countAccessChange(db).where('id', '=', boardId).execute();
      return act(db);
    });
  }
}

function countAccessChange(db: Kysely<Tables>) {
  return db.updateTable('boards').set((board) => ({ access_changes: board('access_changes', '+', 1) }));
}

/** @returns false when there is no such open meeting */
async function updateMeeting(
  db: Kysely<Tables>,
  boardId: BoardId,
  meetingId: MeetingId,
  date: string | undefined,
  present: readonly Present[] | undefined,
): Promise<boolean> {
  const changed = await db
    .updateTable('meetings')
    // The board's own id first, so that an empty change is still a statement, and tells whether the meeting is open.
    .set({
      board_id: boardId,
      ...(date === undefined ? {} : { date }),
      ...(present === undefined ? {} : { present: JSON.stringify(present) }),
    })
    .where('board_id', '=', boardId)
    .where('id', '=', meetingId)
    .where('version', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

function seatsOf(db: Kysely<Tables>, sessionHash: string, now: number) {
  return db
    .selectFrom('seats')
    .innerJoin('sessions', 'sessions.hash', 'seats.session_hash')
    .innerJoin('participants', 'participants.id', 'seats.participant_id')
    .innerJoin('links', 'links.id', 'participants.link_id')
    .innerJoin('boards', 'boards.id', 'seats.board_id')
    .where('sessions.hash', '=', sessionHash)
    .where('sessions.expires_at', '>', now)
    .selectAll('participants')
    .select(['boards.title', 'boards.template_id', 'boards.created_at as board_created_at', 'boards.access_changes'])
    .select('sessions.expires_at as session_expires_at')
    .select(['links.role as link_role', 'links.secret_hash', 'links.created_at as link_created_at'])
    .select(['links.label', 'links.expires_at', 'links.withdrawn_at'])
    .orderBy('boards.created_at', 'desc')
    .orderBy('boards.id');
}

type SeatColumns = InferResult<ReturnType<typeof seatsOf>>[number];

function seatOf(row: SeatColumns): Seat {
  return {
    participant: participantOf(row),
    link: linkOf({ ...row, id: row.link_id, role: row.link_role, created_at: row.link_created_at }),
    board: boardOf({ ...row, id: row.board_id, created_at: row.board_created_at }),
    sessionExpiresAt: row.session_expires_at,
    accessChanges: row.access_changes,
  };
}

function linkValues(link: LinkRow): Insertable<Tables['links']> {
  return {
    id: link.id,
    board_id: link.boardId,
    role: link.role,
    secret_hash: link.secretHash,
    label: link.label ?? null,
    created_at: link.createdAt,
    expires_at: link.expiresAt ?? null,
    withdrawn_at: link.withdrawnAt ?? null,
  };
}
