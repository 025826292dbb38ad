import type { BoardId, PersonId } from '@duken/shared/board';
import type { MeetingId } from '@duken/shared/meeting';
import type { Tally } from '@duken/shared/survey';

/** A survey that is about to be. Hashes are of secrets, as everywhere. */
export interface NewSurvey {
  readonly id: string;
  /** Of the link to its result. */
  readonly resultHash: string;
  /** Of the links that each take one answer. */
  readonly ticketHashes: readonly string[];
  /** Every `question/option` there is. */
  readonly options: readonly string[];
}

/**
 * What people answer without anybody knowing who answered what. An answer is never kept: it is added to the sums of its options, and the link it
 * came by is gone. Sums are told in steps of five answers, so that nobody finds an answer by looking before and after it. No moment, address or order is kept.
 */
export interface Tallies {
  create(survey: NewSurvey): Promise<void>;
  /** What is told by now of the survey with this link to its result, and how many links to it are left. */
  findByResult(resultHash: string): Promise<(Tally & { readonly ticketsLeft: number }) | undefined>;
  /** Whether a link still takes an answer. */
  hasTicket(ticketHash: string): Promise<boolean>;
  /**
   * Adds an answer, and takes its link away.
   * @param options `question/option`, each among those of the survey
   * @returns false where the link has taken its answer, or never was
   */
  answer(ticketHash: string, options: readonly string[]): Promise<boolean>;
  /**
   * Adds what somebody of a case felt after a meeting to the sum of all cases. That they have answered is kept, and never what.
   * @param all every `question/option` there is
   * @returns false where they have answered for that meeting
   */
  addPulse(
    by: { readonly boardId: BoardId; readonly meetingId: MeetingId; readonly personId: PersonId },
    options: readonly string[],
    all: readonly string[],
  ): Promise<boolean>;
  hasGivenPulse(by: { readonly meetingId: MeetingId; readonly personId: PersonId }): Promise<boolean>;
  /** What is told by now of all meetings together. */
  pulse(): Promise<Tally>;
}
