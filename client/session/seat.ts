import type { Note, ParticipantId, Voice } from '@duken/shared/board';
import type { Template } from '@duken/shared/template';

/** Who somebody is at a board now, and what that lets them do on the duk. */
export interface Seat {
  readonly participantId: ParticipantId;
  /** All seats of the same person, as the rules of the duk compare: who comes back by a new link is the same. */
  readonly seats: readonly string[];
  readonly mayWrite: boolean;
  /** The voices that they were given: a new note carries one of these. */
  readonly voices: readonly Voice[];
  /** The layout that the board was made with, as far as the server has it. */
  readonly layout?: Template;
}

/** Words, place, voice and bin of a child's note are the child's own; votes, pairs and tiltak on it are open to all. */
export function mayTouchNote(seat: Seat, note: Pick<Note, 'voice' | 'author'>): boolean {
  return seat.mayWrite && (note.voice !== 'child' || seat.seats.includes(note.author));
}

/** Whose voice a note carries is its author's to say. */
export function mayChangeVoice(seat: Seat, note: Pick<Note, 'author'>): boolean {
  return seat.mayWrite && seat.seats.includes(note.author);
}
