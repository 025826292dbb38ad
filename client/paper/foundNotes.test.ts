import type { Board, NoteId, ParticipantId, Voice } from '@duken/shared/board';
import type { PaperNote } from '@duken/shared/paper';
import { describe, expect, it } from 'vitest';
import { type FoundNote, isToLay, noteToLay, placeOnDuk, withReading } from './foundNotes.ts';

const cell = { column: 'now', theme: 'work' } as const;

function paperNote(x: number, y: number, read: Partial<PaperNote> = {}): PaperNote {
  return {
    key: 0,
    paper: { kind: 'note', middle: { x, y }, width: 90, height: 60, turned: 0, colour: [1, 0.9, 0.4], fills: 1 },
    cell,
    voice: 'citizen',
    doubts: [],
    picture: { width: 1, height: 1, data: new Uint8ClampedArray(4) },
    handwriting: { sheet: 7, x, y, width: 10, height: 10, path: 'M0 0l4 0 0 4z' },
    ...read,
  };
}

const voices: readonly Voice[] = ['citizen', 'service'];
const read = (notes: readonly PaperNote[], found: readonly FoundNote[] = [], sheet = 7) =>
  withReading(found, { sheet, notes }, voices);

describe('what was found on paper', () => {
  it('is numbered in the order it was read, and asked of where its voice is not one’s own to give', () => {
    const found = read([paperNote(100, 100), paperNote(300, 100, { voice: 'child' })]);
    expect(found.map(({ number, voice }) => [number, voice])).toEqual([
      [1, 'citizen'],
      [2, undefined],
    ]);
  });

  it('stays as it was said to be when the sheet is photographed once more, with what is new after it', () => {
    const typed = read([paperNote(100, 100)]).map((note) => ({ ...note, words: 'Søke jobb', isTaken: false }));
    const again = read([paperNote(104, 97), paperNote(400, 100)], typed);
    expect(again.map(({ number, words }) => [number, words])).toEqual([
      [1, 'Søke jobb'],
      [2, ''],
    ]);
  });

  it('of another sheet is other notes, wherever they lie', () => {
    expect(read([paperNote(100, 100)], read([paperNote(100, 100)]), 8)).toHaveLength(2);
  });

  it('is to be laid where it has writing and lies nowhere yet, unless somebody has said otherwise', () => {
    const [note] = read([paperNote(100, 100)]) as [FoundNote];
    const { handwriting: _, ...blank } = paperNote(300, 100);
    const [empty] = read([blank]) as [FoundNote];
    expect([isToLay(note, undefined), isToLay(note, 'duk'), isToLay(note, 'bin'), isToLay(empty, undefined)]).toEqual([
      ...[true, false, false, false],
    ]);
    expect(isToLay({ ...note, isTaken: true }, 'bin')).toBe(true);
    expect(isToLay({ ...note, isTaken: false }, undefined)).toBe(false);
  });

  it('is known again on the duk and in the bin', () => {
    const [note] = read([paperNote(100, 100)]) as [FoundNote];
    const lying = { id: 'lapp', handwriting: paperNote(96, 104).handwriting };
    const boardWith = (notes: readonly object[], bin: readonly object[]) =>
      ({ notes, bin }) as unknown as Pick<Board, 'notes' | 'bin'>;
    expect(placeOnDuk(boardWith([lying], []), note)).toBe('duk');
    expect(placeOnDuk(boardWith([], [lying]), note)).toBe('bin');
    expect(placeOnDuk(boardWith([{ id: 'annen' }], []), note)).toBeUndefined();
  });

  it('is laid with what was typed, or as something that nobody has typed yet', () => {
    const [note] = read([paperNote(100, 100)]) as [FoundNote];
    const given = { id: 'ny' as NoteId, author: 'mona' as ParticipantId, createdAt: 5, stand: '[skrevet for hånd]' };
    const { handwriting } = note.read;
    expect(noteToLay({ ...note, words: 'Søke jobb' }, 'citizen', given)).toEqual({
      ...{ id: 'ny', author: 'mona', createdAt: 5, cell, voice: 'citizen', text: 'Søke jobb', handwriting },
    });
    expect(noteToLay({ ...note, words: '  ' }, 'service', given)).toMatchObject({ text: '[skrevet for hånd]' });
  });
});
