import { describe, expect, it } from 'vitest';
import { diffWords } from './diffWords.ts';

const shown = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('the words that differ between two texts', () => {
  it('shows whole words that were put in, taken out and changed', () => {
    expect(shown('Være der to dager i uka.', 'Være der tre dager i uka, med Tor.')).toBe(
      'Være der [-to ][+tre ]dager i uka[+, med Tor].',
    );
  });

  it('does not call the last word changed because something follows it', () => {
    expect(shown('Egen nøkkel', 'Egen nøkkel innen sommeren')).toBe('Egen nøkkel[+ innen sommeren]');
  });

  it('keeps words of other scripts and joined emoji whole', () => {
    expect(shown('ሰላም ልያ 👩‍👧', 'ሰላም ኖኣ 👩‍👦')).toBe('ሰላም [-ልያ 👩‍👧][+ኖኣ 👩‍👦]');
  });

  it('says nothing of two equal texts but that they are the same', () => {
    expect(diffWords('Vann! Glad! Mer!', 'Vann! Glad! Mer!')).toEqual([{ kind: 'same', text: 'Vann! Glad! Mer!' }]);
    expect(diffWords('', '')).toEqual([]);
  });

  it('gives up on finding likeness between two very long texts, but not on showing them', () => {
    const [before, after] = ['a b c '.repeat(3000), 'x y z '.repeat(3000)];
    expect(diffWords(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });
});
