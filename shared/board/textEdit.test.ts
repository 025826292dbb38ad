import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, crossEdits, cutAtWord, cutToLength, editBetween, movePosition, type TextEdit } from './textEdit.ts';

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'å', '😀', '👩‍🚒', 'م'), maxLength: 24 });

/** A row of edits, each of the text that the one before left. */
function rowOf(text: string, seeds: readonly (readonly [number, number, string])[]): TextEdit[] {
  let now = text;
  return seeds.map(([from, length, inserted]) => {
    const at = from % (now.length + 1);
    const edit = { at, removed: length % (now.length - at + 1), inserted };
    now = applyEdit(now, edit);
    return edit;
  });
}
const seeds = fc.array(fc.tuple(fc.nat(), fc.nat(9), fc.constantFrom('', 'x', 'yy', 'hei ')), { maxLength: 5 });
const applyAll = (text: string, edits: readonly TextEdit[]) => edits.reduce(applyEdit, text);

describe('finding what the hand did to a text', () => {
  it('gives an edit that makes the one text into the other, wherever the caret stands', () => {
    fc.assert(
      fc.property(words, words, fc.nat(30), (before, after, caret) => {
        expect(applyEdit(before, editBetween(before, after, caret))).toBe(after);
      }),
    );
  });

  it('never leaves half an emoji', () => {
    fc.assert(
      fc.property(words, words, fc.nat(30), (before, after, caret) => {
        const { at, removed, inserted } = editBetween(before, after, caret);
        expect(inserted.isWellFormed()).toBe(true);
        expect(before.slice(at, at + removed).isWellFormed()).toBe(true);
      }),
    );
  });

  it('puts one more of the same letter where the caret is', () => {
    expect(editBetween('aaa', 'aaaa', 2)).toEqual({ at: 1, removed: 0, inserted: 'a' });
    expect(editBetween('aaa', 'aaaa', 4)).toEqual({ at: 3, removed: 0, inserted: 'a' });
  });
});

describe('two people writing in the same text', () => {
  it('leaves both with the same text, whatever each did without knowing of the other', () => {
    fc.assert(
      fc.property(words, seeds, seeds, (text, first, second) => {
        const mine = rowOf(text, first);
        const theirs = rowOf(text, second);
        const crossed = crossEdits(mine, theirs);
        expect(applyAll(applyAll(text, mine), crossed.theirs)).toBe(applyAll(applyAll(text, theirs), crossed.mine));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what one wrote in the midst of what the other removed', () => {
    const { mine } = crossEdits([{ at: 0, removed: 5, inserted: '' }], [{ at: 2, removed: 0, inserted: 'NY' }]);
    expect(applyAll('abNYcde', mine)).toBe('NY');
  });

  it('keeps a caret at its letter when somebody writes before it', () => {
    expect(movePosition(3, { at: 1, removed: 0, inserted: 'xx' })).toBe(5);
    expect(movePosition(3, { at: 1, removed: 4, inserted: '' })).toBe(1);
    expect(movePosition(3, { at: 3, removed: 0, inserted: 'xx' })).toBe(3);
  });
});

describe('cutting text to a length', () => {
  it('is never longer than asked, and never ends in half an emoji', () => {
    fc.assert(
      fc.property(words, fc.nat(20), (text, length) => {
        const cut = cutToLength(text, length);
        expect(cut.length).toBeLessThanOrEqual(length);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('cutting text between words', () => {
  it('leaves a whole word to what comes after', () => {
    expect(cutAtWord('en to tre', 7)).toBe('en to ');
    expect(cutAtWord('en to tre', 9)).toBe('en to tre');
    expect(cutAtWord('en to', 2)).toBe('en');
  });

  it('cuts a word that is longer than anybody writes', () => {
    expect(cutAtWord(`a ${'x'.repeat(200)}`, 150)).toHaveLength(150);
  });
});
