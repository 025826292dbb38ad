import { describe, expect, it } from 'vitest';
import {
  boardOf,
  everything,
  exchange,
  inCell,
  lay,
  noSuchCell,
  noteId,
  nowHousing,
  nowWork,
  sameBoard,
  seen,
  seenNote,
} from './boardBuilder.ts';
import type { BoardDocument } from './boardDocument.ts';
import { deleteNote } from './deleteNote.ts';
import { moveNote } from './moveNote.ts';
import { editNoteText } from './noteText.ts';

const job = noteId('job');

function move(board: BoardDocument, id: string, to = nowHousing, before?: string): void {
  const moved = moveNote(board, {
    noteId: noteId(id),
    to,
    ...(before === undefined ? {} : { before: noteId(before) }),
  });
  if (!moved.ok) throw new Error(moved.failure.kind);
}

describe('moving a note', () => {
  it('keeps all that stands on it', () => {
    const board = boardOf();
    lay(board, 'job', { text: 'Prøve jobb', voice: 'family', createdAt: 7 });
    const before = seenNote(board, 'job');
    move(board, 'job');
    expect(seenNote(board, 'job')).toEqual({ ...before, cell: nowHousing, order: seenNote(board, 'job')?.order });
    expect(seen(board).notes).toHaveLength(1);
  });

  it('lays it last in its new cell, or just before the note that was pointed at', () => {
    const board = boardOf('job', 'course');
    lay(board, 'loan', { cell: nowHousing });
    move(board, 'job');
    move(board, 'course', nowHousing, 'loan');
    expect(inCell(board, nowHousing)).toEqual(['course', 'loan', 'job']);
  });

  it('also moves it among its neighbours in one cell', () => {
    const board = boardOf('first', 'second', 'third');
    move(board, 'third', nowWork, 'first');
    move(board, 'first', nowWork);
    expect(inCell(board, nowWork)).toEqual(['third', 'second', 'first']);
  });

  it('lies last when the note that was pointed at went to the bin during the drag', () => {
    const board = boardOf('job', 'first', 'second');
    deleteNote(board, noteId('first'), 5);
    move(board, 'job', nowWork, 'first');
    expect(inCell(board, nowWork)).toEqual(['second', 'job']);
  });

  it.each([
    ['that is not there', 'gone', nowHousing, { kind: 'noteGone', noteId: 'gone' }],
    ['that lies in the bin', 'binned', nowHousing, { kind: 'noteGone', noteId: 'binned' }],
    ['to a cell the sheet does not have', 'job', noSuchCell, { kind: 'cellUnknown', cell: noSuchCell }],
  ])('%s is refused, and the duk is untouched', (_, id, to, failure) => {
    const board = boardOf('job', 'binned');
    deleteNote(board, noteId('binned'), 5);
    const before = everything(board);
    expect(moveNote(board, { noteId: noteId(id), to })).toEqual({ ok: false, failure });
    expect(everything(board)).toEqual(before);
  });

  it('from two sides at once leaves it in one place, the same for both', () => {
    const eirins = boardOf('job');
    const gros = sameBoard(eirins);
    const dream = { column: 'dream', theme: '' } as const;
    move(eirins, 'job', nowHousing);
    move(gros, 'job', dream);
    exchange(eirins, gros);
    expect(seen(eirins)).toEqual(seen(gros));
    const [note, ...others] = seen(eirins).notes;
    expect(others).toEqual([]);
    expect([nowHousing, dream]).toContainEqual(note?.cell);
  });

  it('while somebody writes on it keeps every word', () => {
    const eirins = boardOf();
    lay(eirins, 'job', { text: 'Prøve jobb' });
    const gros = sameBoard(eirins);
    editNoteText(eirins, job, { at: 10, removed: 0, inserted: ' på lageret' });
    move(gros, 'job');
    exchange(eirins, gros);
    expect(seenNote(eirins, 'job')).toMatchObject({ cell: nowHousing, text: 'Prøve jobb på lageret' });
    expect(seen(gros)).toEqual(seen(eirins));
  });
});
