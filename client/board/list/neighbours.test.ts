import type { NoteId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import { placeInCell } from './neighbours.ts';
import { note } from './noteBuilder.ts';

const elsewhere = note('annet', { theme: 'housing' });
const notes = [note('en'), elsewhere, note('to'), note('tre')];
const place = (id: string) => placeInCell(notes, id as NoteId);

describe('moving a note one step', () => {
  it('goes up past the one above', () => {
    expect(place('to')).toMatchObject({ number: 2, count: 3, up: 'en' });
  });

  it('goes down past the one below, which is before the one after that', () => {
    expect(place('en')).toMatchObject({ number: 1, down: 'tre' });
  });

  it('goes last when the one below is the last', () => {
    expect(place('to')).toMatchObject({ down: 'last' });
  });

  it('stops at both ends', () => {
    expect(place('en')?.up).toBeUndefined();
    expect(place('tre')?.down).toBeUndefined();
    expect(place('annet')).toEqual({ number: 1, count: 1, up: undefined, down: undefined });
  });

  it('is not there for a note that is gone', () => {
    expect(place('borte')).toBeUndefined();
  });
});
