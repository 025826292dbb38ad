import { type BoardId, boardOf, type DocumentId, partOf } from '@duken/shared/access';
import type { Journal } from '../../storage/index.ts';
import type { RelayLimits } from '../limits.ts';
import { type Refusal, tooLarge } from '../refusal.ts';

type Limits = Pick<RelayLimits, 'maxBoardBytes' | 'maxDocumentBytes' | 'maxPeople' | 'weighBoardEveryMs'>;

export interface BoardBytesOptions {
  readonly journal: Pick<Journal, 'boardBytes'>;
  readonly limits: Limits;
  /** A board could not be weighed anew. What was known of it stands. */
  readonly onFailed: (boardId: BoardId, error: unknown) => void;
}

/** How much boards hold, of those that somebody is at. */
export class BoardBytes {
  readonly #options: BoardBytesOptions;
  readonly #boards = new Map<BoardId, PrivateBytes>();

  constructor(options: BoardBytesOptions) {
    this.#options = options;
  }

  /** What bounds a document beside its own size; undefined for those that all read, each of which has room of its own. */
  boundOf(documentId: DocumentId): PrivateBytes | undefined {
    if (partOf(documentId) !== 'private') return undefined;
    const boardId = boardOf(documentId);
    const known = this.#boards.get(boardId) ?? new PrivateBytes(boardId, this.#options);
    this.#boards.set(boardId, known);
    return known;
  }

  /** Nobody is at the board any more. */
  forget(boardId: BoardId): void {
    this.#boards.delete(boardId);
  }
}

/**
 * What the private documents of one board hold in their journals, all together, whoever has them open. The database is asked when
 * one is opened, after compacting, and now and then while they are written in; what is written through here is added at once. So it
 * is behind by what other servers wrote since, and by no more than a batch else.
 */
export class PrivateBytes {
  readonly #boardId: BoardId;
  readonly #options: BoardBytesOptions;
  /** Bytes up to which any of them may grow, and for each of those that may after that. */
  readonly #room: number;
  readonly #share: number;
  #bytes = 0;
  #questions = 0;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(boardId: BoardId, options: BoardBytesOptions) {
    const { maxBoardBytes, maxDocumentBytes, maxPeople } = options.limits;
    this.#boardId = boardId;
    this.#options = options;
    // What is left beside the duk and its translations: half of it for all, half for whoever has little.
    this.#room = (maxBoardBytes - 2 * maxDocumentBytes) / 2;
    this.#share = this.#room / maxPeople;
  }

  /** More than half full: what compacting gives back is wanted. */
  get isTight(): boolean {
    return this.#bytes > this.#room / 2;
  }

  /** Asks the database, unless it was asked lately. @throws StorageUnavailable */
  async askIfOld(): Promise<void> {
    if (this.#isOld()) await this.#ask();
  }

  /** Something was compacted. */
  askAgain(): void {
    this.#ask().catch((error: unknown) => this.#options.onFailed(this.#boardId, error));
  }

  /** So many bytes more are in a journal. */
  wrote(bytes: number): void {
    this.#bytes += bytes;
  }

  /**
   * Whether one of the documents may grow.
   * @param held bytes that are in it
   * @param more bytes that it would grow by at most
   */
  refusalFor(held: number, more: number): Refusal | undefined {
    if (this.#isOld()) this.askAgain();
    const grown = this.#bytes + more;
    const isSmall = held + more <= this.#share;
    if (grown <= (isSmall ? 2 * this.#room : this.#room)) return undefined;
    return tooLarge('All that is private on the board', this.#room);
  }

  #isOld(): boolean {
    return performance.now() - this.#askedAt >= this.#options.limits.weighBoardEveryMs;
  }

  async #ask(): Promise<void> {
    this.#askedAt = performance.now();
    this.#questions += 1;
    const question = this.#questions;
    const weights = await this.#options.journal.boardBytes(this.#boardId);
    // Of two on their way at once the later one has seen more.
    if (question !== this.#questions) return;
    this.#bytes = 0;
    for (const [documentId, bytes] of weights) if (partOf(documentId) === 'private') this.#bytes += bytes;
  }
}
