import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Turns } from './turns.ts';

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
});

describe('turns', () => {
  it('let those who ask have theirs in rotation, each in order', () => {
    const turns = new Turns();
    const told: string[] = [];
    for (const name of ['Mallory 1', 'Mallory 2', 'Mallory 3', 'Anna 1', 'Bilal 1', 'Anna 2']) {
      turns.take(name.split(' ')[0], () => told.push(name));
    }
    expect(turns.length).toBe(6);
    vi.advanceTimersByTime(100);
    expect(told).toEqual(['Mallory 1', 'Anna 1', 'Bilal 1', 'Mallory 2', 'Anna 2', 'Mallory 3']);
    expect(turns.length).toBe(0);
  });

  it('put work that asks for more at the end of the line', () => {
    const turns = new Turns();
    const told: string[] = [];
    turns.take('Anna', () => {
      told.push('Anna');
      turns.take('Anna', () => told.push('Anna again'));
    });
    turns.take('Bilal', () => told.push('Bilal'));
    vi.advanceTimersByTime(100);
    expect(told).toEqual(['Anna', 'Bilal', 'Anna again']);
  });

  it('begin at once when nothing waits', () => {
    const turns = new Turns();
    let isDone = false;
    turns.take('Anna', () => {
      isDone = true;
    });
    vi.advanceTimersByTime(0);
    expect(isDone).toBe(true);
  });

  it('come no more often than the rests that they ask for', () => {
    const turns = new Turns();
    for (let piece = 0; piece < 1_000; piece++) turns.take(piece, () => turns.rest(2));
    vi.advanceTimersByTime(999);
    expect(turns.length).toBe(500);
  });

  it('rest when they are told to, also by somebody who finds out late', () => {
    const turns = new Turns();
    const at: number[] = [];
    for (let piece = 0; piece < 3; piece++) {
      turns.take('Mallory', () => {
        at.push(performance.now());
        turns.rest(2);
        setTimeout(() => turns.rest(8), 1);
      });
    }
    vi.advanceTimersByTime(100);
    const [first = 0, second = 0, third = 0] = at;
    expect([second - first, third - second]).toEqual([9, 9]);
  });

  it('go on for the others when a piece fails', () => {
    const turns = new Turns();
    const told: string[] = [];
    turns.take('Mallory', () => {
      throw new Error('as planted');
    });
    turns.take('Anna', () => told.push('Anna'));
    expect(() => vi.advanceTimersByTime(10)).toThrow('as planted');
    vi.advanceTimersByTime(10);
    expect(told).toEqual(['Anna']);
  });
});
