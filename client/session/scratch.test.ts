import { addNote, createBoardUpdate, editNoteText, type NoteId, type ParticipantId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DocumentStore } from './documentStore.ts';
import { workMissingIn } from './scratch.ts';

const duk = createBoardUpdate({ title: 'Planen til Eirin', templateId: 'lorenskog', for: 'Eirin' });

/** A window on the duk, whose changes have this Yjs id. */
function openWindow(clientID: number): DocumentStore {
  const store = new DocumentStore();
  Y.applyUpdate(store.doc, duk);
  store.doc.clientID = clientID;
  return store;
}

function lay(store: DocumentStore, id: string, text: string): void {
  const added = addNote(store.document, {
    id: id as NoteId,
    cell: { column: 'now', theme: 'work' },
    text,
    voice: 'citizen',
    author: 'eirin-0001' as ParticipantId,
    createdAt: 1,
  });
  expect(added.ok).toBe(true);
}

describe('what a fresh document has not got', () => {
  // Which of two notes of one id a Yjs map shows is decided by these.
  it.each([
    [1, 2],
    [2, 1],
  ])(
    'is nothing of a note that was laid anew already, whatever others have written on it since (%i, %i)',
    (was, is) => {
      const old = openWindow(was);
      lay(old, 'a', 'Mitt');
      lay(old, 'b', 'Ikke lov');
      const fresh = openWindow(is);
      lay(fresh, 'a', 'Mitt');
      editNoteText(fresh.document, 'a' as NoteId, { at: 4, removed: 0, inserted: ', og mer av Far' });
      const work = workMissingIn(fresh, old);
      expect(work.map((piece) => [piece.kind, 'note' in piece && piece.note.id])).toEqual([['note', 'b']]);
    },
  );

  it('is what was written on a note that is the same in both', () => {
    const old = openWindow(1);
    lay(old, 'a', 'Mitt');
    const fresh = openWindow(2);
    Y.applyUpdate(fresh.doc, Y.encodeStateAsUpdate(old.doc));
    editNoteText(old.document, 'a' as NoteId, { at: 4, removed: 0, inserted: ' eget' });
    expect(workMissingIn(fresh, old).map(({ kind }) => kind)).toEqual(['text']);
  });
});
