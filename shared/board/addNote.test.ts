import { describe, expect, it } from 'vitest';
import { addNote } from './addNote.ts';
import { maxNoteLength, maxNotes } from './board.ts';
import {
  boardOf,
  eirin,
  everything,
  exchange,
  gro,
  inCell,
  lay,
  noSuchCell,
  noteId,
  nowWork,
  sameBoard,
  seen,
} from './boardBuilder.ts';
import { deleteNote } from './deleteNote.ts';

describe('laying a new note', () => {
  it('shows it in its cell with its words, its voice and its author', () => {
    const board = boardOf();
    lay(board, 'job', { text: 'Prøve jobb på lageret', voice: 'child', author: gro, createdAt: 1_763_000_000_000 });
    const { notes, bin, leftOut } = seen(board);
    expect(notes).toMatchObject([
      {
        id: 'job',
        cell: nowWork,
        text: 'Prøve jobb på lageret',
        voice: 'child',
        author: gro,
        createdAt: 1_763_000_000_000,
      },
    ]);
    expect([bin, leftOut]).toEqual([[], 0]);
  });

  it('lies last in its cell', () => {
    const board = boardOf('first', 'second');
    lay(board, 'third');
    expect(inCell(board, nowWork)).toEqual(['first', 'second', 'third']);
  });

  it('lies just before the note that was pointed at', () => {
    const board = boardOf('first', 'second');
    lay(board, 'between', { before: noteId('second') });
    expect(inCell(board, nowWork)).toEqual(['first', 'between', 'second']);
  });

  it('lies last when the note that was pointed at has gone', () => {
    const board = boardOf('first', 'second');
    lay(board, 'new', { before: noteId('gone') });
    expect(inCell(board, nowWork)).toEqual(['first', 'second', 'new']);
  });

  it('takes as many words as a note may hold', () => {
    const board = boardOf();
    lay(board, 'long', { text: 'a'.repeat(maxNoteLength) });
    expect(seen(board).notes[0]?.text).toHaveLength(maxNoteLength);
  });

  it.each([
    ['in a cell the sheet does not have', { cell: noSuchCell }, { kind: 'cellUnknown', cell: noSuchCell }],
    ['with too many words', { text: 'a'.repeat(maxNoteLength + 1) }, { kind: 'noteTooLong', maxLength: maxNoteLength }],
  ])('%s is refused, and the duk is untouched', (_, change, failure) => {
    const board = boardOf('first');
    const before = everything(board);
    const note = { id: noteId('new'), cell: nowWork, text: '', voice: 'citizen', author: eirin, createdAt: 1 } as const;
    expect(addNote(board, { ...note, ...change })).toEqual({ ok: false, failure });
    expect(everything(board)).toEqual(before);
  });

  it('by two people at once keeps both, in the same order for both', () => {
    const eirins = boardOf('first');
    const gros = sameBoard(eirins);
    lay(eirins, 'hers');
    lay(gros, 'theirs');
    exchange(eirins, gros);
    expect(inCell(eirins, nowWork)).toEqual(inCell(gros, nowWork));
    expect(inCell(eirins, nowWork)).toHaveLength(3);
  });

  it('is refused by a duk that is full, until one of its notes is deleted', () => {
    const board = boardOf();
    board.doc.transact(() => {
      lay(board, 'one');
      for (let number = 1; number < maxNotes; number++) board.notes.set(`strange ${number}`, number);
    });
    const late = {
      id: noteId('late'),
      cell: nowWork,
      text: 'Sein',
      voice: 'citizen',
      author: eirin,
      createdAt: 1,
    } as const;
    expect(addNote(board, late)).toEqual({ ok: false, failure: { kind: 'boardFull', maxNotes } });
    deleteNote(board, noteId('one'), 5);
    expect(addNote(board, late)).toEqual({ ok: true, value: undefined });
  });
});
