import type { BoardId, Day, NoteId, PersonId } from '@duken/shared/board';
import type { AnswerKind } from '@duken/shared/followUp';

/** A link by which a person answers to the tiltak they have. Moments are milliseconds since the epoch. */
export interface AnswerLink {
  readonly id: string;
  readonly boardId: BoardId;
  readonly personId: PersonId;
  /** SHA-256 as lower-case hex. */
  readonly secretHash: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** What somebody last answered to a tiltak of theirs. */
export interface AnswerRow {
  readonly boardId: BoardId;
  readonly noteId: NoteId;
  readonly personId: PersonId;
  readonly answer: AnswerKind;
  readonly line?: string;
  readonly date?: Day;
  readonly answeredAt: number;
  readonly settledAt?: number;
}

/** What a tiltak is called outside the case, as the leader checked it. */
export interface ShortText {
  readonly noteId: NoteId;
  /** SHA-256 of the words it was checked for: of others it says nothing. */
  readonly sourceHash: string;
  readonly text: string;
}

export interface AnswerStore {
  createLink(link: AnswerLink): Promise<void>;
  /** Of a link that nobody was told of. */
  deleteLink(id: string): Promise<void>;
  /** The link of a secret, if it works: not withdrawn or expired, on a board that is in use and has not ended. */
  findLink(secretHash: string, now: number): Promise<AnswerLink | undefined>;
  /** Those of a board that are not withdrawn or expired, the newest first. */
  linksOf(boardId: BoardId, now: number): Promise<readonly AnswerLink[]>;
  /** Withdraws all that a person has. @returns how many that was */
  withdrawLinks(boardId: BoardId, personId: PersonId, withdrawnAt: number): Promise<number>;

  /** In the place of what they answered before. */
  setAnswer(answer: AnswerRow): Promise<void>;
  answersOf(boardIds: readonly BoardId[]): Promise<readonly AnswerRow[]>;
  /** The leader has seen to what was answered to a tiltak. */
  settle(boardId: BoardId, noteId: NoteId, settledAt: number): Promise<void>;

  setShortTexts(boardId: BoardId, texts: readonly ShortText[]): Promise<void>;
  shortTextsOf(boardIds: readonly BoardId[]): Promise<readonly (ShortText & { readonly boardId: BoardId })[]>;
}
