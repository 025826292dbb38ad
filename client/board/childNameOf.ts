import { isWrittenForChild, type Note, type ParticipantId } from '@duken/shared/board';

/** What the child is called whose own note this is; undefined for others' notes, and where another wrote it for a child that it does not name. */
export function childNameOf(
  note: Note,
  names: ReadonlyMap<ParticipantId, string>,
  helpers: ReadonlySet<ParticipantId> | undefined,
): string | undefined {
  return note.voice === 'child' && !isWrittenForChild(note, helpers) ? names.get(note.author) : undefined;
}
