import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { templates } from '../template/index.ts';
import { addNote } from './addNote.ts';
import type { NoteId, ParticipantId } from './board.ts';
import { type BoardDocument, openBoardDocument } from './boardDocument.ts';
import { deleteNote, restoreNote } from './deleteNote.ts';
import { moveNote } from './moveNote.ts';
import { handsOnNotes, marksOf, setMarks } from './noteMarks.ts';
import { editNoteText } from './noteText.ts';
import { createBoardUpdate } from './replayBoard.ts';
import { setVoice } from './setVoice.ts';

const noteId = 'note-1' as NoteId;
const now = { column: 'now', theme: 'work' };
const id = (name: string) => name as ParticipantId;
const person = (...seats: string[]) => ({ participantId: id(seats[0] ?? ''), seats: new Set(seats.map(id)) });
const selam = person('selam');
const far = person('far');

/** What an update adds and deletes. */
function spansOf(update: Uint8Array) {
  const { structs, ds } = Y.decodeUpdate(update);
  const added = structs.map(({ id: { client, clock }, length: len }) => ({ client, clock, len }));
  return [...added, ...[...ds.clients].flatMap(([client, ranges]) => ranges.map((range) => ({ client, ...range })))];
}

/** A duk with a note of Selam's, and what comes of each command by a person. */
function table() {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, createBoardUpdate({ title: 'Duk', templateId: 'lorenskog', for: '' }));
  const board = openBoardDocument(doc, templates.lorenskog);
  /** The mark that the commands change, which is set then. */
  function by(hand: ReturnType<typeof person>, ...commands: ((board: BoardDocument) => unknown)[]) {
    const updates: Uint8Array[] = [];
    const take = (update: Uint8Array) => updates.push(update);
    doc.on('update', take);
    for (const command of commands) command(board);
    doc.off('update', take);
    const marks = new Map(updates.flatMap((update) => [...marksOf(doc, handsOnNotes(doc, hand, spansOf(update)))]));
    setMarks(doc, marks);
    return marks.get(noteId);
  }
  const note = {
    id: noteId,
    cell: now,
    text: 'Jeg er redd hjemme',
    voice: 'child',
    author: id('selam'),
    createdAt: 1,
  } as const;
  expect(by(selam, (on) => addNote(on, note as never))).toBeUndefined();
  return { doc, by };
}

describe('the mark of a hand on a note', () => {
  it('is left by whoever writes on another’s note, in the middle of it too, or lets it speak with another voice', () => {
    const write = (on: BoardDocument) => editNoteText(on, noteId, { at: 4, removed: 0, inserted: 'ikke ' });
    expect(table().by(far, write)).toEqual({ editedBy: 'far' });
    expect(table().by(far, (on) => setVoice(on, noteId, 'service'))).toEqual({ editedBy: 'far' });
  });

  it('is left by whoever only takes words away', () => {
    const erase = (on: BoardDocument) => editNoteText(on, noteId, { at: 4, removed: 6, inserted: '' });
    expect(table().by(far, erase)).toEqual({ editedBy: 'far' });
  });

  it('is not left by its author, by whichever seat they come, nor twice by the same hand', () => {
    const { by } = table();
    const write = (on: BoardDocument) => editNoteText(on, noteId, { at: 0, removed: 0, inserted: 'Nei: ' });
    expect(by(selam, write)).toBeUndefined();
    expect(by(person('selam by a new link', 'selam'), write)).toBeUndefined();
    expect(by(far, write)).toEqual({ editedBy: 'far' });
    expect(by(far, write)).toBeUndefined();
    expect(by(selam, write)).toEqual({ editedBy: 'selam' });
  });

  it('says who put it in the bin, unless it was its author, and goes when it is taken out', () => {
    const { by, doc } = table();
    const throwAway = (on: BoardDocument) => deleteNote(on, noteId, 5);
    const takeOut = (on: BoardDocument) => restoreNote(on, noteId);
    expect(by(far, throwAway)).toEqual({ deletedBy: 'far' });
    expect(by(selam, takeOut)).toEqual({ deletedBy: null });
    expect((doc.getMap('notes').get(noteId) as Y.Map<unknown>).has('deletedBy')).toBe(false);
    expect(by(selam, throwAway)).toBeUndefined();
    expect(by(selam, takeOut)).toBeUndefined();
  });

  it('is not left by moving it, and a note that is gone bears none', () => {
    const { by } = table();
    const move = (on: BoardDocument) => moveNote(on, { noteId, to: { column: 'works', theme: 'work' } as never });
    expect(by(far, move)).toBeUndefined();
    expect(by(far, (on) => on.notes.delete(noteId))).toBeUndefined();
  });

  it('is not asked for by what is no duk', () => {
    const doc = new Y.Doc();
    doc.getText('text').insert(0, 'hei');
    expect(handsOnNotes(doc, far, spansOf(Y.encodeStateAsUpdate(doc))).size).toBe(0);
  });
});
