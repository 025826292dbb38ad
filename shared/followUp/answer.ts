import type { Day, NoteId, PersonId } from '../board/index.ts';

/** What somebody can say of a tiltak of theirs with one tap. */
export const answerKinds = ['done', 'started', 'help'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** What somebody last said of a tiltak of theirs, by a link of their own. */
export interface Answer {
  readonly noteId: NoteId;
  readonly personId: PersonId;
  readonly answer: AnswerKind;
  readonly line?: string;
  /** When they propose to do it instead. */
  readonly date?: Day;
  /** Milliseconds since the epoch, and the day of the calendar that was. */
  readonly answeredAt: number;
  readonly answeredOn: Day;
  /** When the leader saw to it; absent while they have not. */
  readonly settledAt?: number;
}
