import {
  createBoardUpdate,
  deleteNote,
  editNoteText,
  type NewNote,
  type NoteId,
  type ParticipantId,
} from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DocumentStore } from './documentStore.ts';
import { UndoSteps } from './undoSteps.ts';

const others = Symbol('others');

function openStore(): DocumentStore {
  const store = new DocumentStore();
  store.takeOthersFrom(others);
  Y.applyUpdate(store.doc, createBoardUpdate({ title: 'Planen', templateId: 'lorenskog', for: '' }), others);
  return store;
}

const note = (id: string, text: string): NewNote => ({
  id: id as NoteId,
  cell: { column: 'now', theme: 'work' },
  text,
  voice: 'citizen',
  author: 'eirin-0001' as ParticipantId,
  createdAt: 1,
});
const texts = (store: DocumentStore) => store.board().notes.map(({ text }) => text);

/** Somebody else writes on a note, as it comes in over the line. */
function othersWrite(store: DocumentStore, id: string, text: string): void {
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(store.doc));
  const map = theirs.getMap('notes').get(id) as Y.Map<Y.Text>;
  map.get('text')?.insert(0, text);
  Y.applyUpdate(store.doc, Y.encodeStateAsUpdate(theirs), others);
}

describe("taking back one's own steps", () => {
  it('takes one command at a time, and does it again', () => {
    const store = openStore();
    const undo = new UndoSteps(store);
    for (const text of ['en', 'to']) {
      undo.step(() => store.add(note(text, text)));
      undo.laidNotes([text as NoteId]);
    }
    undo.step(() => store.run((board) => deleteNote(board, 'en' as NoteId, 3)));
    expect([undo.undo(), texts(store).length, undo.undo(), texts(store)]).toEqual(['done', 2, 'done', ['en']]);
    expect([undo.redo(), texts(store).sort(), undo.canRedo()]).toEqual(['done', ['en', 'to'], true]);
  });

  it('gathers typing in one note, and begins anew in the next', () => {
    const store = openStore();
    for (const id of ['a', 'b']) store.document.transactQuietly(() => void store.add(note(id, '')));
    const undo = new UndoSteps(store);
    const type = (id: string, at: number, inserted: string): void => {
      undo.typing(id as NoteId);
      store.run((board) => editNoteText(board, id as NoteId, { at, removed: 0, inserted }));
    };
    type('a', 0, 'h');
    type('a', 1, 'ei');
    type('b', 0, 'du');
    undo.undo();
    expect(texts(store).sort()).toEqual(['', 'hei']);
    undo.undo();
    expect(texts(store)).toEqual(['', '']);
    expect(undo.undo()).toBe('nothing');
  });

  it('leaves a new note that somebody else has written on, and what others did', () => {
    const store = openStore();
    const undo = new UndoSteps(store);
    undo.step(() => store.add(note('a', 'min')));
    undo.laidNotes(['a' as NoteId]);
    othersWrite(store, 'a', 'Olas og ');
    expect([undo.undo(), texts(store)]).toEqual(['othersWroteOnIt', ['Olas og min']]);
  });
});
