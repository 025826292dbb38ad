import { layOut, sheetWords } from '@duken/shared/sheet';
import { templates } from '@duken/shared/template';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { initTexts } from '../texts/initTexts.ts';
import { describeFocus } from './describeNote.ts';
import { boardWith, note } from './list/noteBuilder.ts';

beforeAll(initTexts);

function aloud(...notes: readonly ReturnType<typeof note>[]): readonly string[] {
  const template = templates.lorenskog;
  const layout = layOut({
    board: boardWith(...notes),
    template,
    words: sheetWords.nb,
    names: new Map(),
    meeting: { date: '', present: [] },
    folded: new Set(),
  });
  const words = {
    template,
    names: new Map(),
    helpers: undefined,
    language: 'nb',
    t: i18next.getFixedT('nb', 'board'),
  } as const;
  return notes.map(({ id }) => describeFocus({ kind: 'note', noteId: id }, layout, words));
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
