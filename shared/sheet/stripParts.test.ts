import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteBox } from './noteBox.ts';
import { someNote } from './sheetBuilder.ts';
import { sheetWords } from './sheetWords.ts';
import { sizes } from './sizes.ts';
import { stripPartAt, stripParts } from './stripParts.ts';

const someBox = someNote('note', 'lorenskog')
  .filter(({ action }) => action !== undefined)
  .map((note) => noteBox(note, sizes.note.width, 'Eirin', sheetWords.nb));

describe('the strip of a tiltak', () => {
  it('has a part under every point of it, and none above', () => {
    fc.assert(
      fc.property(
        someBox,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (box, across, down) => {
          const strip = box.strip;
          if (!strip) throw new Error('a tiltak without a strip');
          const x = across * box.width;
          expect(stripPartAt(box, { x, y: strip.y + down * strip.height })).toBeDefined();
          expect(stripPartAt(box, { x, y: down * strip.y })).toBeUndefined();
        },
      ),
    );
  });

  it('has the date between who and status on one line, and under who where it has two', () => {
    fc.assert(
      fc.property(someBox, (box) => {
        const strip = box.strip;
        if (!strip) throw new Error('a tiltak without a strip');
        const { who, due, status } = stripParts(box, strip);
        expect(due.x + due.width).toBeCloseTo(status.x);
        if (strip.isTall) expect(who.y + who.height).toBeCloseTo(due.y);
        else expect(who.x + who.width).toBeCloseTo(due.x);
      }),
    );
  });

  it('is nowhere on a note that is no tiltak', () => {
    const [plain] = fc.sample(
      someNote('note', 'lorenskog').filter(({ action }) => action === undefined),
      1,
    );
    if (!plain) throw new Error('no note');
    const box = noteBox(plain, sizes.note.width, 'Eirin', sheetWords.nb);
    expect(stripPartAt(box, { x: 10, y: box.height - 3 })).toBeUndefined();
  });
});
