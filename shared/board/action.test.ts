import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { maxActionFieldLength, removeAction, setAction } from './action.ts';
import { boardOf, everything, exchange, noteId, sameBoard, seen, seenNote } from './boardBuilder.ts';
import { deleteNote } from './deleteNote.ts';

const job = noteId('job');

describe('making a note a tiltak', () => {
  it('starts as agreed, without owner, service or date', () => {
    const board = boardOf('job');
    setAction(board, job, {});
    expect(seenNote(board, 'job')?.action).toEqual({ owner: '', service: '', due: '', status: 'agreed' });
  });

  it('writes only what was filled in, and leaves the rest', () => {
    const board = boardOf('job');
    setAction(board, job, { owner: 'Mona', due: '2026-12-01' });
    setAction(board, job, { status: 'started' });
    expect(seenNote(board, 'job')?.action).toEqual({
      owner: 'Mona',
      service: '',
      due: '2026-12-01',
      status: 'started',
    });
  });

  it('takes the date away again', () => {
    const board = boardOf('job');
    setAction(board, job, { due: '2026-12-01' });
    setAction(board, job, { due: '' });
    expect(seenNote(board, 'job')?.action?.due).toBe('');
  });

  it('lets two people fill in one field each at once', () => {
    const eirins = boardOf('job');
    setAction(eirins, job, {});
    const gros = sameBoard(eirins);
    setAction(eirins, job, { owner: 'Mona' });
    setAction(gros, job, { service: 'NAV', due: '2026-12-01' });
    exchange(eirins, gros);
    expect(seenNote(eirins, 'job')?.action).toEqual({
      owner: 'Mona',
      service: 'NAV',
      due: '2026-12-01',
      status: 'agreed',
    });
    expect(seen(eirins)).toEqual(seen(gros));
  });

  it('cuts no name: one that is too long is refused whole, and changes nothing', () => {
    const board = boardOf('job');
    const before = everything(board);
    const tooLong = 'a'.repeat(maxActionFieldLength + 1);
    expect(setAction(board, job, { owner: tooLong, service: 'NAV' })).toEqual({
      ok: false,
      failure: { kind: 'lineTooLong', maxLength: maxActionFieldLength },
    });
    expect(everything(board)).toEqual(before);
    expect(setAction(board, job, { owner: tooLong.slice(1) }).ok).toBe(true);
  });

  it('makes a whole tiltak of one that lost its status on the way', () => {
    const board = boardOf('job');
    (board.notes.get(job) as Y.Map<unknown>).set('action', new Y.Map(Object.entries({ owner: 'Mona' })));
    expect(seenNote(board, 'job')?.action).toBeUndefined();
    setAction(board, job, { service: 'NAV' });
    expect(seenNote(board, 'job')?.action).toEqual({ owner: 'Mona', service: 'NAV', due: '', status: 'agreed' });
  });

  it.each([
    ['on a day that does not exist', 'job', { due: '2026-02-30' }, { kind: 'dayInvalid', day: '2026-02-30' }],
    ['on a note that lies in the bin', 'binned', { owner: 'Mona' }, { kind: 'noteGone', noteId: 'binned' }],
  ])('%s is refused, and the duk is untouched', (_, id, change, failure) => {
    const board = boardOf('job', 'binned');
    deleteNote(board, noteId('binned'), 10);
    const before = everything(board);
    expect(setAction(board, noteId(id), change)).toEqual({ ok: false, failure });
    expect(everything(board)).toEqual(before);
  });
});

describe('making a tiltak an ordinary note again', () => {
  it('keeps its words', () => {
    const board = boardOf('job');
    setAction(board, job, { owner: 'Mona' });
    removeAction(board, job);
    expect(seenNote(board, 'job')).toMatchObject({ text: 'Lapp job' });
    expect(seenNote(board, 'job')).not.toHaveProperty('action');
  });

  it('fails when the note has gone, and the duk is untouched', () => {
    const board = boardOf('job');
    const before = everything(board);
    expect(removeAction(board, noteId('gone'))).toEqual({ ok: false, failure: { kind: 'noteGone', noteId: 'gone' } });
    expect(everything(board)).toEqual(before);
  });

  it('while somebody fills it in ends the same for both', () => {
    const eirins = boardOf('job');
    setAction(eirins, job, { owner: 'Mona' });
    const gros = sameBoard(eirins);
    removeAction(eirins, job);
    setAction(gros, job, { service: 'NAV' });
    exchange(eirins, gros);
    expect(seen(eirins)).toEqual(seen(gros));
  });
});
