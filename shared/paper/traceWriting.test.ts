import { describe, expect, it } from 'vitest';
import { readHandwriting } from '../board/index.ts';
import type { Pixels } from './pixels.ts';
import { maxWritingPath, traceWriting } from './traceWriting.ts';

type Rgb = readonly [number, number, number];

function paperWith(paper: Rgb, ink: Rgb, isInk: (x: number, y: number) => boolean, width = 200, height = 120): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set([...(isInk(x, y) ? ink : paper), 255], 4 * (y * width + x));
  return { width, height, data };
}

const yellow: Rgb = [250, 224, 112];
const bar = (x: number, y: number) => x >= 40 && x < 120 && y >= 50 && y < 58;

describe('tracing what is written on a paper', () => {
  it.each<[string, Rgb, Rgb]>([
    ['black on white', [245, 245, 240], [30, 30, 30]],
    ['blue on yellow', yellow, [40, 50, 120]],
    ['red on yellow', yellow, [190, 40, 40]],
    ['blue on blue', [150, 195, 235], [40, 50, 120]],
    ['in deep shadow', [70, 62, 32], [12, 12, 20]],
  ])('finds its outline, %s', (_name, paper, ink) => {
    const traced = traceWriting(paperWith(paper, ink, bar), 1);
    expect(Math.abs((traced?.width ?? 0) - 80)).toBeLessThanOrEqual(2);
    expect(Math.abs((traced?.height ?? 0) - 8)).toBeLessThanOrEqual(2);
    expect((traced?.path ?? '').length).toBeLessThan(80);
  });

  it('keeps the hole in a ring', () => {
    const ring = (x: number, y: number) => Math.abs(Math.hypot(x - 100, y - 60) - 30) < 4;
    expect(traceWriting(paperWith(yellow, [30, 30, 30], ring), 1)?.path.match(/M/g)).toHaveLength(2);
  });

  it('finds nothing on a blank paper, shaded or grainy', () => {
    const blank = paperWith(yellow, yellow, () => false);
    const grainy = { ...blank, data: blank.data.map((value, at) => value - ((at * 7919) % 13)) };
    const shaded = {
      ...blank,
      data: blank.data.map((value, at) => (at % 4 === 3 ? value : value * (1 - ((at / 4) % 200) / 500))),
    };
    for (const paper of [blank, grainy, shaded]) expect(traceWriting(paper, 1)).toBeUndefined();
  });

  it('of a paper full of letters is still short enough to lie on a note', { timeout: 30_000 }, () => {
    const letters = (x: number, y: number) => (x * 7 + Math.floor(x / 5) * y) % 11 < 5 && y % 12 < 8 && x % 9 < 6;
    const traced = traceWriting(paperWith(yellow, [30, 30, 30], letters, 480, 320), 0.8);
    expect(traced?.path.length).toBeGreaterThan(1000);
    expect(traced?.path.length).toBeLessThanOrEqual(maxWritingPath);
    expect(readHandwriting({ sheet: 1, x: 1, y: 1, ...traced })).toBeDefined();
  });
});
