import { describe, expect, it } from 'vitest';
import { diffWords, isMostlyNew } from './diffWords.ts';

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

describe('a sentence that is mostly new', () => {
  const mostlyNew = (before: string, after: string) => isMostlyNew(diffWords(before, after));

  it('is one of which less is left than was written or taken away', () => {
    expect(mostlyNew('Jonas kommer for sent på skolen', 'Det går bedre på skolen, og han møter hver dag')).toBe(true);
    expect(mostlyNew('Helt andre ord', 'Noe nytt')).toBe(true);
  });

  it('is none that had a word changed, or that only grew or shrank', () => {
    expect(mostlyNew('Være der to dager i uka.', 'Være der tre dager i uka.')).toBe(false);
    expect(mostlyNew('Ringe', 'Ringe bedriften på tirsdag, og spørre om en prøvetid')).toBe(false);
    expect(mostlyNew('Ringe bedriften på tirsdag, og spørre om en prøvetid', 'Ringe')).toBe(false);
    expect(mostlyNew('Vann!', 'Vann!')).toBe(false);
  });
});
