import { describe, expect, it } from 'vitest';
import { setAction } from './action.ts';
import {
  boardOf,
  everything,
  exchange,
  inCell,
  lay,
  noteId,
  nowWork,
  sameBoard,
  seen,
  seenNote,
} from './boardBuilder.ts';
import { deleteNote, discardEmptyNote, restoreNote } from './deleteNote.ts';
import { moveNote } from './moveNote.ts';
import { editNoteText } from './noteText.ts';

const job = noteId('job');

describe('deleting a note', () => {
  it('takes it off the duk and lays it in the bin, the latest first', () => {
    const board = boardOf('job', 'course', 'loan');
    deleteNote(board, noteId('course'), 10);
    deleteNote(board, job, 20);
    expect(inCell(board, nowWork)).toEqual(['loan']);
    expect(seen(board).bin.map(({ id, deletedAt }) => [id, deletedAt])).toEqual([
      ['job', 20],
      ['course', 10],
    ]);
  });

  it('fails when it has gone already, and the duk is untouched', () => {
    const board = boardOf('job');
    deleteNote(board, job, 10);
    const before = everything(board);
    expect(deleteNote(board, job, 20)).toEqual({ ok: false, failure: { kind: 'noteGone', noteId: 'job' } });
    expect(deleteNote(board, noteId('never'), 20)).toMatchObject({ ok: false });
    expect(everything(board)).toEqual(before);
  });

  it('while somebody writes on it loses none of their words', () => {
    const eirins = boardOf();
    lay(eirins, 'job', { text: 'Prøve' });
    const gros = sameBoard(eirins);
    editNoteText(eirins, job, { at: 5, removed: 0, inserted: ' jobb' });
    deleteNote(gros, job, 10);
    exchange(eirins, gros);
    expect(seen(eirins)).toEqual(seen(gros));
    expect(seen(gros)).toMatchObject({ notes: [], bin: [{ id: 'job', text: 'Prøve jobb' }] });
  });

  it('while somebody moves it leaves it in the bin, and gives it back where they put it', () => {
    const eirins = boardOf('job');
    const gros = sameBoard(eirins);
    const dream = { column: 'dream', theme: '' } as const;
    moveNote(eirins, { noteId: job, to: dream });
    deleteNote(gros, job, 10);
    exchange(eirins, gros);
    restoreNote(eirins, job);
    expect(inCell(eirins, dream)).toEqual(['job']);
  });
});

describe('giving a note back from the bin', () => {
  it('lays it in the cell and the place it had', () => {
    const board = boardOf('first', 'job', 'last');
    const before = seenNote(board, 'job');
    deleteNote(board, job, 10);
    restoreNote(board, job);
    expect(inCell(board, nowWork)).toEqual(['first', 'job', 'last']);
    expect(seenNote(board, 'job')).toEqual(before);
    expect(seen(board).bin).toEqual([]);
  });

  it('fails for a note that never was, and the duk is untouched', () => {
    const board = boardOf('job');
    const before = everything(board);
    expect(restoreNote(board, noteId('never'))).toEqual({ ok: false, failure: { kind: 'noteGone', noteId: 'never' } });
    expect(everything(board)).toEqual(before);
  });

  it('by two people at once gives it back once', () => {
    const eirins = boardOf('job');
    deleteNote(eirins, job, 10);
    const gros = sameBoard(eirins);
    restoreNote(eirins, job);
    restoreNote(gros, job);
    exchange(eirins, gros);
    expect(inCell(eirins, nowWork)).toEqual(['job']);
    expect(seen(eirins)).toEqual(seen(gros));
  });
});

describe('leaving a new note without having written on it', () => {
  it.each(['', ' \n '])('takes it away, and the bin does not show it', (text) => {
    const board = boardOf();
    lay(board, 'job', { text });
    discardEmptyNote(board, job, 10);
    expect(seen(board)).toMatchObject({ notes: [], bin: [], leftOut: 0 });
  });

  it('keeps one with words, and one that is a tiltak', () => {
    const board = boardOf('written');
    lay(board, 'agreed', { text: '' });
    setAction(board, noteId('agreed'), { owner: 'Mona' });
    const before = everything(board);
    for (const id of ['written', 'agreed', 'never']) discardEmptyNote(board, noteId(id), 10);
    expect(everything(board)).toEqual(before);
  });

  it('loses nothing when somebody else began to write on it', () => {
    const eirins = boardOf();
    lay(eirins, 'job', { text: '' });
    const gros = sameBoard(eirins);
    discardEmptyNote(eirins, job, 10);
    editNoteText(gros, job, { at: 0, removed: 0, inserted: 'Prøve jobb' });
    exchange(eirins, gros);
    expect(seen(eirins).bin).toMatchObject([{ id: 'job', text: 'Prøve jobb' }]);
  });
});
