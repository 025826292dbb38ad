import type { NoteId } from '@duken/shared/board';
import type { PlacedNote, SheetLayout } from '@duken/shared/sheet';
import { describe, expect, it } from 'vitest';
import { NoteMotion } from './noteMotion.ts';

/** A layout of which only the places of notes matter here. */
function notesAt(places: Readonly<Record<string, readonly [x: number, y: number]>>): SheetLayout {
  const notes = Object.entries(places).map(([id, [x, y]]) => ({ note: { id }, x, y }) as PlacedNote);
  return { notes } as unknown as SheetLayout;
}

function drawnAt(motion: NoteMotion, layout: SheetLayout, id: string, now: number) {
  const placed = layout.notes.find(({ note }) => note.id === id);
  if (!placed) throw new Error('no such note');
  const { x, y } = motion.placeOf(placed, now);
  return { x, y };
}

const before = notesAt({ a: [0, 0], b: [0, 100] });
const after = notesAt({ a: [0, 0], b: [0, 200] });
/** Long after every way has been walked, in ms. */
const longAfter = 10_000;

describe('notes that make room', () => {
  it('are just there on the first layout, and when they are new', () => {
    const motion = new NoteMotion();
    motion.follow(before, 0, false);
    expect(drawnAt(motion, before, 'b', 0)).toEqual({ x: 0, y: 100 });
    const more = notesAt({ a: [0, 0], b: [0, 100], c: [50, 50] });
    motion.follow(more, 10, false);
    expect(drawnAt(motion, more, 'c', 10)).toEqual({ x: 50, y: 50 });
    expect(motion.isMoving(10)).toBe(false);
  });

  it('start where they were, come ever nearer, and arrive', () => {
    const motion = new NoteMotion();
    motion.follow(before, 0, false);
    motion.follow(after, 1000, false);
    const heights = [1000, 1030, 1060, 1090, 1120, 1150, 1180].map((now) => drawnAt(motion, after, 'b', now).y);
    expect(heights[0]).toBe(100);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(heights.at(-1)).toBe(200);
    expect(motion.isMoving(1100)).toBe(true);
    expect(motion.isMoving(1180)).toBe(false);
    expect(drawnAt(motion, after, 'a', 1100)).toEqual({ x: 0, y: 0 });
  });

  it('turn round on the way without a jump', () => {
    const motion = new NoteMotion();
    motion.follow(before, 0, false);
    motion.follow(after, 1000, false);
    const half = drawnAt(motion, after, 'b', 1090);
    motion.follow(before, 1090, false);
    expect(drawnAt(motion, before, 'b', 1090)).toEqual(half);
    expect(drawnAt(motion, before, 'b', longAfter)).toEqual({ x: 0, y: 100 });
  });

  it('jump at once for those who want calm, also from the middle of a way', () => {
    const motion = new NoteMotion();
    motion.follow(before, 0, false);
    motion.follow(after, 1000, false);
    const further = notesAt({ a: [0, 0], b: [0, 300] });
    motion.follow(further, 1090, true);
    expect(drawnAt(motion, further, 'b', 1091)).toEqual({ x: 0, y: 300 });
    expect(motion.isMoving(1091)).toBe(false);
  });

  it('glide home from where a hand let go of them', () => {
    const motion = new NoteMotion();
    motion.follow(before, 0, false);
    motion.startFrom('b' as NoteId, { x: 500, y: 500 });
    motion.follow(after, 1000, false);
    expect(drawnAt(motion, after, 'b', 1000)).toEqual({ x: 500, y: 500 });
    expect(drawnAt(motion, after, 'b', longAfter)).toEqual({ x: 0, y: 200 });
  });

  it('are forgotten when they go', () => {
    const motion = new NoteMotion();
    motion.follow(before, 0, false);
    motion.follow(after, 1000, false);
    motion.follow(notesAt({ a: [0, 0] }), 1010, false);
    expect(motion.isMoving(1011)).toBe(false);
  });
});
