import type { Letter } from '@duken/shared/letter';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterToSet } from './letterToSet.ts';
import { noteThatCannotBeSet } from './noteThatCannotBeSet.ts';
import { boardWith, noContacts, note, pictureOf, versionOf } from './testing/planBuilders.ts';

function versionWith(texts: readonly string[]) {
  return versionOf(
    boardWith(texts.map((text, at) => note(`note-${at}`, { column: 'difficult', theme: 'housing' }, { text }))),
  );
}

function letterOf(version: ReturnType<typeof versionWith>): Letter {
  return letterToSet({
    kind: 'pdf',
    letter: {
      planJson: JSON.stringify(version),
      contacts: noContacts,
      reader: 'family',
      form: 'plan',
      language: 'nb',
    },
    picture: pictureOf(version),
  }).letter;
}

/** A setter that stumbles over one word, wherever it stands. */
function stumblingOver(word: string) {
  return (letter: Letter): void => {
    if (JSON.stringify(letter).includes(word)) throw new Error(`cannot set \`${word}\``);
  };
}

describe('the note that a letter cannot be set for', () => {
  it('is found wherever it lies, and told so that it is found on the duk', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), (count, at) => {
        const bad = at % count;
        const version = versionWith(
          Array.from({ length: count }, (_, n) => (n === bad ? 'Dette Ǝ går ikke' : `Lapp ${n}`)),
        );
        expect(noteThatCannotBeSet(version, letterOf(version), stumblingOver('Ǝ'))).toEqual({
          noteId: `note-${bad}`,
          said: '«Dette Ǝ går ikke» (Det som er vanskelig, Bosituasjon)',
        });
      }),
      { numRuns: 20 },
    );
  });

  it('is none where the fault is in no note, or in everything', () => {
    const version = versionWith(['Jeg bor på sofaen']);
    expect(noteThatCannotBeSet(version, letterOf(version), stumblingOver('Ǝ'))).toBeUndefined();
    const never = () => {
      throw new Error('no fonts');
    };
    expect(noteThatCannotBeSet(version, letterOf(version), never)).toBeUndefined();
  });

  it('is quoted by its first words, whole letters only', () => {
    const version = versionWith([`${'🎨'.repeat(80)} Ǝ`]);
    const found = noteThatCannotBeSet(version, letterOf(version), stumblingOver('Ǝ'));
    expect(found?.said).toBe(`«${'🎨'.repeat(60)} …» (Det som er vanskelig, Bosituasjon)`);
  });
});
