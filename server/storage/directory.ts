import type { LinkId, Role } from '@duken/shared/access';
import type { BoardId, Day, ParticipantId } from '@duken/shared/board';
import type { MeetingId, Present } from '@duken/shared/meeting';
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
  readonly joinedAt: number;
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
}

/** A browser that has come in: the hash of what its cookie holds, and until when, in milliseconds since the epoch. */
export interface SessionLife {
  readonly hash: string;
  readonly expiresAt: number;
}

/** Boards, links, participants, meetings and sessions: who may enter, and when people met. Nothing of what they wrote. */
export interface Directory {
  createBoard(board: BoardRow, links: readonly LinkRow[]): Promise<void>;

  createLink(link: LinkRow): Promise<void>;
  /** With how many have come in by each. */
  listLinks(boardId: BoardId): Promise<readonly (LinkRow & { readonly joined: number })[]>;
  findLinkBySecret(boardId: BoardId, secretHash: string): Promise<LinkRow | undefined>;
  /** @returns false when there is no such link on this board, or it was withdrawn before */
  withdrawLink(boardId: BoardId, linkId: LinkId, withdrawnAt: number): Promise<boolean>;

  listParticipants(boardId: BoardId): Promise<readonly ParticipantRow[]>;

  hasSession(sessionHash: string, now: number): Promise<boolean>;
  /**
   * Seats a session at a board as this participant, making the session when it is new and prolonging it when it is not.
   * A session has one seat per board: the newest. A session that came in by the same link before is the same person
   * again: only the name is new then.
   * @returns the participant who now sits there
   */
  enter(participant: ParticipantRow, session: SessionLife): Promise<ParticipantRow>;
  findSeat(sessionHash: string, boardId: BoardId, now: number): Promise<Seat | undefined>;
  listSeats(sessionHash: string, now: number): Promise<readonly Seat[]>;
  deleteExpiredSessions(now: number): Promise<void>;

  createMeeting(meeting: MeetingRow): Promise<void>;
  /** Changes an open meeting. @returns false when there is none such, or it is frozen */
  changeMeeting(
    boardId: BoardId,
    meetingId: MeetingId,
    change: { readonly date?: Day; readonly present?: readonly Present[] },
  ): Promise<boolean>;
  findMeeting(boardId: BoardId, meetingId: MeetingId): Promise<MeetingRow | undefined>;
  /** Newest first. */
  listMeetings(boardId: BoardId): Promise<readonly MeetingRow[]>;
}
