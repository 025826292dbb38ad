import { describe, expect, it } from 'vitest';
import { type PersonPointer, PointerGlide } from './paintPeople.ts';

const lea = (x: number, y = 0): PersonPointer => ({ key: 1, name: 'Lea', colour: '#123456', x, y });

describe('another’s pointer', () => {
  it('glides to where it was last told to be, and asks for frames until it has come', () => {
    const glide = new PointerGlide();
    glide.step([lea(0)], 0, false);
    expect(glide.step([lea(100)], 16, false)).toBe(0);
    expect(glide.placeOf(lea(100)).x).toBeGreaterThan(0);
    expect(glide.placeOf(lea(100)).x).toBeLessThan(100);
    for (let now = 32; now < 600; now += 16) glide.step([lea(100)], now, false);
    expect(glide.placeOf(lea(100)).x).toBe(100);
  });

  it('fades where it rests, so that it covers nobody’s words, and asks for a frame only then', () => {
    const glide = new PointerGlide();
    glide.step([lea(0)], 0, false);
    expect(glide.step([lea(0)], 1_000, false)).toBe(3_000);
    expect(glide.opacityOf(lea(0), 3_999, false)).toBe(1);
    expect(glide.step([lea(0)], 4_300, false)).toBe(0);
    expect(glide.opacityOf(lea(0), 4_300, false)).toBeCloseTo(0.5);
    expect(glide.step([lea(0)], 5_000, false)).toBeUndefined();
    expect(glide.opacityOf(lea(0), 5_000, false)).toBe(0);
  });

  it('is there again as soon as it moves', () => {
    const glide = new PointerGlide();
    glide.step([lea(0)], 0, false);
    glide.step([lea(0)], 5_000, false);
    glide.step([lea(3)], 5_016, false);
    expect(glide.opacityOf(lea(3), 5_016, false)).toBe(1);
  });

  it('neither glides nor fades for those who want no motion, and rests out of sight all the same', () => {
    const glide = new PointerGlide();
    glide.step([lea(0)], 0, true);
    glide.step([lea(100)], 16, true);
    expect(glide.placeOf(lea(100)).x).toBe(100);
    expect(glide.opacityOf(lea(100), 4_000, true)).toBe(1);
    expect(glide.opacityOf(lea(100), 4_016, true)).toBe(0);
  });
});
