import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitArea,
  fitInTurn,
  fitWidth,
  keepInSight,
  type Rect,
  reveal,
  toScreen,
  toSheet,
  type View,
  zoomAround,
} from './viewport.ts';

/** 3 % and 400 %. */
const [minScale, maxScale] = [0.03, 4];

const coordinate = fc.double({ min: -20_000, max: 20_000, noNaN: true });
const someView: fc.Arbitrary<View> = fc.record({
  x: coordinate,
  y: coordinate,
  scale: fc.double({ min: minScale, max: maxScale, noNaN: true }),
});
const somePoint = fc.record({ x: coordinate, y: coordinate });
const someStage = fc.record({
  width: fc.integer({ min: 320, max: 3840 }),
  height: fc.integer({ min: 320, max: 2160 }),
});
const insets = { top: 64, right: 16, bottom: 72, left: 16 };
const someArea: fc.Arbitrary<Rect> = fc.record({
  x: fc.integer({ min: 0, max: 2000 }),
  y: fc.integer({ min: 0, max: 2000 }),
  width: fc.integer({ min: 1, max: 2080 }),
  height: fc.integer({ min: 1, max: 1500 }),
});

/** How an area stands on screen, in CSS pixels. */
function onScreen(view: View, area: Rect): { left: number; top: number; right: number; bottom: number } {
  const { x, y } = toScreen(view, area);
  return { left: x, top: y, right: x + area.width * view.scale, bottom: y + area.height * view.scale };
}

/** A hair's breadth, for what reckoning with fractions may leave. */
const hair = 1e-6;

describe('zooming', () => {
  it('keeps what is under the pointer where it is', () => {
    fc.assert(
      fc.property(someView, somePoint, fc.double({ min: 0.05, max: 20, noNaN: true }), (view, pointer, factor) => {
        const held = toSheet(view, pointer);
        const after = toScreen(zoomAround(view, pointer, factor), held);
        expect(after.x).toBeCloseTo(pointer.x, 3);
        expect(after.y).toBeCloseTo(pointer.y, 3);
      }),
    );
  });

  it('goes no closer and no farther than one can use', () => {
    fc.assert(
      fc.property(someView, somePoint, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (view, pointer, factor) => {
        const { scale } = zoomAround(view, pointer, factor);
        expect(scale).toBeGreaterThanOrEqual(minScale);
        expect(scale).toBeLessThanOrEqual(maxScale);
      }),
    );
  });
});

describe('showing all of an area', () => {
  it('has the whole of it inside what the bars leave free, as large as it fits', () => {
    fc.assert(
      fc.property(someArea, someStage, (area, stage) => {
        const view = fitArea(area, stage, insets);
        const room = { width: stage.width - 32, height: stage.height - 136 };
        fc.pre(Math.min(room.width / area.width, room.height / area.height) >= minScale);
        const seen = onScreen(view, area);
        expect(seen.left).toBeGreaterThanOrEqual(insets.left - hair);
        expect(seen.top).toBeGreaterThanOrEqual(insets.top - hair);
        expect(seen.right).toBeLessThanOrEqual(stage.width - insets.right + hair);
        expect(seen.bottom).toBeLessThanOrEqual(stage.height - insets.bottom + hair);
        const slack = Math.min(room.width - (seen.right - seen.left), room.height - (seen.bottom - seen.top));
        expect(view.scale === 1 || slack < hair).toBe(true);
      }),
    );
  });

  it('also when a thousand notes lie on it', () => {
    const sheet = { x: 0, y: 0, width: 2080, height: 19_000 };
    const seen = onScreen(fitArea(sheet, { width: 1440, height: 900 }, insets), sheet);
    expect(seen.bottom).toBeLessThanOrEqual(900 - insets.bottom + hair);
  });
});

describe('starting to read', () => {
  it('shows the whole width from the top where that can be read, else its upper left corner', () => {
    fc.assert(
      fc.property(someArea, someStage, (area, stage) => {
        const view = fitWidth(area, stage, insets);
        const seen = onScreen(view, area);
        expect(seen.top).toBeCloseTo(insets.top, 6);
        expect(seen.left).toBeGreaterThanOrEqual(insets.left - hair);
        const isWhole = seen.right <= stage.width - insets.right + hair;
        expect(isWhole || (stage.width < 1000 && view.scale === 0.55 && Math.abs(seen.left - insets.left) < hair)).toBe(
          true,
        );
      }),
    );
  });
});

describe('all of it and its width', () => {
  const sheet = { x: 0, y: 0, width: 3400, height: 1750 };
  const stage = { width: 1366, height: 640 };

  it('take turns, and start with all of it from wherever one was', () => {
    const all = fitInTurn({ x: 5, y: -300, scale: 1 }, sheet, stage, insets);
    expect(all).toEqual(fitArea(sheet, stage, insets));
    const width = fitInTurn(all, sheet, stage, insets);
    expect(width).toEqual(fitWidth(sheet, stage, insets));
    expect(fitInTurn(width, sheet, stage, insets)).toEqual(all);
  });
});

describe('bringing something into view', () => {
  it('leaves the view alone when it is there already', () => {
    const view = { x: 0, y: 0, scale: 1 };
    expect(reveal(view, { x: 100, y: 100, width: 50, height: 50 }, { width: 800, height: 600 }, insets)).toEqual(view);
  });

  it('has all of it inside what the bars leave free, or its upper left corner when it is too large', () => {
    fc.assert(
      fc.property(someView, someArea, someStage, (view, area, stage) => {
        const after = reveal(view, area, stage, insets);
        const seen = onScreen(after, area);
        expect(after.scale).toBe(view.scale);
        expect(seen.left).toBeGreaterThanOrEqual(insets.left - hair);
        expect(seen.top).toBeGreaterThanOrEqual(insets.top - hair);
        const fits = (length: number, room: number) => length <= room;
        if (fits(seen.right - seen.left, stage.width - 32))
          expect(seen.right).toBeLessThanOrEqual(stage.width - insets.right + hair);
        if (fits(seen.bottom - seen.top, stage.height - 136))
          expect(seen.bottom).toBeLessThanOrEqual(stage.height - insets.bottom + hair);
      }),
    );
  });
});

describe('wherever one pans', () => {
  it('some of the sheet stays on screen, so that nobody is lost', () => {
    const someSheet = fc.record({ width: fc.constant(2080), height: fc.integer({ min: 1200, max: 30_000 }) });
    const least = (length: number) => Math.min(120, length) - hair;
    fc.assert(
      fc.property(someView, someSheet, someStage, (view, sheet, stage) => {
        const seen = onScreen(keepInSight(view, sheet, stage), { x: 0, y: 0, ...sheet });
        expect(Math.min(seen.right, stage.width) - Math.max(seen.left, 0)).toBeGreaterThanOrEqual(
          least(seen.right - seen.left),
        );
        expect(Math.min(seen.bottom, stage.height) - Math.max(seen.top, 0)).toBeGreaterThanOrEqual(
          least(seen.bottom - seen.top),
        );
      }),
    );
  });

  it('the view is left alone while the sheet is well in sight', () => {
    const view = { x: -200, y: -300, scale: 0.7 };
    expect(keepInSight(view, { width: 2080, height: 1600 }, { width: 1440, height: 900 })).toEqual(view);
  });
});
