import * as Y from 'yjs';
import { documentOf } from './replayBoard.ts';

/**
 * An earlier state of a duk without the notes that have been removed from it for good since. Nothing else is changed: what was
 * written and taken away by hand is history.
 *
 * @param now a later state of the same document
 */
export function withoutRemovedNotes(earlier: Uint8Array, now: Uint8Array): Uint8Array {
  const later = documentOf([now]);
  const kept = later.getMap('notes');
  const doc = documentOf([earlier]);
  const notes = doc.getMap('notes');
  doc.transact(() => {
    for (const noteId of [...notes.keys()]) if (kept._map.get(noteId)?.deleted) notes.delete(noteId);
  });
  const cleared = Y.encodeStateAsUpdate(doc);
  later.destroy();
  doc.destroy();
  return cleared;
}
