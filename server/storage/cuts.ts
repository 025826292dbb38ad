import type { BoardId } from '@duken/shared/board';
import type { CutChoice, CutId, CutRecipient, CutWay } from '@duken/shared/cut';
import type { LetterLanguage } from '@duken/shared/letter';

/** A cut of a version that was given to somebody. Moments are milliseconds since the epoch. */
export interface GivenCut {
  readonly id: CutId;
  readonly boardId: BoardId;
  readonly version: number;
  /** Of that version: the day of its meeting, and whose plan it is. */
  readonly date: string;
  readonly for: string;
  readonly recipient: CutRecipient;
  readonly choice: CutChoice;
  readonly language: LetterLanguage;
  /** Of the cut itself, as lower-case hex. */
  readonly sha256: string;
  /** The name of whoever gave it. */
  readonly givenBy: string;
  readonly way: CutWay;
  readonly givenAt: number;
  /** Of a link: until when it works, and how often it may be opened and was. */
  readonly link?: { readonly expiresAt: number; readonly maxUses: number; readonly uses: number };
  readonly withdrawnAt?: number;
}

/** With the very bytes that were given. */
export interface WholeCut extends GivenCut {
  readonly cutJson: string;
}

export interface NewCut extends Omit<WholeCut, 'link' | 'withdrawnAt'> {
  readonly link?: { readonly secretHash: string; readonly expiresAt: number; readonly maxUses: number };
}

/** One opening of a link: whoever reads on in the same browser does not open it again. */
export interface CutReading {
  /** SHA-256 of what the browser keeps, as lower-case hex. */
  readonly hash: string;
  readonly expiresAt: number;
}

/** What was given of plans, to whom. Nothing of it is ever changed but by being opened and withdrawn. */
export interface Cuts {
  give(cut: NewCut): Promise<void>;
  /** Newest first, those that were withdrawn too. */
  list(boardId: BoardId): Promise<readonly GivenCut[]>;
  find(boardId: BoardId, cutId: CutId): Promise<WholeCut | undefined>;
  /** @returns it as it is now; undefined when there is none such, or it was withdrawn before */
  withdraw(boardId: BoardId, cutId: CutId, withdrawnAt: number): Promise<GivenCut | undefined>;
  /** The cut of a link's secret, used up or not: not withdrawn or expired, on a board that has not ended. */
  findByLink(secretHash: string, now: number): Promise<WholeCut | undefined>;
  /** Counts one opening of a link. @returns false when it works no more, also because another came first */
  countUse(cutId: CutId, reading: CutReading, now: number): Promise<boolean>;
  /** The cut that an opening goes on with. Withdrawing the cut ends it at once. */
  findReading(hash: string, now: number): Promise<WholeCut | undefined>;
}
