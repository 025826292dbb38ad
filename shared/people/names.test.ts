import { describe, expect, it } from 'vitest';
import { isSameName, namesIn, sharesWord } from './names.ts';

describe('names in a list', () => {
  it('are people each, with a comma, a semicolon or a new line between', () => {
    expect(namesIn('Jonas, Amira')).toEqual(['Jonas', 'Amira']);
    expect(namesIn(' Tor   Arne ;Gro\nLeif,')).toEqual(['Tor Arne', 'Gro', 'Leif']);
    expect(namesIn('Jonas, Jonas')).toEqual(['Jonas', 'Jonas']);
  });

  it('are none where nothing was typed', () => {
    expect(namesIn(' , ;\n')).toEqual([]);
  });
});

describe('a name', () => {
  it('is the same whatever its capitals, spaces and way of writing å', () => {
    expect(isSameName('Åse  Marie', ' a\u030ase marie ')).toBe(true);
    expect(isSameName('Åse', 'Ase')).toBe(false);
  });

  it('may be the same person’s when a word of it is', () => {
    expect(sharesWord('Jonas', ' JONAS  Berg')).toBe(true);
    expect(sharesWord('Jonas Berg', 'Jonas Lie')).toBe(true);
    expect(sharesWord('Jonas', 'Jon')).toBe(false);
  });
});
