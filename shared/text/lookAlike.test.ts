import { describe, expect, it } from 'vitest';
import { looksLike } from './lookAlike.ts';

describe('names that could be taken for each other', () => {
  it.each([
    ['Marit', 'Mаrit', 'a Cyrillic а'],
    ['Marit', 'MARIT ', 'capitals and a space'],
    ['Ola', 'O1a', 'a digit'],
    ['Jose', 'José', 'an accent'],
    ['Anna-Li', 'Anna Li', 'a hyphen'],
    ['Τοm', 'Tom', 'Greek letters'],
    ['Jonas', 'Jonas', 'the same name'],
  ])('%s and %s: %s', (name, other) => {
    expect(looksLike(name, other)).toBe(true);
    expect(looksLike(other, name)).toBe(true);
  });

  it.each([
    ['Marit', 'Marita'],
    ['Ola', 'Åse'],
    ['سلام', 'سمير'],
    ['👍', '🎈'],
  ])('%s and %s are told apart', (name, other) => {
    expect(looksLike(name, other)).toBe(false);
  });
});
