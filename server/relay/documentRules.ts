import type { ParticipantId, Writer } from '@duken/shared/access';
import type * as Y from 'yjs';
import type { UpdateParts } from './wire/updateGate.ts';

/** Somebody in whose name something is written, with all seats that are the same person's. */
export type Hand = Pick<Writer, 'participantId' | 'seats'>;

/** What the hands of people did to one thing in a document: for each of its sides, whose was the last. */
export type Hands = Readonly<Record<string, Hand>>;

/**
 * What a document means to whoever knows: the relay does not. Things go by names that say nothing to it, and what is to
 * stand on them is handed on as it is.
 */
export interface DocumentRules<Mark = unknown> {
  /** What somebody's update, which has been worked in, touched that bears a mark of the hand that does. */
  handsOn(doc: Y.Doc, hand: Hand, parts: UpdateParts): ReadonlyMap<string, Hands>;
  /** Which marks these hands change. Changes nothing. */
  marksOf(doc: Y.Doc, hands: ReadonlyMap<string, Hands>): ReadonlyMap<string, Mark>;
  setMarks(doc: Y.Doc, marks: ReadonlyMap<string, Mark>): void;
}

/** In whose name the server's own Yjs clients are. */
export const theServer = 'server' as ParticipantId;
