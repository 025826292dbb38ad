import * as Y from 'yjs';
import { type Result, succeeded } from '../result.ts';
import { binnedIn } from './emptyBin.ts';
import { encodeParts } from './encodeParts.ts';
import { documentOf } from './replayBoard.ts';

/** The notes that have been removed from a duk for good. */
export function removedNotesIn(doc: Y.Doc): readonly string[] {
  return removedKeysOf(doc.getMap('notes'));
}

/**
 * Removes what is said of some notes in a document beside the duk, as their translations, under whatever name it lies there: a
 * thing that only the server may do.
 *
 * @returns how many
 */
export function removeBeside(doc: Y.Doc, noteIds: readonly string[]): Result<number, never> {
  let removed = 0;
  doc.transact((transaction) => {
    for (const root of doc.share.values()) removed += removeKeys(root, noteIds, transaction);
  });
  return succeeded(removed);
}

/**
 * An earlier state of a duk without the notes that have been removed from it for good since, or of a document beside it without
 * what was removed at its roots. Nothing else is changed: what was written and taken away by hand is history.
 *
 * @param now a later state of the same document
 */
export function withoutRemovedNotes(earlier: Uint8Array, now: Uint8Array): Uint8Array {
  const later = documentOf([now]);
  const doc = documentOf([earlier]);
  const isDuk = later.share.has('duk');
  doc.transact((transaction) => {
    for (const [name, root] of later.share) {
      const before = doc.share.get(name);
      if (before && (!isDuk || name === 'notes')) removeKeys(before, removedKeysOf(root), transaction);
    }
  });
  const cleared = Y.encodeStateAsUpdate(doc);
  later.destroy();
  doc.destroy();
  return cleared;
}

type Root = Pick<Y.AbstractType<never>, '_map'>;

function removedKeysOf({ _map }: Root): readonly string[] {
  return [..._map].flatMap(([key, item]) => (item.deleted ? [key] : []));
}

/** @returns how many there were */
function removeKeys({ _map }: Root, keys: readonly string[], transaction: Y.Transaction): number {
  const there = keys.flatMap((key) => _map.get(key) ?? []).filter(({ deleted }) => !deleted);
  for (const item of there) item.delete(transaction);
  return there.length;
}

/**
 * One update that says the same as many about all but the notes in the bin, of which nothing is in it. It does not say that they
 * are deleted: who works it into a document that has them, as a repair of the journal does, still has them after.
 */
export function compactWithoutBin(updates: readonly Uint8Array[]): Uint8Array {
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
