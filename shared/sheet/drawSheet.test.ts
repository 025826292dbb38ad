import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stroke, StrokeId } from '../board/index.ts';
import { sheetLanguages } from '../template/template.ts';
import { drawNote } from './drawNote.ts';
import { drawSheet } from './drawSheet.ts';
import { layOut } from './layOut.ts';
import { paperLook } from './look.ts';
import { textWidth } from './measureText.ts';
import { stripParts } from './noteBox.ts';
import type { Piece } from './piece.ts';
import { eirin, note, sheetOf, someNote, someSheet } from './sheetBuilder.ts';
import { sheetWords } from './sheetWords.ts';
import { sizes } from './sizes.ts';
import { strokeOutline } from './strokeOutline.ts';

type TextPiece = Extract<Piece, { kind: 'text' }>;
const nowWork = { column: 'now', theme: 'work' } as const;

function textsOf(pieces: readonly Piece[]): readonly TextPiece[] {
  return pieces.filter((piece) => piece.kind === 'text');
}

/** From where to where a text reaches, in sheet units. */
function reachOf({ x, text, font, anchor, rightToLeft, letterSpacing = 0 }: TextPiece): { from: number; to: number } {
  const width = textWidth(text, font) + text.length * letterSpacing;
  const share = { start: rightToLeft ? 1 : 0, middle: 0.5, end: 1 }[anchor];
  return { from: x - width * share, to: x + width * (1 - share) };
}

/** Every number of a piece, those in its path data too. */
function numbersOf(piece: Piece): readonly number[] {
  const own = Object.values(piece).filter((value) => typeof value === 'number');
  const inPath = piece.kind === 'path' ? (piece.d.match(/-?[\d.]+|[A-Z][a-z]+/g) ?? []).map(Number) : [];
  return piece.kind === 'path' ? [...own, ...inPath.filter((value) => !Number.isNaN(value))] : own;
}

function noteOf(change: Parameters<typeof note>[2]) {
  const [placed] = layOut(sheetOf('lorenskog', [note('a', nowWork, change)])).notes;
  if (!placed) throw new Error('The note is not on the sheet.');
  return placed;
}

const someAlone = someNote('a', 'lorenskog').map((alone) => {
  const [placed] = layOut(sheetOf('lorenskog', [alone])).notes;
  if (!placed) throw new Error('The note is not on the sheet.');
  return placed;
});

describe('drawing a note', () => {
  it('draws every line of its words, and nothing of them twice', () => {
    fc.assert(
      fc.property(someAlone, (placed) => {
        const drawn = textsOf(drawNote(placed, paperLook)).map(({ text }) => text);
        const { lines, footer, strip } = placed.box;
        const words = [...lines, ...footer, ...(strip?.who ?? [])]
          .map(({ text }) => text)
          .filter((text) => text !== '');
        for (const text of words) expect(drawn).toContain(text);
        expect(drawn).toHaveLength(words.length + (strip ? 3 : 0));
      }),
      { numRuns: 300 },
    );
  });

  it('says where who, date and status of a tiltak are drawn, each apart from the others and on the paper', () => {
    fc.assert(
      fc.property(someAlone, ({ note: { action }, box }) => {
        fc.pre(action !== undefined && box.strip !== undefined);
        if (!box.strip) return;
        const { who, due, status } = stripParts(box.strip, box.width);
        for (const { x, y, width, height } of [who, due, status]) {
          expect([x >= 0, y >= box.strip.y, x + width <= box.width + 1, y + height <= box.height + 1]).toEqual(
            Array(4).fill(true),
          );
        }
        expect(due.x + due.width).toBeLessThanOrEqual(status.x);
        expect(box.strip.isTall ? who.y + who.height <= due.y : who.x + who.width <= due.x).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps all that is drawn on its paper, and no words over others', () => {
    fc.assert(
      fc.property(someAlone, (placed) => {
        const { width, height } = placed.box;
        const pieces = drawNote(placed, paperLook);
        const texts = textsOf(pieces);
        for (const text of texts) {
          const { from, to } = reachOf(text);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(width);
          expect(text.y).toBeLessThan(height);
          expect(text.y - text.font.size).toBeGreaterThanOrEqual(-1);
        }
        const onOneLine = texts.flatMap((a, index) =>
          texts
            .slice(index + 1)
            .filter((b) => b.y === a.y)
            .map((b) => [a, b] as const),
        );
        for (const [a, b] of onOneLine) {
          const [left, right] = [reachOf(a), reachOf(b)].toSorted((one, other) => one.from - other.from);
          expect(left?.to).toBeLessThanOrEqual(right?.from ?? 0);
        }
        for (const piece of pieces) {
          if (piece.kind !== 'box') continue;
          expect(piece.x).toBeGreaterThanOrEqual(0);
          expect(piece.x + piece.width).toBeLessThanOrEqual(width);
          expect(piece.y + piece.height).toBeLessThanOrEqual(height);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says whose voice it is by paper, sign and word', () => {
    const pieces = drawNote(noteOf({ voice: 'child' }), paperLook);
    expect(pieces[0]).toMatchObject({ kind: 'box', fill: paperLook.papers.child });
    expect(pieces.some(({ kind }) => kind === 'path')).toBe(true);
    expect(textsOf(pieces).map(({ text }) => text)).toContain('Barn · Eirin');
  });

  it('starts an Arabic line at the right edge', () => {
    const placed = noteOf({ text: 'سلام' });
    const [line] = textsOf(drawNote(placed, paperLook));
    expect(line).toMatchObject({ text: 'سلام', rightToLeft: true, x: placed.box.width - sizes.note.paddingX });
  });

  it('tells of a tiltak who does it, by when, and how far it has come', () => {
    const action = { owner: 'Mona', service: 'NAV', due: '2026-12-01', status: 'started' } as const;
    const texts = textsOf(drawNote(noteOf({ action }), paperLook)).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Mona · NAV', '1.12.26', 'I gang', 'Mo']));
  });

  it('asks who and when of a tiltak that does not say', () => {
    const action = { owner: '', service: ' ', due: '', status: 'agreed' } as const;
    const texts = textsOf(drawNote(noteOf({ action }), paperLook)).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Hvem gjør det?', 'Når?', 'Avtalt', '?']));
  });

  it('keeps a tiltak whose owner was written over several lines inside its note', () => {
    const action = { owner: 'Mona\nEirin\nGro', service: '', due: '', status: 'agreed' } as const;
    const placed = noteOf({ action });
    for (const { y } of textsOf(drawNote(placed, paperLook))) expect(y).toBeLessThan(placed.box.height);
  });
});

describe('drawing the sheet', () => {
  it('draws only what can be drawn, all of it on the sheet', () => {
    fc.assert(
      fc.property(someSheet, (input) => {
        const layout = layOut(input);
        for (const piece of drawSheet(layout, paperLook)) {
          expect(numbersOf(piece).every(Number.isFinite)).toBe(true);
          if (piece.kind !== 'text') continue;
          const { from, to } = reachOf(piece);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(layout.width);
          expect(piece.y).toBeLessThan(layout.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(sheetLanguages)('keeps the names of folded themes inside their column, in %s', (language) => {
    for (const template of ['lorenskog', 'simple'] as const) {
      const sheet = sheetOf(template, [], { words: sheetWords[language] });
      const layout = layOut({ ...sheet, folded: new Set(['', ...sheet.template.themes.map(({ id }) => id)]) });
      const { x, width } = layout.situation;
      const names = textsOf(drawSheet(layout, paperLook)).filter(
        ({ y, anchor }) => anchor === 'middle' && y > layout.situation.y + layout.situation.height,
      );
      expect(names).toHaveLength(layout.rows.length);
      for (const name of names) {
        const { from, to } = reachOf(name);
        expect(from).toBeGreaterThanOrEqual(x);
        expect(to).toBeLessThanOrEqual(x + width);
      }
    }
  });
});

describe('the outline of a stroke', () => {
  const stroke: Stroke = {
    id: 's' as StrokeId,
    cell: nowWork,
    points: [0, 0, 0.5, 40, 10, 0.7, 80, 0, 0.9],
    colour: 'ink',
    width: 4,
    author: eirin,
  };

  it('is one closed curve', () => {
    expect(strokeOutline(stroke)).toMatch(/^M[-\d. ]+(Q[-\d. ]+)+Z$/);
  });

  it('shows a dot for one touch of the pen', () => {
    expect(strokeOutline({ ...stroke, points: [5, 5, 0.5] })).toMatch(/^M.+Z$/);
  });

  it('holds only numbers that can be drawn, in whole tenths, near where the hand was', () => {
    const points = fc.array(
      fc.tuple(
        fc.integer({ min: -900, max: 900 }),
        fc.integer({ min: -900, max: 900 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 60 }), (drawn, width) => {
        const path = strokeOutline({ points: drawn.flat(), width });
        expect(path).toMatch(/^(M-?\d+(\.\d)? -?\d+(\.\d)?(Q(-?\d+(\.\d)? ?){4})+Z)?$/);
        for (const number of path.match(/-?\d+(\.\d+)?/g) ?? [])
          expect(Math.abs(Number(number))).toBeLessThanOrEqual(900 + 2 * width);
      }),
      { numRuns: 60 },
    );
  });

  it('is reckoned once for each stroke, and is the same for the same points', () => {
    expect(strokeOutline(stroke, stroke)).toBe(strokeOutline({ points: stroke.points, width: stroke.width }));
    expect(strokeOutline({ points: [], width: 1 }, stroke)).toBe(strokeOutline(stroke));
  });
});
