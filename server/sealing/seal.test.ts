import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSealed, type NumberedKey, open, openUnproven, SealBroken, type SealPlace, seal, sealBytes } from './seal.ts';
import { isSealedText, openText, sealText } from './sealText.ts';

const keyOf = (byte: number, number = 1): NumberedKey => ({ number, key: createSecretKey(Buffer.alloc(32, byte)) });
const key = keyOf(1);
const place: SealPlace = ['board', 'journal', 'data', 'board', 'beat'];
const anyBytes = fc.uint8Array({ maxLength: 200 });
const anyPlace = fc
  .tuple(fc.string(), fc.string(), fc.string(), fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }))
  .map(([caseId, table, column, rest]): SealPlace => [caseId, table, column, ...rest]);

describe('what is sealed', () => {
  it('opens where it was sealed, and is never the same twice', () => {
    fc.assert(
      fc.property(anyBytes, anyPlace, (bytes, where) => {
        const sealed = seal(bytes, key, where);
        expect(isSealed(sealed)).toBe(true);
        expect(sealed.length).toBe(bytes.length + sealBytes);
        expect(Buffer.compare(open(sealed, key, where), bytes)).toBe(0);
        expect(Buffer.compare(seal(bytes, key, where), sealed)).not.toBe(0);
      }),
    );
  });

  it('is refused when any bit of it is another, or any of it is missing', () => {
    const change = fc.tuple(anyBytes, fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean());
    fc.assert(
      fc.property(change, ([bytes, at, mask, isCut]) => {
        const sealed = seal(bytes, key, place);
        const place_ = at % sealed.length;
        const altered = isCut ? sealed.subarray(0, place_) : sealed.with(place_, (sealed[place_] ?? 0) ^ mask);
        // With another mark it does not even say that it is sealed: then it is refused for that (SealedRows).
        if (isSealed(altered)) expect(() => open(altered, key, place)).toThrow(SealBroken);
        else expect(place_).toBeLessThan(5);
      }),
    );
  });

  it('opens in no other case, table, column, row or kind, however alike they are called', () => {
    fc.assert(
      fc.property(anyBytes, anyPlace, anyPlace, (bytes, here, there) => {
        fc.pre(JSON.stringify(here) !== JSON.stringify(there));
        expect(() => open(seal(bytes, key, here), key, there)).toThrow(SealBroken);
      }),
    );
    const apart = [
      ['a', 'b', 'c', 'd', 'e'],
      ['a', 'b', 'c', 'de'],
      ['a', 'b', 'c', 'd\n1 e'],
    ] as const;
    for (const here of apart)
      for (const there of apart)
        if (here !== there) expect(() => open(seal(Buffer.from('x'), key, here), key, there)).toThrow(SealBroken);
  });

  it('opens with no other key, and no other number of the same', () => {
    const sealed = seal(Buffer.from('hemmelig'), key, place);
    for (const other of [keyOf(2), keyOf(1, 2)]) expect(() => open(sealed, other, place)).toThrow(SealBroken);
  });

  it('can be salvaged from a bad disk: one byte that is another is one byte that reads otherwise', () => {
    const words = Buffer.from('en lapp som noen skrev');
    const sealed = seal(words, key, place);
    const at = sealed.length - 20;
    const salvaged = openUnproven(sealed.with(at, (sealed[at] ?? 0) ^ 1), key, place);
    expect(salvaged.filter((byte, index) => byte !== words[index])).toHaveLength(1);
  });
});

describe('a text that is sealed', () => {
  it('opens as it was, whatever is written in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        const sealed = sealText(text, key, place);
        expect(isSealedText(sealed)).toBe(true);
        expect(openText(sealed, key, place)).toBe(text);
      }),
    );
  });

  it('does not tell by its length which of some words it is', () => {
    const lengths = ['citizen', 'child', 'family', 'network', 'service'].map(
      (voice) => sealText(voice, key, place).length,
    );
    expect(new Set(lengths).size).toBe(1);
  });

  it('is refused when a letter of it is another, or one more than its alphabet has', () => {
    const sealed = sealText('Anne', key, place);
    const letters = [...sealed.slice(1)].map((_, index) => index + 1);
    for (const at of letters) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      expect(() => openText(sealed.slice(0, at) + other + sealed.slice(at + 1), key, place)).toThrow(SealBroken);
      expect(() => openText(`${sealed.slice(0, at)}!${sealed.slice(at)}`, key, place)).toThrow(SealBroken);
    }
  });
});
