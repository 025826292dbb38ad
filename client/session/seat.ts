import type { Note, NoteVoice, ParticipantId, Voice } from '@duken/shared/board';
import type { Template } from '@duken/shared/template';

/** Who somebody is at a board now, and what that lets them do on the duk. */
export interface Seat {
  readonly participantId: ParticipantId;
  /** All seats of the same person, as the rules of the duk compare: who comes back by a new link is the same. */
  readonly seats: readonly string[];
  readonly mayWrite: boolean;
  /** The voices that they were given: a new note carries one of these. */
  readonly voices: readonly Voice[];
  /** Of a child: the seats of those who were let write for it. What they wrote in its voice is its own too. */
  readonly helpers?: readonly string[];
  /** Whether they were let write for a child; those who still are have its voice among theirs. */
  readonly hasHelped?: boolean;
  /** Whether they lead: then they write down what the citizen says. */
  readonly leads?: boolean;
  /** The layout that the board was made with, as far as the server has it. */
  readonly layout?: Template;
}

/**
 * Words, place, voice and bin of a child's note are the child's own, and those of whom it lets write for it; votes, pairs and
 * tiltak on it are open to all.
 */
export function mayTouchNote(seat: Seat, note: Pick<Note, 'voice' | 'author'>): boolean {
  if (!seat.mayWrite || note.voice !== 'child') return seat.mayWrite;
  const isOwn = seat.seats.includes(note.author) && (!seat.hasHelped || seat.voices.includes('child'));
  return isOwn || (seat.helpers?.includes(note.author) ?? false);
}

/** Whether somebody says what is the citizen's to say: with their or a child's voice, or for them, as the one who leads. */
export function tellsForCitizen(seat: Seat): boolean {
  return (
    seat.mayWrite && (seat.leads === true || seat.voices.some((voice) => voice === 'citizen' || voice === 'child'))
  );
}

/** Whose voice a note carries is its author's to say. */
export function mayChangeVoice(seat: Seat, note: Pick<Note, 'voice' | 'author'>): boolean {
  return seat.seats.includes(note.author) && mayTouchNote(seat, note);
}

/** That a note stands beside another is said by whoever wrote it; of a child's, by those who may touch it. */
export function mayPairNote(seat: Seat, note: Pick<Note, 'voice' | 'author'>): boolean {
  if (note.voice === 'child') return mayTouchNote(seat, note);
  return seat.mayWrite && seat.seats.includes(note.author);
}

/** Whether the rules of the duk let somebody give a note this voice. */
export function mayGiveVoice(seat: Seat, note: Pick<Note, 'voice' | 'author'>, voice: NoteVoice): boolean {
  return mayChangeVoice(seat, note) && voicesFor(seat, note).some((given) => given === voice);
}

/** The voices that a note of one's own can be given. Whoever writes for a child does so from the note's first word on. */
export function voicesFor(seat: Seat, note: Pick<Note, 'voice'>): readonly Voice[] {
  return seat.hasHelped && note.voice !== 'child' ? seat.voices.filter((voice) => voice !== 'child') : seat.voices;
}
