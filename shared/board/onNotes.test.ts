import { describe, expect, it } from 'vitest';
import { boardOf, everything, inCell, lay, noSuchCell, noteId, nowHousing, nowWork, seen } from './boardBuilder.ts';
import { openUndo } from './boardUndo.ts';
import { deleteNote, restoreNote } from './deleteNote.ts';
import { moveNote } from './moveNote.ts';
import { onNotes } from './onNotes.ts';

const ids = (...names: readonly string[]) => names.map(noteId);

describe('one thing done with several notes', () => {
  it('moves them together, in their order, to just before the note that was pointed at', () => {
    const board = boardOf('first', 'second', 'third');
    lay(board, 'loan', { cell: nowHousing });
    const moved = onNotes(board, ids('first', 'third'), (id) =>
      moveNote(board, { noteId: id, to: nowHousing, before: noteId('loan') }),
    );
    expect(moved).toEqual({ ok: true, value: ['first', 'third'] });
    expect(inCell(board, nowHousing)).toEqual(['first', 'third', 'loan']);
    expect(inCell(board, nowWork)).toEqual(['second']);
  });

  it('is one change for the others, and one step to take back', () => {
    const board = boardOf('first', 'second', 'third');
    const undo = openUndo(board);
    let updates = 0;
    board.doc.on('update', () => {
      updates += 1;
    });
    onNotes(board, ids('first', 'second', 'third'), (id) => deleteNote(board, id, 7));
    expect([updates, undo.undoStack.length, seen(board).notes.length]).toEqual([1, 1, 0]);
    undo.undo();
    expect(inCell(board, nowWork)).toEqual(['first', 'second', 'third']);
  });

  it('leaves out a note that somebody else took away meanwhile', () => {
    const board = boardOf('first', 'second');
    deleteNote(board, noteId('first'), 5);
    expect(onNotes(board, ids('first', 'second'), (id) => deleteNote(board, id, 7))).toEqual({
      ok: true,
      value: ['second'],
    });
    onNotes(board, ids('second', 'first'), (id) => restoreNote(board, id));
    expect(inCell(board, nowWork)).toEqual(['first', 'second']);
  });

  it('tells why when it could be done with none, and changes nothing', () => {
    const board = boardOf('first');
    const before = everything(board);
    const moved = onNotes(board, ids('first'), (id) => moveNote(board, { noteId: id, to: noSuchCell }));
    expect(moved).toEqual({ ok: false, failure: { kind: 'cellUnknown', cell: noSuchCell } });
    expect(everything(board)).toEqual(before);
  });
});
