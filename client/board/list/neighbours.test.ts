import type { Note, NoteId } from '@duken/shared/board';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInCell } from './neighbours.ts';
import { note } from './noteBuilder.ts';

const elsewhere = note('annet', { theme: 'housing' });
const notes = [note('en'), elsewhere, note('to'), note('tre')];
const place = (id: string, among: readonly Note[] = notes) => placeInCell(among, id as NoteId);
const beside = (id: string, other: string): Note => ({ ...note(id), pair: other as NoteId });

/** As the command does it: each is laid just above the one named, or last. */
function stepped(among: readonly Note[], id: string, direction: 'up' | 'down'): readonly Note[] {
  const step = place(id, among)?.[direction];
  if (!step) return among;
  return step.noteIds.reduce<readonly Note[]>((now, noteId) => {
    const rest = now.filter((one) => one.id !== noteId);
    const at = step.before === undefined ? rest.length : rest.findIndex((one) => one.id === step.before);
    return rest.toSpliced(at, 0, now.find((one) => one.id === noteId) as Note);
  }, among);
}

const shown = (among: readonly Note[]): string =>
  among
    .filter(({ id }) => id !== elsewhere.id)
    .toSorted((a, b) => (place(a.id, among)?.number ?? 0) - (place(b.id, among)?.number ?? 0))
    .map(({ id }) => id)
    .join(' ');

describe('moving a note one step', () => {
  it('goes up past the one above', () => {
    expect(place('to')).toMatchObject({ number: 2, count: 3, up: { noteIds: ['to'], before: 'en' } });
  });

  it('goes down past the one below, which is before the one after that', () => {
    expect(place('en')).toMatchObject({ number: 1, down: { noteIds: ['en'], before: 'tre' } });
  });

  it('goes last when the one below is the last', () => {
    expect(place('to')?.down).toEqual({ noteIds: ['to'], before: undefined });
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

describe('moving past notes that stand beside each other, one of which lies elsewhere in the document', () => {
  const among = [note('a'), note('b'), beside('c', 'a'), note('d')];

  it('counts them as they are shown', () => {
    expect(shown(among)).toBe('a c b d');
    expect(place('b', among)).toMatchObject({ number: 3, count: 4 });
  });

  it('goes past both at once', () => {
    expect(shown(stepped(among, 'b', 'up'))).toBe('b a c d');
    expect(shown(stepped([note('b'), note('a'), note('d'), beside('c', 'a')], 'b', 'down'))).toBe('a c b d');
  });

  it('changes places within them, and takes them along from their end', () => {
    expect(shown(stepped(among, 'c', 'up'))).toBe('c a b d');
    expect(shown(stepped(among, 'c', 'down'))).toBe('b a c d');
  });

  it('always changes what is shown, one place or past what stands together, and never anything else of it', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom(...ids)), { minLength: 5, maxLength: 5 }),
        fc.shuffledSubarray(ids, { minLength: 5, maxLength: 5 }),
        fc.constantFrom(...ids),
        fc.constantFrom('up' as const, 'down' as const),
        (pairs, order, id, direction) => {
          const all = order.map((one, index) => {
            const other = pairs[index];
            return other && other !== one ? beside(one, other) : note(one);
          });
          const [before, step] = [shown(all), place(id, all)?.[direction]];
          const after = shown(stepped(all, id, direction));
          expect(after === before).toBe(step === undefined);
          expect(after.split(' ').toSorted()).toEqual(ids);
          const number = place(id, all)?.number ?? 0;
          expect(step === undefined).toBe(direction === 'up' ? number === 1 : number === 5);
        },
      ),
    );
  });
});
