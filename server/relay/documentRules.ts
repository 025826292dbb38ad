import type { ParticipantId, Writer } from '@duken/shared/access';
import type * as Y from 'yjs';

/** Somebody in whose name something is written, with all seats that are the same person's. */
export type Hand = Pick<Writer, 'participantId' | 'seats'>;

/** Clocks of one Yjs client that follow each other: parts that updates add, or delete. */
export interface Span {
  readonly client: number;
  readonly clock: number;
  readonly len: number;
}

/** What the hands of people did to one thing in a document: for each of its sides, whose was the last. */
export type Hands = Readonly<Record<string, Hand>>;

/**
 * What a document means to whoever knows: the relay does not. Things go by names that say nothing to it, and what is to
 * stand on them is handed on as it is.
 */
export interface DocumentRules<Mark = unknown> {
  /** What somebody touched that bears a mark of the hand that does. What they added and deleted has been worked in. */
  handsOn(doc: Y.Doc, hand: Hand, spans: Iterable<Span>): ReadonlyMap<string, Hands>;
  /** Which marks these hands change. Changes nothing. */
  marksOf(doc: Y.Doc, hands: ReadonlyMap<string, Hands>): ReadonlyMap<string, Mark>;
  setMarks(doc: Y.Doc, marks: ReadonlyMap<string, Mark>): void;
}

/** In whose name the server's own Yjs clients are. */
export const theServer = 'server' as ParticipantId;

/** Writes what no person is to be known by. */
export const nobody: Hand = { participantId: theServer, seats: new Set() };
