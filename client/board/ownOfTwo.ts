import { type Note, type NoteId, pairsById } from '@duken/shared/board';
import { isBlank } from '@duken/shared/text';
import { mayPairNote, type Seat } from '../session/index.ts';

/** The notes that lie there already and that a note of one's own could be said to see differently; none for others' notes. */
export function couldStandBeside(seat: Seat, notes: readonly Note[], noteId: NoteId): readonly Note[] {
  const own = notes.find(({ id }) => id === noteId);
  if (!own || own.pair !== undefined || isBlank(own.text) || !mayPairNote(seat, own)) return [];
  const beside = new Set(pairsById(notes).get(noteId));
  return notes.filter((other) => other !== own && !isBlank(other.text) && !beside.has(other));
}

/**
 * Of two notes that lie there already, the one of which this person may say that it stands beside the other: a note of their own that
 * says so of no other yet. Undefined where neither is, or they stand together already.
 */
export function ownOfTwo(
  seat: Seat,
  notes: readonly Note[],
  [one, other]: readonly (Note | undefined)[],
): { readonly noteId: NoteId; readonly beside: NoteId } | undefined {
  if (!one || !other || isBlank(one.text) || isBlank(other.text)) return undefined;
  if (
    pairsById(notes)
      .get(one.id)
      ?.some(({ id }) => id === other.id)
  )
    return undefined;
  const own = [one, other].find((note) => note.pair === undefined && mayPairNote(seat, note));
  return own && { noteId: own.id, beside: own === one ? other.id : one.id };
}
