import type { BoardId, ParticipantId } from '@duken/shared/board';
import type { RelayLimits } from '../limits.ts';
import { TokenBucket } from '../tokenBucket.ts';

/** What has a rate of its own; each is a limit of that name. */
export type RateLimitKind =
  | 'arrivals'
  | 'edits'
  | 'editBytes'
  | 'homecomingBytes'
  | 'cursors'
  | 'questions'
  | 'answerBytes'
  | 'gaps';

/** How fast one person may go at one board: in all their windows together, and across their comings and goings. */
export class RateLimit {
  readonly #limits: Pick<RelayLimits, RateLimitKind>;
  /** Made when first needed: most people at most boards are quiet. */
  readonly #buckets = new Map<RateLimitKind, TokenBucket>();

  constructor(limits: Pick<RelayLimits, RateLimitKind>) {
    this.#limits = limits;
  }

  /** @returns false when it is too much; nothing is taken then */
  take(kind: RateLimitKind, amount: number, now = performance.now()): boolean {
    return this.#bucket(kind, now).take(amount, now);
  }

  /** Whether so much would not be too much now. */
  allows(kind: RateLimitKind, amount: number, now = performance.now()): boolean {
    return this.#bucket(kind, now).allows(amount, now);
  }

  /** Whether somebody new would be allowed no more. */
  isRested(now: number): boolean {
    return [...this.#buckets.values()].every((bucket) => bucket.isFull(now));
  }

  #bucket(kind: RateLimitKind, now: number): TokenBucket {
    let bucket = this.#buckets.get(kind);
    if (!bucket) {
      bucket = new TokenBucket(this.#limits[kind], now);
      this.#buckets.set(kind, bucket);
    }
    return bucket;
  }
}

/** Everybody's rates. Whoever leaves and comes back goes on where they were, or leaving would be the way around it. */
export class RateLimits {
  readonly #limits: Pick<RelayLimits, RateLimitKind>;
  readonly #rateLimits = new Map<BoardId, Map<ParticipantId, RateLimit>>();

  constructor(limits: Pick<RelayLimits, RateLimitKind>) {
    this.#limits = limits;
  }

  of(boardId: BoardId, participantId: ParticipantId): RateLimit {
    let board = this.#rateLimits.get(boardId);
    if (!board) {
      board = new Map();
      this.#rateLimits.set(boardId, board);
    }
    let rates = board.get(participantId);
    if (!rates) {
      rates = new RateLimit(this.#limits);
      board.set(participantId, rates);
    }
    return rates;
  }

  /** The boards at which somebody’s rates are remembered. */
  get boards(): Iterable<BoardId> {
    return this.#rateLimits.keys();
  }

  /** Forgets those who have left a board and have rested. To be called now and then. */
  tidy(boardId: BoardId, here: ReadonlySet<ParticipantId>): void {
    const board = this.#rateLimits.get(boardId);
    if (!board) return;
    const now = performance.now();
    for (const [participantId, rates] of board) {
      if (!here.has(participantId) && rates.isRested(now)) board.delete(participantId);
    }
    if (board.size === 0) this.#rateLimits.delete(boardId);
  }

  /** How many are remembered. */
  get size(): number {
    return [...this.#rateLimits.values()].reduce((sum, board) => sum + board.size, 0);
  }
}
