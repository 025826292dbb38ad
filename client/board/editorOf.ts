import type { Note, ParticipantId } from '@duken/shared/board';

/**
 * Who last changed the words of a note, where that is somebody else than its author.
 *
 * Somebody who has come back sits on another seat under the same name, and is nobody else.
 */
export function editorOf(
  { author, editedBy }: Pick<Note, 'author' | 'editedBy'>,
  names: ReadonlyMap<ParticipantId, string>,
): string | undefined {
  if (editedBy === undefined || editedBy === author) return undefined;
  const name = names.get(editedBy);
  return name === names.get(author) ? undefined : name;
}
