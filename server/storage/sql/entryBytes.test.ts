import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packUpdates, unpackUpdates } from './entryBytes.ts';

const anyUpdates = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { minLength: 1, maxLength: 8 });
const bytesOf = (updates: readonly Uint8Array[]) => updates.map((update) => [...update]);

describe('the updates of a journal entry', () => {
  it('come back as they were, one or many', () => {
    fc.assert(
      fc.property(anyUpdates, (updates) => {
        const unpacked = unpackUpdates(packUpdates(updates));
        expect(bytesOf(unpacked.updates)).toEqual(bytesOf(updates));
        expect(unpacked.isTorn).toBe(false);
      }),
    );
  });

  it('go as far as the bytes of a torn row, the last of them cut short', () => {
    fc.assert(
      fc.property(anyUpdates, fc.nat(), (updates, number) => {
        fc.pre(updates.length > 1);
        const { data, lengths } = packUpdates(updates);
        const kept = number % data.length;
        const unpacked = unpackUpdates({ data: data.subarray(0, kept), lengths });
        expect(unpacked.isTorn).toBe(true);
        expect(bytesOf([Buffer.concat(unpacked.updates)])).toEqual(bytesOf([data.subarray(0, kept)]));
        const whole = unpacked.updates.length - 1;
        expect(bytesOf(unpacked.updates.slice(0, whole))).toEqual(bytesOf(updates.slice(0, Math.max(whole, 0))));
      }),
    );
  });

  it.each([
    ['that stop halfway into a number', Uint8Array.of(2, 0x83), [[1, 2]]],
    ['that are too few', Uint8Array.of(2), [[1, 2]]],
    ['that tell of more than there is', Uint8Array.of(2, 9), [[1, 2], [3]]],
    ['that tell of updates behind the end', Uint8Array.of(2, 1, 4), [[1, 2], [3]]],
    ['that tell of nothing', new Uint8Array(), []],
  ])('go as far as lengths %s', (_, lengths, updates) => {
    const unpacked = unpackUpdates({ data: Uint8Array.of(1, 2, 3), lengths });
    expect(bytesOf(unpacked.updates)).toEqual(updates);
    expect(unpacked.isTorn).toBe(true);
  });
});
