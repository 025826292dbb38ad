import type { BoardId, ParticipantId } from '@duken/shared/board';
import type { RelayLimits } from '../limits.ts';
import { TokenBucket } from '../tokenBucket.ts';

/** What has a pace of its own; each is a limit of that name. */
export type PaceKind =
  | 'arrivals'
  | 'edits'
  | 'editBytes'
  | 'homecomingBytes'
  | 'cursors'
  | 'questions'
  | 'answerBytes'
  | 'gaps';

/** How fast one person goes at one board: in all their windows together, and across their comings and goings. */
export class Pace {
  readonly #limits: Pick<RelayLimits, PaceKind>;
  /** Made when first needed: most people at most boards are quiet. */
  readonly #buckets = new Map<PaceKind, TokenBucket>();

  constructor(limits: Pick<RelayLimits, PaceKind>) {
    this.#limits = limits;
  }

  /** @returns false when it is too much; nothing is taken then */
  take(kind: PaceKind, amount: number, now = performance.now()): boolean {
    return this.#bucket(kind, now).take(amount, now);
  }

  /** Whether so much would not be too much now. */
  allows(kind: PaceKind, amount: number, now = performance.now()): boolean {
    return this.#bucket(kind, now).allows(amount, now);
  }

  /** Whether somebody new would be allowed no more. */
  isRested(now: number): boolean {
    return [...this.#buckets.values()].every((bucket) => bucket.isFull(now));
  }

  #bucket(kind: PaceKind, now: number): TokenBucket {
    let bucket = this.#buckets.get(kind);
    if (!bucket) {
      bucket = new TokenBucket(this.#limits[kind], now);
      this.#buckets.set(kind, bucket);
    }
    return bucket;
  }
}

/** Everybody's pace. Whoever leaves and comes back goes on where they were, or leaving would be the way around it. */
export class Paces {
  readonly #limits: Pick<RelayLimits, PaceKind>;
  readonly #paces = new Map<BoardId, Map<ParticipantId, Pace>>();

  constructor(limits: Pick<RelayLimits, PaceKind>) {
    this.#limits = limits;
  }

  of(boardId: BoardId, participantId: ParticipantId): Pace {
    let board = this.#paces.get(boardId);
    if (!board) {
      board = new Map();
      this.#paces.set(boardId, board);
    }
    let pace = board.get(participantId);
    if (!pace) {
      pace = new Pace(this.#limits);
      board.set(participantId, pace);
    }
    return pace;
  }

  /** The boards at which somebody's pace is remembered. */
  get boards(): Iterable<BoardId> {
    return this.#paces.keys();
  }

  /** Forgets those who have left a board and have rested. To be called now and then. */
  tidy(boardId: BoardId, here: ReadonlySet<ParticipantId>): void {
    const board = this.#paces.get(boardId);
    if (!board) return;
    const now = performance.now();
    for (const [participantId, pace] of board) {
      if (!here.has(participantId) && pace.isRested(now)) board.delete(participantId);
    }
    if (board.size === 0) this.#paces.delete(boardId);
  }

  /** How many are remembered. */
  get size(): number {
    return [...this.#paces.values()].reduce((sum, board) => sum + board.size, 0);
  }
}
