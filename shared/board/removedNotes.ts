import * as Y from 'yjs';
import { binnedIn } from './emptyBin.ts';
import { encodeParts } from './encodeParts.ts';
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

/**
 * One update that says the same as many about all but the notes in the bin, of which nothing is in it. It does not say that they
 * are deleted: who works it into a document that has them, as a repair of the journal does, still has them after.
 */
export function foldWithoutBin(updates: readonly Uint8Array[]): Uint8Array {
  const doc = documentOf(updates);
  const { ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc));
  const notes = doc.getMap('notes');
  doc.transact(() => {
    for (const noteId of binnedIn(notes)) notes.delete(noteId);
  });
  const { structs } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc));
  doc.destroy();
  return encodeParts(structs, ds.clients);
}
