import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { setAction } from './action.ts';
import { boardOf, noteId, seen } from './boardBuilder.ts';
import { deleteNote } from './deleteNote.ts';
import { isActionNote, readActions } from './readActions.ts';

describe('the tiltak that stand on a duk', () => {
  it('are the notes that a reader of the whole duk sees as such', () => {
    const board = boardOf('a', 'b', 'c', 'd');
    for (const id of ['a', 'c', 'd']) setAction(board, noteId(id), { owner: 'Mona', due: '2026-12-01' });
    deleteNote(board, noteId('d'), 5);
    expect(readActions(board)).toEqual(seen(board).notes.filter(({ action }) => action));
    expect(readActions(board).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(['a', 'b', 'd', 'ingen'].map((id) => isActionNote(board, noteId(id)))).toEqual([true, false, false, false]);
  });

  it('leaves out what does not fit, as every reader does', () => {
    const board = boardOf('a');
    setAction(board, noteId('a'), {});
    const action = (board.notes.get('a') as Y.Map<Y.Map<string>>).get('action');
    action?.set('status', 'kanskje');
    expect(readActions(board)).toEqual([]);
  });
});
