import { describe, expect, it } from 'vitest';
import type { FoundPaper } from './findPapers.ts';
import { mayBeTwo } from './mayBeTwo.ts';

const paper = (width: number, height: number, change: Partial<FoundPaper> = {}): FoundPaper => ({
  ...{ kind: 'note', middle: { x: 0, y: 0 }, width, height, turned: 0, colour: [1, 0.9, 0.4], fills: 0.95 },
  ...change,
});
const alike = [paper(86, 55), paper(87, 56), paper(85, 55), paper(86, 54)];

describe('papers that may be two', () => {
  it.each([
    ['half over each other', paper(86, 84)],
    ['most of one over the other', paper(105, 56)],
    ['beside each other', paper(172, 55)],
    ['at an angle', paper(95, 73, { fills: 0.76 })],
  ])('lie %s', (_how, two) => {
    expect([...mayBeTwo([...alike, two])]).toEqual([two]);
  });

  it('are none where all are alike, or as different as the papers on that table are', () => {
    expect(mayBeTwo(alike).size).toBe(0);
    const motley = [paper(60, 40), paper(86, 55), paper(70, 70), paper(100, 60), paper(90, 70)];
    expect(mayBeTwo(motley).size).toBe(0);
  });

  it('are not told by their size among few, and writing on the sheet itself is no paper', () => {
    const large = paper(86, 110);
    expect(mayBeTwo([paper(86, 55), large]).size).toBe(0);
    expect(mayBeTwo([...alike, paper(300, 34, { kind: 'onSheet' })]).size).toBe(0);
    expect(mayBeTwo([]).size).toBe(0);
  });
});
