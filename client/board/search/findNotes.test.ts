import { describe, expect, it } from 'vitest';
import { boardOf } from '../layoutBuilder.ts';
import { findNotes } from './findNotes.ts';

const { notes } = boardOf('lorenskog', [
  ['loan', { column: 'now', theme: 'housing' }, 'Søke om\nstartlån'],
  ['job', { column: 'now', theme: 'work' }, 'Prøve jobb hos Åse'],
]);
const withAction = notes.map((note) =>
  note.id === 'job' ? { ...note, action: { owner: 'Mona', service: 'NAV', due: '', status: 'agreed' as const } } : note,
);

describe('searching the duk', () => {
  it.each([
    ['in any case', 'søKE', ['loan']],
    ['across a line break', 'om startlån', ['loan']],
    ['with the letters as they are: å is not a', 'ase', []],
    ['by who does it', 'mona', ['job']],
    ['by the service', 'nav', ['job']],
    ['nothing, when nothing is asked for', '  ', []],
  ])('finds %s', (_, words, found) => {
    expect(findNotes(withAction, words)).toEqual(found);
  });

  it('finds in the order the notes lie', () => {
    expect(findNotes(notes, 'o')).toEqual(notes.map(({ id }) => id));
  });
});
