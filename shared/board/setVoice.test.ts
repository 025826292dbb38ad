import { describe, expect, it } from 'vitest';
import { voices } from './board.ts';
import { boardOf, everything, exchange, noteId, sameBoard, seen, seenNote } from './boardBuilder.ts';
import { deleteNote } from './deleteNote.ts';
import { setVoice } from './setVoice.ts';

const job = noteId('job');

describe('saying whose voice a note carries', () => {
  it.each(voices)('%s', (voice) => {
    const board = boardOf('job');
    expect(setVoice(board, job, voice).ok).toBe(true);
    expect(seenNote(board, 'job')?.voice).toBe(voice);
  });

  it('fails when the note has gone, and the duk is untouched', () => {
    const board = boardOf('job');
    deleteNote(board, job, 10);
    const before = everything(board);
    expect(setVoice(board, job, 'child')).toEqual({ ok: false, failure: { kind: 'noteGone', noteId: 'job' } });
    expect(everything(board)).toEqual(before);
  });

  it('by two people at once ends as one of the two, the same for both', () => {
    const eirins = boardOf('job');
    const gros = sameBoard(eirins);
    setVoice(eirins, job, 'child');
    setVoice(gros, job, 'family');
    exchange(eirins, gros);
    expect(['child', 'family']).toContain(seenNote(eirins, 'job')?.voice);
    expect(seen(eirins)).toEqual(seen(gros));
  });
});
