import { layOut, sheetWords } from '@duken/shared/sheet';
import { templates } from '@duken/shared/template';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { initTexts } from '../texts/initTexts.ts';
import { describeFocus } from './describeNote.ts';
import { boardWith, note } from './list/noteBuilder.ts';

beforeAll(initTexts);

const words = () =>
  ({
    template: templates.lorenskog,
    names: new Map(),
    helpers: undefined,
    language: 'nb',
    t: i18next.getFixedT('nb', 'board'),
  }) as const;

const layOutAll = (notes: readonly ReturnType<typeof note>[]) =>
  layOut({
    board: boardWith(...notes),
    template: templates.lorenskog,
    words: sheetWords.nb,
    names: new Map(),
    meeting: { date: '', present: [] },
    folded: new Set(),
  });

function aloud(...notes: readonly ReturnType<typeof note>[]): readonly string[] {
  const layout = layOutAll(notes);
  return notes.map(({ id }) => describeFocus({ kind: 'note', noteId: id }, layout, words()));
}

describe('a note as it is said', () => {
  it('says what stands beside it and whose words that is, on both', () => {
    const quiet = note('Skolen går bra', { id: 'a', voice: 'service' });
    const [first, second] = aloud(quiet, { ...note('Jeg gruer meg', { id: 'b', voice: 'child' }), pair: quiet.id });
    expect(first).toContain('Vi ser det ulikt: «Jeg gruer meg» (Barn).');
    expect(second).toContain('Vi ser det ulikt: «Skolen går bra» (Tjeneste).');
  });

  it('says of what a round laid that it was the round, and nobody', () => {
    const [words] = aloud({ ...note('Jeg er redd'), voice: 'round' });
    expect(words).toContain('Jeg er redd Runden uten navn.');
  });

  it('says nothing of it where nobody sees it differently', () => {
    for (const words of aloud(note('Skolen går bra'))) expect(words).not.toContain('ulikt');
  });
});

describe('a cell as it is said', () => {
  const cell = { kind: 'cell', cell: { column: 'works', theme: 'work' } } as const;

  it('says that nothing lies there, or how many notes', () => {
    expect(describeFocus(cell, layOutAll([]), words())).toContain('Det som fungerer, Jobb. Ingen lapper.');
    const layout = layOutAll([note('En'), note('To'), note('Annet sted', { theme: 'housing' })]);
    expect(describeFocus(cell, layout, words())).toBe('Det som fungerer, Jobb. Lapper her: 2.');
  });
});
