import { type LinkId, linkWorks, signInWay } from '@duken/shared/access';
import type { BoardId, Day, ParticipantId, PersonId } from '@duken/shared/board';
import { changePresent, type MeetingId, type Present } from '@duken/shared/meeting';
import { isSameName, voicesAfterAnswer } from '@duken/shared/people';
import type { CompiledQuery, InferResult, Kysely, Selectable, Transaction } from 'kysely';
import type {
  Admission,
  BoardRow,
  Directory,
  HelperAnswer,
  LinkRow,
  MeetingRow,
  MembershipRow,
  Newcomer,
  NewSession,
  ParticipantRow,
  PersonChange,
  PersonRow,
  Seat,
  UsedLink,
} from '../directory.ts';
import {
  boardOf,
  hasChildsVoice,
  linkOf,
  meetingOf,
  membershipOf,
  participantOf,
  personOf,
  personValues,
} from './rows.ts';
import type { OpenedRow } from './sealedColumns.ts';
import type { RowOpener, SealedRows } from './sealedRows.ts';
import { copySeats, countAccessChange, endSignIns, insertSession } from './sessionRows.ts';
import type { PlainTables, Tables } from './tables.ts';

/** The directory in SQL that every database we use understands. */
export class SqlDirectory implements Directory {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;
  /**
   * Asked twice whenever anybody comes to a board, and in every request: putting it together costs ten times what the
   * database takes to answer. Its parameters are the session's hash, the time, `isCurrent`, the time again and the board, in this order.
   */
  readonly #seatAtBoard: CompiledQuery;
  /** Asked as often. Its parameter is the person. */
  readonly #seatsOfPerson: CompiledQuery;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
    this.#seatAtBoard = seatsOf(db, '', 0).where('seats.board_id', '=', '').compile();
    this.#seatsOfPerson = db.selectFrom('participants').select('id').where('person_id', '=', '').compile();
  }

  async createBoard(board: BoardRow, links: readonly LinkRow[]): Promise<void> {
    // The key is on disk before there is anything that it opens.
    const { seal } = await this.#sealed.sealer([board.id, ...links.map(({ boardId }) => boardId)]);
    const row = seal('boards', {
      id: board.id as string,
      title: board.title,
      template_id: board.templateId as string,
      created_at: board.createdAt,
      maker_id: board.makerId ?? null,
      expires_at: board.expiresAt ?? null,
      archived_at: board.archivedAt ?? null,
    });
    await this.#db.transaction().execute(async (db) => {
      await db.insertInto('boards').values(row).execute();
      for (const link of links)
        await db
          .insertInto('links')
          .values(seal('links', linkValues(link)))
          .execute();
    });
  }

  async findBoard(boardId: BoardId): Promise<BoardRow | undefined> {
    const row = await this.#db.selectFrom('boards').selectAll().where('id', '=', boardId).executeTakeFirst();
    const opened = await this.#sealed.openOne('boards', row);
    return opened && boardOf(opened);
  }

  async changeBoard(
    boardId: BoardId,
    { title, archivedAt }: Parameters<Directory['changeBoard']>[1],
  ): Promise<BoardRow | undefined> {
    const sealed = title === undefined ? {} : await this.#sealed.sealChange('boards', { id: boardId }, { title });
    const row = await countAccessChange(this.#db)
      .set({
        ...sealed,
        ...(archivedAt === undefined ? {} : { archived_at: archivedAt }),
      })
      .where('id', '=', boardId)
      .returningAll()
      .executeTakeFirst();
    const opened = await this.#sealed.openOne('boards', row);
    return opened && boardOf(opened);
  }

  async endBoard(boardId: BoardId, at: number): Promise<void> {
    await countAccessChange(this.#db)
      .set({ expires_at: at })
      .where('id', '=', boardId)
      .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', at)]))
      .execute();
  }

  async expiredBoards(now: number): Promise<readonly BoardId[]> {
    const rows = await this.#db.selectFrom('boards').select('id').where('expires_at', '<=', now).execute();
    return rows.map(({ id }) => id as BoardId);
  }

  async createLink(link: LinkRow): Promise<void> {
    await this.#db
      .insertInto('links')
      .values(await this.#sealed.seal('links', linkValues(link)))
      .execute();
  }

  async listLinks(boardId: BoardId): Promise<readonly UsedLink[]> {
    const rows = await this.#db
      .selectFrom('links')
      .selectAll('links')
      .select((select) => {
        const came = select.selectFrom('participants').whereRef('participants.access_id', '=', 'links.id');
        return [
          came
            .where('participants.state', '=', 'in')
            .where('participants.removed_at', 'is', null)
            .select((count) => count.fn.countAll().as('joined'))
            .as('joined'),
          came
            .where('participants.state', '!=', 'refused')
            .select((count) => count.fn.countAll().as('used'))
            .as('used'),
        ];
      })
      .where('board_id', '=', boardId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    const opened = await this.#sealed.open('links', rows);
    return opened.map((row) => ({ ...linkOf(row), joined: Number(row.joined), used: Number(row.used) }));
  }

  async findLinkBySecret(boardId: BoardId, secretHash: string): Promise<LinkRow | undefined> {
    const row = await linksWithEnd(this.#db, boardId).where('secret_hash', '=', secretHash).executeTakeFirst();
    const opened = await this.#sealed.openOne('links', row);
    return opened && linkWithEnd(opened);
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
    return (await this.#sealed.open('participants', rows)).map(participantOf);
  }

  async findParticipant(boardId: BoardId, participantId: ParticipantId): Promise<ParticipantRow | undefined> {
    const row = await this.#db
      .selectFrom('participants')
      .selectAll()
      .where('board_id', '=', boardId)
      .where('id', '=', participantId)
      .executeTakeFirst();
    const opened = await this.#sealed.openOne('participants', row);
    return opened && participantOf(opened);
  }

  async listPeople(boardId: BoardId): Promise<readonly PersonRow[]> {
    const rows = await this.#db
      .selectFrom('people')
      .selectAll()
      .where('board_id', '=', boardId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return (await this.#sealed.open('people', rows)).map(personOf);
  }

  async createPerson(person: PersonRow): Promise<void> {
    await insertPerson(this.#db, this.#sealed, person);
  }

  async changePerson(boardId: BoardId, personId: PersonId, change: PersonChange): Promise<PersonRow | undefined> {
    const values = await this.#sealed.sealChange('people', { id: personId, board_id: boardId }, personValues(change));
    return this.#inTurn(boardId, async (db) => {
      const changed = await db
        .updateTable('people')
        // The board's own id first, so that an empty change is still a statement, and tells whether there is such a person.
        .set({ board_id: boardId, ...values })
        .where('board_id', '=', boardId)
        .where('id', '=', personId)
        .executeTakeFirst();
      if (changed.numUpdatedRows === 0n) return undefined;
      if ('helperId' in change) await nameHelper(db, personId, change.helperId);
      await endHelpThatCannotBe(db, this.#sealed, boardId);
      return personBy(db, this.#sealed, personId);
    });
  }

  async answerHelper(boardId: BoardId, childId: PersonId, answer: HelperAnswer): Promise<boolean> {
    return this.#inTurn(boardId, async (db) => {
      const named = db
        .updateTable('people')
        .set({ helper_confirmed: Number(answer.confirmed) })
        .where('board_id', '=', boardId)
        .where('id', '=', childId)
        .where('helper_id', 'is not', null);
      if (!answer.confirmed) return (await named.executeTakeFirst()).numUpdatedRows > 0n;
      const { helperId } = answer;
      const confirmed = await named.where('helper_id', '=', helperId).executeTakeFirst();
      if (confirmed.numUpdatedRows === 0n) return false;
      await db
        .insertInto('helpers')
        .values({ child_id: childId, helper_id: helperId, board_id: boardId })
        .onConflict((conflict) => conflict.columns(['child_id', 'helper_id']).doNothing())
        .execute();
      return true;
    });
  }

  async helperSeats(boardId: BoardId, childId?: PersonId): Promise<readonly ParticipantId[]> {
    let query = this.#db
      .selectFrom('helpers')
      .innerJoin('participants', 'participants.person_id', 'helpers.helper_id')
      .where('helpers.board_id', '=', boardId);
    if (childId !== undefined) query = query.where('helpers.child_id', '=', childId);
    const rows = await query.select('participants.id').distinct().orderBy('participants.id').execute();
    return rows.map(({ id }) => id as ParticipantId);
  }

  async seatsOfPerson(personId: PersonId): Promise<readonly ParticipantId[]> {
    const { rows } = await this.#db.executeQuery<{ id: ParticipantId }>({
      ...this.#seatsOfPerson,
      parameters: [personId],
    });
    return rows.map(({ id }) => id);
  }

  async removeParticipant(
    boardId: BoardId,
    participantId: ParticipantId,
    removedAt: number,
    by?: PersonId,
  ): Promise<boolean> {
    return this.#inTurn(boardId, async (db) => {
      const named = await db
        .selectFrom('participants')
        .select(['id', 'person_id'])
        .where('board_id', '=', boardId)
        .where('id', '=', participantId)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      if (!named) return false;
      const removed = await db
        .updateTable('participants')
        .set({ removed_at: removedAt })
        .where('board_id', '=', boardId)
        .where('removed_at', 'is', null)
        .where((is) =>
          named.person_id === null || named.person_id === by
            ? is('id', '=', participantId)
            : is('person_id', '=', named.person_id),
        )
        .returning('access_id')
        .execute();
      await db
        .updateTable('links')
        .set({ lobby: 1 })
        .where(
          'id',
          'in',
          removed.map(({ access_id }) => access_id),
        )
        .execute();
      await db
        .updateTable('memberships')
        .set({ ended_at: removedAt })
        .where(
          'id',
          'in',
          removed.map(({ access_id }) => access_id),
        )
        .execute();
      if (named.person_id !== null) await endHelpOf(db, named.person_id);
      if (named.person_id !== null && named.person_id !== by)
        for (const table of ['answer_links', 'calendar_feeds'] as const)
          await db
            .updateTable(table)
            .set({ withdrawn_at: removedAt })
            .where('board_id', '=', boardId)
            .where('person_id', '=', named.person_id)
            .where('withdrawn_at', 'is', null)
            .execute();
      await endHelpThatCannotBe(db, this.#sealed, boardId);
      return true;
    });
  }

  async admit({ boardId, participantId, ...given }: Admission): Promise<ParticipantRow | undefined> {
    return this.#inTurn(boardId, async (db) => {
      const stored = await db
        .selectFrom('participants')
        .selectAll()
        .where('board_id', '=', boardId)
        .where('id', '=', participantId)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      const found = await this.#sealed.openOne('participants', stored);
      if (!found) return undefined;
      const personId = given.personId ?? found.person_id ?? given.newPersonId;
      if (personId === given.newPersonId)
        await insertPerson(db, this.#sealed, {
          id: given.newPersonId,
          boardId,
          name: found.name,
          ...(given.service === undefined ? {} : { service: given.service }),
          voices: given.voices,
          isSubject: false,
          createdAt: given.admittedAt,
        });
      else
        await db
          .updateTable('people')
          .set(
            await this.#sealed.sealChange(
              'people',
              { id: personId, board_id: boardId },
              personValues({
                voices: given.voices,
                ...(given.service === undefined ? {} : { service: given.service }),
              }),
            ),
          )
          .where('id', '=', personId)
          .execute();
      const row = await db
        .updateTable('participants')
        .set({
          state: 'in',
          person_id: personId,
          ...(await this.#sealed.sealChange('participants', found, {
            ...(given.voice === undefined ? {} : { voice: given.voice as string }),
            ...(given.service === undefined ? {} : { service: given.service }),
          })),
          ...(found.state === 'in' ? {} : { admitted_at: given.admittedAt }),
        })
        .where('id', '=', participantId)
        .returningAll()
        .executeTakeFirstOrThrow();
      if (found.state !== 'in') await sitWhereAdmitted(db, row.board_id, row.id);
      await endHelpThatCannotBe(db, this.#sealed, boardId);
      return participantOf((await this.#sealed.opener([boardId])).open('participants', row));
    });
  }

  async renameParticipant(boardId: BoardId, participantId: ParticipantId, name: string): Promise<boolean> {
    const sealed = await this.#sealed.sealChange('participants', { id: participantId, board_id: boardId }, { name });
    return this.#inTurn(boardId, async (db) => {
      const changed = await db
        .updateTable('participants')
        .set(sealed)
        .where('board_id', '=', boardId)
        .where('id', '=', participantId)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    });
  }

  async refuse(boardId: BoardId, participantId: ParticipantId): Promise<boolean> {
    return this.#inTurn(boardId, async (db) => {
      const changed = await db
        .updateTable('participants')
        .set({ state: 'refused' })
        .where('board_id', '=', boardId)
        .where('id', '=', participantId)
        .where('state', '=', 'waiting')
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

  async enter(newcomer: Newcomer, session: NewSession): Promise<ParticipantRow | undefined> {
    const { boardId, joinedAt: now } = newcomer;
    return this.#inTurn(boardId, async (db) => {
      const stored = await linksWithEnd(db, boardId).where('links.id', '=', newcomer.linkId).executeTakeFirst();
      const linkRow = await this.#sealed.openOne('links', stored);
      const link = linkRow && linkWithEnd(linkRow);
      if (!link || !linkWorks(link, now)) return undefined;

      const seats =
        session.follows === undefined
          ? []
          : await this.#sealed.open('participants', await seatsOfSession(db, session.follows, boardId, now));
      // What an account leads is the account's alone: whoever comes by a link in the same browser is not therefore its person.
      const own = seats.filter(({ link_id }) => link_id !== null);
      const same = own.find(
        (seat) => seat.access_id === link.id && seat.name === newcomer.name && seat.removed_at === null,
      );
      const takesAUse = !same || same.state === 'refused';
      if (takesAUse && link.uses !== undefined && (await usesOf(db, link.id)) >= link.uses) return undefined;
      // Who is signed in goes on being so.
      const signIn = await signInFollowed(db, session);
      await insertSession(db, session, signIn);
      if (session.follows !== undefined) await copySeats(db, { from: session.follows, to: session.hash, now });

      const row = same
        ? await comeAgain(db, this.#sealed, same, newcomer)
        : await comeAnew(db, this.#sealed, newcomer, link, own);
      // Whoever waits at one door goes on sitting where they are let in by another.
      const isSat = (seat: OwnSeat) => seat.is_current === 1 && seat.state === 'in' && seat.removed_at === null;
      // Whoever leads and is signed in goes on leading, whatever link they open.
      const leads = signIn !== null && seats.some((seat) => seat.link_id === null && isSat(seat));
      await takeSeat(db, session, row, !leads && (row.state === 'in' || !own.some(isSat)));
      const namedAlike = own.filter((seat) => seat.name === newcomer.name && seat.removed_at === null);
      if (namedAlike.length > 0) await leaveElsewhere(db, session, row, namedAlike);
      return participantOf(row);
    });
  }

  async findSeat(sessionHash: string, boardId: BoardId, now: number): Promise<Seat | undefined> {
    const query = { ...this.#seatAtBoard, parameters: [sessionHash, now, isCurrent, now, boardId] };
    const { rows } = await this.#db.executeQuery<SeatColumns>(query);
    const opener = await this.#sealed.opener([boardId]);
    return rows.map((row) => seatOf(row, opener))[0];
  }

  async listSeats(sessionHash: string, now: number): Promise<readonly Seat[]> {
    const rows = await seatsOf(this.#db, sessionHash, now).execute();
    const opener = await this.#sealed.opener(new Set(rows.map(({ board_id }) => board_id)));
    return rows.map((row) => seatOf(row, opener));
  }

  async useSession(sessionHash: string, usedAt: number): Promise<void> {
    await this.#db.updateTable('sessions').set({ used_at: usedAt }).where('hash', '=', sessionHash).execute();
  }

  async endSession(sessionHash: string): Promise<readonly BoardId[]> {
    return this.#db.transaction().execute(async (db) => {
      const boards = new Set<BoardId>();
      const signIns = new Set<string>();
      let next: string | null = sessionHash;
      while (next !== null) {
        const hash: string = next;
        const seats = db.selectFrom('seats').select('board_id').where('session_hash', '=', hash);
        const changed = await countAccessChange(db).where('id', 'in', seats).returning('id').execute();
        for (const { id } of changed) boards.add(id as BoardId);
        const ended = await db
          .deleteFrom('sessions')
          .where('hash', '=', hash)
          .returning(['follows', 'sign_in_id'])
          .executeTakeFirst();
        if (typeof ended?.sign_in_id === 'string') signIns.add(ended.sign_in_id);
        next = ended?.follows ?? null;
      }
      for (const id of await endSignIns(db, [...signIns])) boards.add(id);
      return [...boards];
    });
  }

  async deleteExpiredSessions(now: number): Promise<void> {
    await this.#db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  }

  async createMeeting(meeting: MeetingRow): Promise<void> {
    const row = await this.#sealed.seal('meetings', {
      id: meeting.id as string,
      board_id: meeting.boardId as string,
      date: meeting.date as string,
      present: JSON.stringify(meeting.present),
      created_at: meeting.createdAt,
      version: meeting.version ?? null,
      next_date: meeting.nextDate ?? null,
    });
    await this.#db.insertInto('meetings').values(row).execute();
  }

  async changeMeeting(
    boardId: BoardId,
    meetingId: MeetingId,
    change: Parameters<Directory['changeMeeting']>[2],
  ): Promise<boolean> {
    const { presentChanges, ...fields } = change;
    if (!presentChanges) return updateMeeting(this.#db, this.#sealed, boardId, meetingId, fields);
    return this.#db.transaction().execute(async (db) => {
      // Writing the row first holds other windows back until this one is done, in every database.
      if (!(await updateMeeting(db, this.#sealed, boardId, meetingId, fields, true))) return false;
      const row = await db.selectFrom('meetings').selectAll().where('id', '=', meetingId).executeTakeFirstOrThrow();
      const meeting = meetingOf((await this.#sealed.opener([boardId])).open('meetings', row));
      const present = changePresent(meeting.present, presentChanges);
      await updateMeeting(db, this.#sealed, boardId, meetingId, { present });
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
    const opened = await this.#sealed.openOne('meetings', row);
    return opened && meetingOf(opened);
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
    return (await this.#sealed.open('meetings', rows)).map(meetingOf);
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

function linksWithEnd(db: Kysely<Tables>, boardId: BoardId) {
  return db
    .selectFrom('links')
    .innerJoin('boards', 'boards.id', 'links.board_id')
    .where('links.board_id', '=', boardId)
    .selectAll('links')
    .select('boards.expires_at as board_expires_at');
}

/** A link ends no later than its board. */
function linkWithEnd(row: Selectable<PlainTables['links']> & { readonly board_expires_at: number | null }): LinkRow {
  const { expires_at, board_expires_at } = row;
  const ends = [expires_at, board_expires_at].filter((end) => end !== null);
  return linkOf({ ...row, expires_at: ends.length === 0 ? null : Math.min(...ends) });
}

/**
 * @param mustBeOpen whether it must be open whatever is changed; when they meet again can else be changed at any time
 * @returns false when there is no such meeting, or it must be open and is not
 */
async function updateMeeting(
  db: Kysely<Tables>,
  sealed: SealedRows,
  boardId: BoardId,
  meetingId: MeetingId,
  { date, present, nextDate }: { readonly date?: Day; readonly present?: readonly Present[]; readonly nextDate?: Day },
  mustBeOpen = date !== undefined || present !== undefined || nextDate === undefined,
): Promise<boolean> {
  const words =
    present === undefined
      ? {}
      : await sealed.sealChange('meetings', { id: meetingId, board_id: boardId }, { present: JSON.stringify(present) });
  const changed = await db
    .updateTable('meetings')
    // The board's own id first, so that an empty change is still a statement, and tells whether the meeting is open.
    .set({
      board_id: boardId,
      ...(date === undefined ? {} : { date }),
      ...words,
      ...(nextDate === undefined ? {} : { next_date: nextDate === '' ? null : nextDate }),
    })
    .where('board_id', '=', boardId)
    .where('id', '=', meetingId)
    .$if(mustBeOpen, (update) => update.where('version', 'is', null))
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}
/** Of the seats that a session has at a board, the one it sits on. */
const isCurrent = 1;

function seatsOf(db: Kysely<Tables>, sessionHash: string, now: number) {
  return db
    .selectFrom('seats')
    .innerJoin('sessions', 'sessions.hash', 'seats.session_hash')
    .innerJoin('participants', 'participants.id', 'seats.participant_id')
    .innerJoin('boards', 'boards.id', 'seats.board_id')
    .leftJoin('links', 'links.id', 'participants.access_id')
    .leftJoin('memberships', 'memberships.id', 'participants.access_id')
    .leftJoin('sign_ins', (join) =>
      join.onRef('sign_ins.id', '=', 'sessions.sign_in_id').onRef('sign_ins.account_id', '=', 'memberships.account_id'),
    )
    .leftJoin('accounts', (join) =>
      join.onRef('accounts.id', '=', 'sign_ins.account_id').on('accounts.ended_at', 'is', null),
    )
    .leftJoin('people', 'people.id', 'participants.person_id')
    .where('sessions.hash', '=', sessionHash)
    .where('sessions.expires_at', '>', now)
    .where('seats.is_current', '=', isCurrent)
    .where((is) => is.or([is('boards.expires_at', 'is', null), is(is.ref('boards.expires_at'), '>', now)]))
    .selectAll('participants')
    .select(['seats.opened_at', 'sessions.used_at', 'sessions.expires_at as session_expires_at'])
    .select(['boards.title', 'boards.template_id', 'boards.created_at as board_created_at'])
    .select(['boards.maker_id', 'boards.access_changes', 'boards.expires_at as board_expires_at', 'boards.archived_at'])
    .select(['links.role as link_role', 'links.secret_hash', 'links.created_at as link_created_at'])
    .select(['links.label', 'links.lobby', 'links.uses', 'links.expires_at', 'links.withdrawn_at'])
    .select(['memberships.account_id', 'memberships.is_owner', 'memberships.created_at as membership_created_at'])
    .select(['memberships.ended_at', 'sign_ins.signed_in_at', 'accounts.id as signed_in_account'])
    .select(['sign_ins.provider_id', 'sign_ins.passkey_id'])
    .select([
      'people.name as person_name',
      'people.service as person_service',
      'people.created_at as person_created_at',
    ])
    .select(['people.phone', 'people.email', 'people.language', 'people.voices', 'people.may_decide'])
    .select(['people.reason', 'people.interpreter'])
    .select(['people.reads_plans', 'people.is_subject', 'people.helper_id', 'people.helper_confirmed'])
    .select((of) => [
      of
        .selectFrom('people as children')
        .whereRef('children.helper_id', '=', 'participants.person_id')
        .select((each) => each.fn.max('children.helper_confirmed').as('confirmed'))
        .as('helps_now'),
      of
        .selectFrom('helpers')
        .whereRef('helpers.helper_id', '=', 'participants.person_id')
        .select((each) => each.fn.countAll().as('children'))
        .as('has_helped'),
      of
        .selectFrom('consents')
        .whereRef('consents.board_id', '=', 'seats.board_id')
        .select((each) => each.fn.countAll().as('consents'))
        .as('consents'),
    ])
    .orderBy('boards.created_at', 'desc')
    .orderBy('boards.id');
}

type SeatColumns = InferResult<ReturnType<typeof seatsOf>>[number];

function seatOf(row: SeatColumns, opener: RowOpener): Seat {
  const { person_id, person_name, person_created_at, voices, is_subject } = row;
  return {
    participant: participantOf(opener.open('participants', row)),
    ...(person_id === null ||
    person_name === null ||
    person_created_at === null ||
    voices === null ||
    is_subject === null
      ? {}
      : {
          person: personOf(
            opener.open('people', {
              ...row,
              id: person_id,
              name: person_name,
              service: row.person_service,
              created_at: person_created_at,
              voices,
              is_subject,
            }),
          ),
        }),
    ...accessOf(row, opener),
    board: boardOf(
      opener.open('boards', {
        ...row,
        id: row.board_id,
        created_at: row.board_created_at,
        expires_at: row.board_expires_at,
      }),
    ),
    openedAt: row.opened_at,
    usedAt: row.used_at,
    sessionExpiresAt: row.session_expires_at,
    accessChanges: row.access_changes,
    hasConsents: Number(row.consents) > 0,
    ...(Number(row.has_helped) === 0 ? {} : { helps: Number(row.helps_now) === 1 ? 'now' : 'before' }),
  };
}

function accessOf(
  row: SeatColumns,
  opener: RowOpener,
): { readonly link: LinkRow } | { readonly membership: MembershipRow } {
  const { account_id, is_owner, membership_created_at, link_role, secret_hash, link_created_at, lobby } = row;
  if (account_id !== null && is_owner !== null && membership_created_at !== null)
    return {
      membership: membershipOf(
        { ...row, id: row.access_id, account_id, is_owner, created_at: membership_created_at },
        row.signed_in_account === null || row.signed_in_at === null
          ? undefined
          : { at: row.signed_in_at, by: signInWay({ providerId: row.provider_id, passkeyId: row.passkey_id }) },
      ),
    };
  if (link_role === null || secret_hash === null || link_created_at === null || lobby === null)
    throw new Error('a seat stands on nothing that is kept');
  const link = { ...row, id: row.access_id, role: link_role, created_at: link_created_at };
  return { link: linkWithEnd(opener.open('links', { ...link, secret_hash, lobby })) };
}

/** What the session is signed in by that another follows, if it goes on. */
async function signInFollowed(
  db: Transaction<Tables>,
  { follows, openedAt, staysSignedInSince }: NewSession,
): Promise<string | null> {
  if (follows === undefined || staysSignedInSince === undefined) return null;
  const row = await db
    .selectFrom('sessions')
    .select('sign_in_id')
    .where('hash', '=', follows)
    .where('expires_at', '>', openedAt)
    .where('used_at', '>', staysSignedInSince)
    .executeTakeFirst();
  return row?.sign_in_id ?? null;
}

/** Every seat that a session has at a board, those it does not sit on too. */
function seatsOfSession(db: Transaction<Tables>, sessionHash: string, boardId: BoardId, now: number) {
  return db
    .selectFrom('seats')
    .innerJoin('sessions', 'sessions.hash', 'seats.session_hash')
    .innerJoin('participants', 'participants.id', 'seats.participant_id')
    .leftJoin('links', 'links.id', 'participants.access_id')
    .where('seats.session_hash', '=', sessionHash)
    .where('seats.board_id', '=', boardId)
    .where('sessions.expires_at', '>', now)
    .selectAll('participants')
    .select(['seats.is_current', 'links.id as link_id'])
    .execute();
}

type OwnSeat = OpenedRow<'participants', Awaited<ReturnType<typeof seatsOfSession>>[number]>;

async function usesOf(db: Transaction<Tables>, linkId: LinkId): Promise<number> {
  const row = await db
    .selectFrom('participants')
    .where('access_id', '=', linkId)
    .where('state', '!=', 'refused')
    .select((count) => count.fn.countAll().as('used'))
    .executeTakeFirstOrThrow();
  return Number(row.used);
}

/** The same person in the same browser by the same link: what they answer now is new, where it is theirs to say. */
async function comeAgain(db: Transaction<Tables>, sealed: SealedRows, same: OwnSeat, { voice }: Newcomer) {
  const before = participantOf(same);
  if (before.state !== 'refused' && (voice === undefined || before.admittedAt !== undefined)) return same;
  if (before.state === 'in' && before.personId !== undefined && before.role !== 'leader') {
    const person = await personBy(db, sealed, before.personId);
    const voices = personValues({ voices: voicesAfterAnswer(person.voices, before.voice, voice) });
    const key = { id: person.id, board_id: person.boardId };
    await db
      .updateTable('people')
      .set(await sealed.sealChange('people', key, voices))
      .where('id', '=', person.id)
      .execute();
    await endHelpThatCannotBe(db, sealed, person.boardId);
  }
  const answered = voice === undefined ? {} : await sealed.sealChange('participants', same, { voice: voice as string });
  const row = await db
    .updateTable('participants')
    .set({ ...answered, ...(before.state === 'refused' ? { state: 'waiting' } : {}) })
    .where('id', '=', same.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return (await sealed.opener([row.board_id])).open('participants', row);
}

async function comeAnew(
  db: Transaction<Tables>,
  sealed: SealedRows,
  newcomer: Newcomer,
  link: LinkRow,
  own: readonly OwnSeat[],
) {
  const { boardId, name, role, voice, joinedAt } = newcomer;
  const removed = await sealed.open(
    'participants',
    await db
      .selectFrom('participants')
      .select(['id', 'board_id', 'name'])
      .where('board_id', '=', boardId)
      .where('removed_at', '>=', link.createdAt)
      .execute(),
  );
  const wasRemoved = removed.some((one) => own.some(({ id }) => id === one.id) || isSameName(one.name, name));
  // Who comes by another link in the same browser, under the same name, is the same person.
  const known = own.find((seat) => seat.state === 'in' && seat.removed_at === null && seat.name === name)?.person_id;
  // Where consents say which services are in, nobody is taken at their word for which they come from.
  const isAskedOf = role !== 'leader' && !known && (await hasConsents(db, boardId));
  const isIn = !link.lobby && !wasRemoved && !isAskedOf;
  if (isIn && !known)
    await insertPerson(db, sealed, {
      id: newcomer.personId,
      boardId,
      name,
      voices: voice === undefined || role === 'leader' ? [] : [voice],
      isSubject: false,
      createdAt: joinedAt,
    });
  const personId = isIn ? (known ?? newcomer.personId) : null;
  if (isIn && role === 'leader')
    await db
      .updateTable('boards')
      .set({ maker_id: personId })
      .where('id', '=', boardId)
      .where('maker_id', 'is', null)
      .execute();
  const row = await sealed.seal('participants', {
    id: newcomer.id,
    board_id: boardId,
    access_id: link.id,
    person_id: personId,
    name,
    role,
    state: isIn ? 'in' : 'waiting',
    voice: voice ?? null,
    service: null,
    joined_at: joinedAt,
    admitted_at: null,
    removed_at: null,
    removed_before: Number(wasRemoved),
  });
  const stored = await db.insertInto('participants').values(row).returningAll().executeTakeFirstOrThrow();
  return (await sealed.opener([boardId])).open('participants', stored);
}

async function hasConsents(db: Kysely<Tables>, boardId: BoardId): Promise<boolean> {
  const first = await db
    .selectFrom('consents')
    .select('id')
    .where('board_id', '=', boardId)
    .limit(1)
    .executeTakeFirst();
  return first !== undefined;
}

async function takeSeat(
  db: Transaction<Tables>,
  session: NewSession,
  seat: { readonly id: string; readonly board_id: string },
  isCurrent: boolean,
): Promise<void> {
  if (isCurrent)
    await db
      .updateTable('seats')
      .set({ is_current: 0 })
      .where('session_hash', '=', session.hash)
      .where('board_id', '=', seat.board_id)
      .execute();
  await db
    .insertInto('seats')
    .values({
      session_hash: session.hash,
      board_id: seat.board_id,
      participant_id: seat.id,
      opened_at: session.openedAt,
      is_current: Number(isCurrent),
    })
    .onConflict((conflict) =>
      conflict.columns(['session_hash', 'participant_id']).doUpdateSet({
        opened_at: session.openedAt,
        ...(isCurrent ? { is_current: 1 } : {}),
      }),
    )
    .execute();
}

/**
 * Whoever comes to a seat again by its name has it in the new session alone: the cookie it was found by may have been planted by
 * whoever took it first, and would share all that its person is given, writes for themself and is the author of from now on. Other
 * seats of the person that the leader let in one by one stay.
 */
async function leaveElsewhere(
  db: Transaction<Tables>,
  session: NewSession,
  row: { readonly person_id: string | null },
  namedAlike: readonly OwnSeat[],
): Promise<void> {
  await db
    .deleteFrom('seats')
    .where('session_hash', '!=', session.hash)
    .where('participant_id', 'in', (select) =>
      select
        .selectFrom('participants')
        .select('id')
        .where((where) =>
          where.or([
            where(
              'id',
              'in',
              namedAlike.map(({ id }) => id),
            ),
            where.and([where('person_id', '=', row.person_id), where('admitted_at', 'is', null)]),
          ]),
        ),
    )
    .execute();
}

/** Whoever was let in sits there now, in every session that waited for it. */
async function sitWhereAdmitted(db: Transaction<Tables>, boardId: string, participantId: string): Promise<void> {
  await db
    .updateTable('seats')
    .set({ is_current: 0 })
    .where('board_id', '=', boardId)
    .where('session_hash', 'in', (select) =>
      select
        .selectFrom('seats as theirs')
        .select('theirs.session_hash')
        .where('theirs.participant_id', '=', participantId),
    )
    .execute();
  await db.updateTable('seats').set({ is_current: 1 }).where('participant_id', '=', participantId).execute();
}

/** Names whom a child is helped by. What its page said was said to the one before. */
async function nameHelper(db: Transaction<Tables>, childId: PersonId, helperId: PersonId | undefined): Promise<void> {
  const named = db
    .updateTable('people')
    .set({ helper_id: helperId ?? null, helper_confirmed: null })
    .where('id', '=', childId);
  if (helperId === undefined) await named.execute();
  // Naming the same once more is no change.
  else await named.where((is) => is.or([is('helper_id', 'is', null), is('helper_id', '!=', helperId)])).execute();
}

/** Whoever has no seat left helps nobody any more, until the leader names them anew. */
async function endHelpOf(db: Transaction<Tables>, helperId: string): Promise<void> {
  await db
    .updateTable('people')
    .set({ helper_id: null, helper_confirmed: null })
    .where('helper_id', '=', helperId)
    .where((is) => is.not(is.exists(seatsLeftOf(db, helperId))))
    .execute();
}

function seatsLeftOf(db: Transaction<Tables>, personId: string) {
  return db
    .selectFrom('participants')
    .select('participants.id')
    .where('participants.person_id', '=', personId)
    .where('participants.removed_at', 'is', null);
}

/** Ends what was named and confirmed where one is no child now, the other is one, or there is no page left that could say no. */
async function endHelpThatCannotBe(db: Transaction<Tables>, sealed: SealedRows, boardId: string): Promise<void> {
  const helped = db
    .selectFrom('people')
    .select('id')
    .where('board_id', '=', boardId)
    .where('helper_id', 'is not', null);
  // Whose voice is whose is sealed: it is looked at here, and only where somebody is helped.
  if (await helped.limit(1).executeTakeFirst()) {
    const rows = await db
      .selectFrom('people')
      .select(['id', 'board_id', 'voices', 'helper_id'])
      .where('board_id', '=', boardId)
      .execute();
    const people = await sealed.open('people', rows);
    const children = new Set(people.filter(hasChildsVoice).map(({ id }) => id));
    const ended = people.filter(
      ({ id, helper_id }) => helper_id !== null && (!children.has(id) || children.has(helper_id)),
    );
    for (const { id } of ended)
      await db.updateTable('people').set({ helper_id: null, helper_confirmed: null }).where('id', '=', id).execute();
  }
  await db
    .updateTable('people')
    .set({ helper_confirmed: null })
    .where('board_id', '=', boardId)
    .where('helper_confirmed', 'is not', null)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('participants')
            .select('participants.id')
            .whereRef('participants.person_id', '=', 'people.id')
            .where('participants.removed_at', 'is', null),
        ),
      ),
    )
    .execute();
}

export async function insertPerson(db: Kysely<Tables>, sealed: SealedRows, person: PersonRow): Promise<void> {
  const { id, boardId, createdAt, name, voices, isSubject, ...rest } = person;
  const row = await sealed.seal('people', {
    ...personValues(rest),
    id: id as string,
    board_id: boardId as string,
    name,
    voices: JSON.stringify(voices),
    is_subject: Number(isSubject),
    created_at: createdAt,
  });
  await db.insertInto('people').values(row).execute();
}

async function personBy(db: Transaction<Tables>, sealed: SealedRows, personId: PersonId): Promise<PersonRow> {
  const row = await db.selectFrom('people').selectAll().where('id', '=', personId).executeTakeFirstOrThrow();
  return personOf((await sealed.opener([row.board_id])).open('people', row));
}

function linkValues(link: LinkRow) {
  return {
    id: link.id,
    board_id: link.boardId,
    role: link.role,
    secret_hash: link.secretHash,
    label: link.label ?? null,
    lobby: Number(link.lobby),
    uses: link.uses ?? null,
    created_at: link.createdAt,
    expires_at: link.expiresAt ?? null,
    withdrawn_at: link.withdrawnAt ?? null,
  };
}
