import type { AccessId, AccountId, LinkId, MembershipId, Role, SeatState, SignInWay } from '@duken/shared/access';
import type { BoardId, Day, ParticipantId, PersonId, Voice } from '@duken/shared/board';
import type { MeetingId, Present, PresentChanges } from '@duken/shared/meeting';
import type { Person } from '@duken/shared/people';
import type { TemplateId } from '@duken/shared/template';

/** All moments are milliseconds since the epoch. All hashes are SHA-256 as lower-case hex. */
export interface BoardRow {
  readonly id: BoardId;
  readonly title: string;
  readonly templateId: TemplateId;
  readonly createdAt: number;
  /** Who made it: the first who came in to lead. Absent until they have. */
  readonly makerId?: PersonId;
  /** When it ends by itself: nobody comes to it from then on, and it is erased soon after. */
  readonly expiresAt?: number;
  /** Since when it is put away: it can be read, and not changed. */
  readonly archivedAt?: number;
}

export interface LinkRow {
  readonly id: LinkId;
  readonly boardId: BoardId;
  readonly role: Role;
  readonly secretHash: string;
  /** Whom it is meant for. */
  readonly label?: string;
  /** Whether the leader lets each newcomer in. */
  readonly lobby: boolean;
  /** How many may come by it. */
  readonly uses?: number;
  readonly createdAt: number;
  readonly expiresAt?: number;
  readonly withdrawnAt?: number;
}

/** A link, and who has come by it. */
export interface UsedLink extends LinkRow {
  /** Who are in, and were not removed. */
  readonly joined: number;
  /** All but those who were refused. */
  readonly used: number;
}

/** Somebody of a board's case. */
export interface PersonRow extends Person {
  readonly boardId: BoardId;
  readonly createdAt: number;
}

/** What of a person is to be other than it was; undefined takes a field away, and what is not named stands. */
export type PersonChange = {
  readonly [Field in keyof Omit<Person, 'id' | 'helperConfirmed'>]?: Person[Field] | undefined;
};

/** What a child's own page says to the helper that the leader has named. A yes is to the one it was asked about. */
export type HelperAnswer = { readonly confirmed: true; readonly helperId: PersonId } | { readonly confirmed: false };

/** A seat of somebody at a board. */
export interface ParticipantRow {
  readonly id: ParticipantId;
  readonly boardId: BoardId;
  /** What the seat stands on. */
  readonly accessId: AccessId;
  /** Whose seat it is; absent until they are in. */
  readonly personId?: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly state: Exclude<SeatState, 'removed'>;
  /** Whose voice their notes carry to begin with: their own answer, until the leader has said it. */
  readonly voice?: Voice;
  readonly service?: string;
  readonly joinedAt: number;
  /** When the leader let them in; absent for those whom a link lets straight in. */
  readonly admittedAt?: number;
  /** Whether whoever knocks was taken away from the table before, by their browser or their name. */
  readonly removedBefore?: true;
  /** When the leader took them away from the table. */
  readonly removedAt?: number;
}

export interface MeetingRow {
  readonly id: MeetingId;
  readonly boardId: BoardId;
  readonly date: Day;
  readonly present: readonly Present[];
  readonly createdAt: number;
  /** When they meet again. */
  readonly nextDate?: Day;
  /** The version it was frozen as. */
  readonly version?: number;
}

/** What lets an account lead a board. */
export interface MembershipRow {
  readonly id: MembershipId;
  readonly boardId: BoardId;
  readonly accountId: AccountId;
  readonly isOwner: boolean;
  readonly createdAt: number;
  readonly endedAt?: number;
  /** When the session was signed in by that account; absent where it is not, or not any more. */
  readonly signedInAt?: number;
  /** How; absent where it is not. */
  readonly signedInBy?: SignInWay;
}

/** A session's place at one board: who they are there, and what let them in: a link, or a membership of their account. */
export type Seat = SeatAtBoard &
  (
    | { readonly link: LinkRow; readonly membership?: undefined }
    | { readonly membership: MembershipRow; readonly link?: undefined }
  );

interface SeatAtBoard {
  readonly participant: ParticipantRow;
  /** Absent until they are in. */
  readonly person?: PersonRow;
  readonly board: BoardRow;
  /** When the session ends whatever happens. */
  readonly sessionExpiresAt: number;
  /** How many times access to the board had changed when this was read. */
  readonly accessChanges: number;
  /** When the seat was gained. */
  readonly openedAt: number;
  /** When its session was last used, to within some minutes. */
  readonly usedAt: number;
  /** Whether a consent to share was ever recorded at the board: then services are in by consents alone. */
  readonly hasConsents: boolean;
  /** Whether the person may write for a child whose page has said so, or was let before. */
  readonly helps?: 'now' | 'before';
}

/** A session that is about to be: the hash of what its cookie will hold, and when it is over whatever happens. */
export interface NewSession {
  readonly hash: string;
  readonly openedAt: number;
  readonly expiresAt: number;
  /** The session whose seats it takes along, if that still is one. It keeps its own, and gains nothing. */
  readonly follows?: string;
  /** It is signed in as that one is, if that was used since then: somebody may have left a machine that others come to. */
  readonly staysSignedInSince?: number;
}

/** Somebody at the door with a link that works. */
export interface Newcomer {
  /** What they will be, if they are new. */
  readonly id: ParticipantId;
  readonly personId: PersonId;
  readonly boardId: BoardId;
  readonly linkId: LinkId;
  readonly name: string;
  readonly role: Role;
  readonly voice?: Voice;
  readonly joinedAt: number;
}

/** The leader lets somebody in, and says who they are. */
export interface Admission {
  readonly boardId: BoardId;
  readonly participantId: ParticipantId;
  /** Whose voice their notes carry to begin with. */
  readonly voice?: Voice;
  /** All that the person may speak in from now on. */
  readonly voices: readonly Voice[];
  readonly service?: string;
  /** Whom they are of the case; without, they are a new person of this id. */
  readonly personId?: PersonId;
  readonly newPersonId: PersonId;
  readonly admittedAt: number;
}

/** Boards, links, people, participants, meetings and sessions: who may enter, and when people met. Nothing of what they wrote. */
export interface Directory {
  createBoard(board: BoardRow, links: readonly LinkRow[]): Promise<void>;
  findBoard(boardId: BoardId): Promise<BoardRow | undefined>;

  /** Renames a board, puts it away or takes it out again (null). @returns the board as it is now; undefined when there is none */
  changeBoard(
    boardId: BoardId,
    change: { readonly title?: string; readonly archivedAt?: number | null },
  ): Promise<BoardRow | undefined>;
  /** Gives a board its end, or an earlier one than it had: nobody comes to it from then on. */
  endBoard(boardId: BoardId, at: number): Promise<void>;

  /** Those that had ended by then. */
  expiredBoards(now: number): Promise<readonly BoardId[]>;

  createLink(link: LinkRow): Promise<void>;
  listLinks(boardId: BoardId): Promise<readonly UsedLink[]>;
  /** A link ends no later than its board. */
  findLinkBySecret(boardId: BoardId, secretHash: string): Promise<LinkRow | undefined>;
  /**
   * Never withdraws the last leader link of a board that works: two leaders may do this to each other at once.
   * @returns false then, and when there is no such link on this board, or it was withdrawn before
   */
  withdrawLink(boardId: BoardId, linkId: LinkId, withdrawnAt: number): Promise<boolean>;

  /** Oldest first. */
  listPeople(boardId: BoardId): Promise<readonly PersonRow[]>;
  createPerson(person: PersonRow): Promise<void>;
  /**
   * Changes the fields that are named, so that two who change different fields at once both have their way.
   * @returns the person as they are now; undefined when there is none such on this board
   */
  changePerson(boardId: BoardId, personId: PersonId, change: PersonChange): Promise<PersonRow | undefined>;
  /**
   * What a child's page says to its helper. Nothing of it stands longer than there is such a child and such a helper: another
   * helper, another voice of either, or the last seat of either taken away ends it.
   * @returns false when nobody is named, or not the one who was asked about
   */
  answerHelper(boardId: BoardId, childId: PersonId, answer: HelperAnswer): Promise<boolean>;
  /** Every seat of those who were let write for a child of the board, now or before. @param childId of this child alone */
  helperSeats(boardId: BoardId, childId?: PersonId): Promise<readonly ParticipantId[]>;
  /** Every seat of a person, those removed too: what was written from them is theirs. */
  seatsOfPerson(personId: PersonId): Promise<readonly ParticipantId[]>;

  /** Everybody who has ever come, those who wait, were refused or removed too: their notes are still theirs. */
  listParticipants(boardId: BoardId): Promise<readonly ParticipantRow[]>;
  findParticipant(boardId: BoardId, participantId: ParticipantId): Promise<ParticipantRow | undefined>;
  /**
   * Takes somebody away from the table, with every seat of the same person; whoever comes by the links that those stood on
   * waits for the leader from then on. Their links to answer by and the feeds of their calendar are withdrawn.
   * @param by whoever does it: of their own seats, only the one that is named is taken away
   * @returns false when there is no such participant on this board, or they were removed before
   */
  removeParticipant(boardId: BoardId, participantId: ParticipantId, removedAt: number, by?: PersonId): Promise<boolean>;
  /** Gives a seat another name. @returns false when there is no such participant, or they were removed */
  renameParticipant(boardId: BoardId, participantId: ParticipantId, name: string): Promise<boolean>;
  /** Lets somebody in, or says anew who somebody is who is in. @returns undefined when there is none such to let in */
  admit(admission: Admission): Promise<ParticipantRow | undefined>;
  /** @returns false when nobody such waits */
  refuse(boardId: BoardId, participantId: ParticipantId): Promise<boolean>;

  /**
   * How many times somebody's access to each of these boards has changed, whoever changed it: a link withdrawn, a person
   * who came, was removed or got another role, a session ended. What merely expires is not counted.
   */
  accessChanges(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, number>>;

  /**
   * Seats somebody at a board, in a new session that takes along the seats of the one it follows. The same name by the same
   * link in a session is the same seat, and by another link the same person; either has it in the new session alone, and leaves every
   * other. Another name is another participant. Where the link has a lobby they wait; and so does whoever was removed, by
   * their browser or their name, by a link that was there when it happened: one made since is a new invitation.
   * @returns the participant who now sits or waits there; undefined when the link does not work, or its uses are taken,
   * and then nothing is changed
   */
  enter(newcomer: Newcomer, session: NewSession): Promise<ParticipantRow | undefined>;
  /** Also for somebody who waits, was refused or was removed, so that they can be told. */
  findSeat(sessionHash: string, boardId: BoardId, now: number): Promise<Seat | undefined>;
  /** One for each board. */
  listSeats(sessionHash: string, now: number): Promise<readonly Seat[]>;
  /** Notes that a session is in use. */
  useSession(sessionHash: string, usedAt: number): Promise<void>;
  /** Ends a session, and those that it followed: the same browser had them. @returns the boards where it had a seat */
  endSession(sessionHash: string): Promise<readonly BoardId[]>;
  deleteExpiredSessions(now: number): Promise<void>;

  createMeeting(meeting: MeetingRow): Promise<void>;
  /**
   * Changes an open meeting. `presentChanges` are carried out on the list as it is then, one request after the other.
   * When they meet again is no part of what was frozen, and can be changed alone afterwards; '' takes it away.
   * @returns false when there is none such, or it is frozen
   */
  changeMeeting(
    boardId: BoardId,
    meetingId: MeetingId,
    change: {
      readonly date?: Day;
      readonly present?: readonly Present[];
      readonly presentChanges?: PresentChanges;
      readonly nextDate?: Day;
    },
  ): Promise<boolean>;
  findMeeting(boardId: BoardId, meetingId: MeetingId): Promise<MeetingRow | undefined>;
  /** Newest first. */
  listMeetings(boardId: BoardId): Promise<readonly MeetingRow[]>;
}
