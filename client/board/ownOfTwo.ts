import { type Note, type NoteId, pairsById } from '@duken/shared/board';
import { isBlank } from '@duken/shared/text';
import { mayPairNote, type Seat } from '../session/index.ts';

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
