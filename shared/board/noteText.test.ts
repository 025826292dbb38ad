import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanInsert } from '../text/index.ts';
import { maxNoteLength } from './board.ts';
import { boardOf, everything, exchange, lay, noteId, sameBoard, seen, seenNote } from './boardBuilder.ts';
import { deleteNote } from './deleteNote.ts';
import { editNoteText, noteTextOf } from './noteText.ts';

const job = noteId('job');

function jobSaying(text: string) {
  const board = boardOf();
  lay(board, 'job', { text });
  return board;
}

describe('writing on a note', () => {
  it('replaces the stretch that was marked', () => {
    const board = jobSaying('Prøve jobb');
    editNoteText(board, job, { at: 6, removed: 4, inserted: 'kurs' });
    expect(seenNote(board, 'job')?.text).toBe('Prøve kurs');
  });

  it.each(['bin', 'never'])('fails when the note has gone (%s), and the duk is untouched', (where) => {
    const board = jobSaying('Prøve jobb');
    if (where === 'bin') deleteNote(board, job, 10);
    const id = where === 'bin' ? job : noteId('never');
    const before = everything(board);
    expect(noteTextOf(board, id)).toBeUndefined();
    expect(editNoteText(board, id, { at: 0, removed: 0, inserted: 'a' })).toEqual({
      ok: false,
      failure: { kind: 'noteGone', noteId: id },
    });
    expect(everything(board)).toEqual(before);
  });

  it('says how much there is room for when too much is pasted, and writes none of it', () => {
    const board = jobSaying('a'.repeat(maxNoteLength - 10));
    const before = everything(board);
    expect(editNoteText(board, job, { at: 0, removed: 4, inserted: 'b'.repeat(15) })).toEqual({
      ok: false,
      failure: { kind: 'noteTooLong', fits: 14 },
    });
    expect(everything(board)).toEqual(before);
  });

  it('can fill a note to the last letter', () => {
    const board = jobSaying('a'.repeat(maxNoteLength - 10));
    expect(editNoteText(board, job, { at: 0, removed: 0, inserted: 'b'.repeat(10) }).ok).toBe(true);
    expect(seenNote(board, 'job')?.text).toHaveLength(maxNoteLength);
  });

  it('shows a note whole that two people together made too long, and lets it be shortened', () => {
    const eirins = jobSaying('a'.repeat(1500));
    const gros = sameBoard(eirins);
    editNoteText(eirins, job, { at: 1500, removed: 0, inserted: 'e'.repeat(500) });
    editNoteText(gros, job, { at: 1500, removed: 0, inserted: 'g'.repeat(500) });
    exchange(eirins, gros);
    expect(seenNote(eirins, 'job')?.text).toHaveLength(2500);
    expect(seen(eirins).leftOut).toBe(0);
    expect(editNoteText(eirins, job, { at: 0, removed: 1, inserted: '' }).ok).toBe(true);
    expect(editNoteText(eirins, job, { at: 0, removed: 2, inserted: 'bb' }).ok).toBe(true);
    expect(editNoteText(eirins, job, { at: 0, removed: 0, inserted: 'b' })).toMatchObject({ failure: { fits: 0 } });
  });

  it('by several people at once gives all of them the same text, with every letter that was written', () => {
    const someEdit = fc.record({
      at: fc.nat({ max: 20 }),
      inserted: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }).map(cleanInsert),
    });
    fc.assert(
      fc.property(fc.array(fc.array(someEdit, { maxLength: 6 }), { minLength: 2, maxLength: 4 }), (people) => {
        const start = jobSaying('Prøve jobb');
        const boards = people.map(() => sameBoard(start));
        people.forEach((edits, index) => {
          const board = boards[index];
          if (!board) return;
          for (const { at, inserted } of edits) {
            const before = [...(noteTextOf(board, job)?.toString() ?? '')].slice(0, at).join('');
            editNoteText(board, job, { at: before.length, removed: 0, inserted });
          }
        });
        exchange(...boards);
        const texts = boards.map((board) => noteTextOf(board, job)?.toString());
        expect(new Set(texts).size).toBe(1);
        const letters = (text: string) => [...text].sort().join('');
        expect(letters(texts[0] ?? '')).toBe(
          letters(
            `Prøve jobb${people
              .flat()
              .map(({ inserted }) => inserted)
              .join('')}`,
          ),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is written on a note', () => {
  it('is clean when it comes in, whatever program it was copied from', () => {
    const board = jobSaying('');
    editNoteText(board, job, { at: 0, removed: 0, inserted: 'Ringe NAV\vSnakke\u200b med A\u030ase\u202e' });
    expect(noteTextOf(board, job)?.toString()).toBe('Ringe NAV\nSnakke med Åse');
  });
});
