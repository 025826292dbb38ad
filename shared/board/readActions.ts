import * as Y from 'yjs';
import type { Action, Note, NoteId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { compareText, readNote } from './readBoard.ts';

/** A note that is a tiltak. */
export type ActionNote = Note & { readonly action: Action };

/**
 * Every tiltak that stands on a duk, in the order they were made, and nothing else of it: cheap enough to be asked again each time
 * somebody has written.
 */
export function readActions({ notes, template }: BoardDocument): readonly ActionNote[] {
  const found: ActionNote[] = [];
  for (const [id, entry] of notes.entries()) {
    if (!(entry instanceof Y.Map) || !entry.has('action') || entry.has('deletedAt')) continue;
    const note = readNote(id, entry, template)?.note;
    if (note && isAction(note)) found.push(note);
  }
  return found.sort((a, b) => a.createdAt - b.createdAt || compareText(a.id, b.id));
}

/** Whether a note lies on the duk as a tiltak. */
export function isActionNote({ notes, template }: BoardDocument, noteId: NoteId): boolean {
  const entry = notes.get(noteId);
  const note = entry instanceof Y.Map && !entry.has('deletedAt') ? readNote(noteId, entry, template)?.note : undefined;
  return note !== undefined && isAction(note);
}

function isAction(note: Note): note is ActionNote {
  return note.action !== undefined;
}
