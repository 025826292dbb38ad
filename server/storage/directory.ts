import type { LinkId, Role } from '@duken/shared/access';
import type { BoardId, Day, ParticipantId, Voice } from '@duken/shared/board';
import type { MeetingId, Present, PresentChanges } from '@duken/shared/meeting';
import type { TemplateId } from '@duken/shared/template';

/** All moments are milliseconds since the epoch. All hashes are SHA-256 as lower-case hex. */
export interface BoardRow {
  readonly id: BoardId;
  readonly title: string;
  readonly templateId: TemplateId;
  readonly createdAt: number;
}

export interface LinkRow {
  readonly id: LinkId;
  readonly boardId: BoardId;
  readonly role: Role;
  readonly secretHash: string;
  /** Whom it is meant for. */
  readonly label?: string;
  readonly createdAt: number;
  readonly expiresAt?: number;
  readonly withdrawnAt?: number;
}

export interface ParticipantRow {
  readonly id: ParticipantId;
  readonly boardId: BoardId;
  readonly linkId: LinkId;
  readonly name: string;
  readonly role: Role;
  /** What they answered to who they are here. */
  readonly voice?: Voice;
  readonly joinedAt: number;
  /** When the leader took them away from the table. */
  readonly removedAt?: number;
}

export interface MeetingRow {
  readonly id: MeetingId;
  readonly boardId: BoardId;
  readonly date: Day;
  readonly present: readonly Present[];
  readonly createdAt: number;
  /** The version it was frozen as. */
  readonly version?: number;
}

/** A session's place at one board: who they are there, and the link that let them in. */
export interface Seat {
  readonly participant: ParticipantRow;
  readonly link: LinkRow;
  readonly board: BoardRow;
  /** When the session ends unless it is prolonged. */
  readonly sessionExpiresAt: number;
  /** How many times access to the board had changed when this was read. */
  readonly accessChanges: number;
}

/** A browser that has come in: the hash of what its cookie holds, and until when, in milliseconds since the epoch. */
export interface SessionLife {
  readonly hash: string;
  readonly expiresAt: number;
}

/** Boards, links, participants, meetings and sessions: who may enter, and when people met. Nothing of what they wrote. */
export interface Directory {
  createBoard(board: BoardRow, links: readonly LinkRow[]): Promise<void>;
  findBoard(boardId: BoardId): Promise<BoardRow | undefined>;

  createLink(link: LinkRow): Promise<void>;
  /** With how many have come in by each and were not removed. */
  listLinks(boardId: BoardId): Promise<readonly (LinkRow & { readonly joined: number })[]>;
  findLinkBySecret(boardId: BoardId, secretHash: string): Promise<LinkRow | undefined>;
  /**
   * Never withdraws the last leader link of a board that works: two leaders may do this to each other at once.
   * @returns false then, and when there is no such link on this board, or it was withdrawn before
   */
  withdrawLink(boardId: BoardId, linkId: LinkId, withdrawnAt: number): Promise<boolean>;

  /** Everybody who has ever come in, those removed too: their notes are still theirs. */
  listParticipants(boardId: BoardId): Promise<readonly ParticipantRow[]>;
  /** @returns false when there is no such participant on this board, or they were removed before */
  removeParticipant(boardId: BoardId, participantId: ParticipantId, removedAt: number): Promise<boolean>;

  /**
   * How many times somebody's access to each of these boards has changed, whoever changed it: a link withdrawn, a person
   * who came, was removed or got another role, a session ended. What merely expires is not counted.
   */
  accessChanges(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, number>>;

  hasSession(sessionHash: string, now: number): Promise<boolean>;
  /**
   * Seats a session at a board as this participant, making the session when it is new and prolonging it when it is not.
   * A session has one seat per board: the newest. A session that came in by the same link before is the same person
   * again: only the name is new then, and the voice when it is told. A session of somebody who was removed does not
   * come back by a link that was there when it happened; a link made since is a new invitation.
   * @returns the participant who now sits there; undefined for one who was removed, and then nothing is changed
   */
  enter(participant: ParticipantRow, session: SessionLife): Promise<ParticipantRow | undefined>;
  /** Also for somebody who was removed, so that they can be told. */
  findSeat(sessionHash: string, boardId: BoardId, now: number): Promise<Seat | undefined>;
  listSeats(sessionHash: string, now: number): Promise<readonly Seat[]>;
  deleteExpiredSessions(now: number): Promise<void>;
  /** @returns the boards where it had a seat */
  deleteSession(sessionHash: string): Promise<readonly BoardId[]>;

  createMeeting(meeting: MeetingRow): Promise<void>;
  /**
   * Changes an open meeting. `presentChanges` are carried out on the list as it is then, one request after the other.
   * @returns false when there is none such, or it is frozen
   */
  changeMeeting(
    boardId: BoardId,
    meetingId: MeetingId,
    change: {
      readonly date?: Day;
      readonly present?: readonly Present[];
      readonly presentChanges?: PresentChanges;
    },
  ): Promise<boolean>;
  findMeeting(boardId: BoardId, meetingId: MeetingId): Promise<MeetingRow | undefined>;
  /** Newest first. */
  listMeetings(boardId: BoardId): Promise<readonly MeetingRow[]>;
}
