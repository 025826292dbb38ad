import { describe, expect, it } from 'vitest';
import { momentsOf } from './momentsOf.ts';

const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 30, hour, minute);

describe('the moments of a duk', () => {
  it('are what was kept, and the end of each hour with edits since, oldest first', () => {
    const kept = [
      { position: 4, takenAt: at(8, 59), kind: 'hour' },
      { position: 9, takenAt: at(9, 30), kind: 'freeze' },
    ] as const;
    const times = new Map([
      [10, at(9, 40)],
      [11, at(9, 50)],
      [12, at(11, 5)],
    ]);
    expect(momentsOf(kept, times).map(({ position, kind }) => [position, kind])).toEqual([
      [4, 'hour'],
      [9, 'freeze'],
      [11, 'hour'],
      [12, 'hour'],
    ]);
  });

  it('are one where a meeting was frozen at the end of an hour', () => {
    const kept = [
      { position: 4, takenAt: at(9, 1), kind: 'freeze' },
      { position: 4, takenAt: at(9, 0), kind: 'hour' },
    ] as const;
    expect(momentsOf(kept, new Map([[4, at(9)]]))).toEqual([kept[0]]);
  });

  it('are none of a duk that nobody has written on', () => {
    expect(momentsOf([], new Map())).toEqual([]);
  });
});
