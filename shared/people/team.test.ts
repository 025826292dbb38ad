import { describe, expect, it } from 'vitest';
import type { Day } from '../board/index.ts';
import { isLargeTeam, withoutInterpreter } from './team.ts';

const [soon, later] = ['2026-12-04', '2027-01-11'] as Day[] as [Day, Day];

describe('a team', () => {
  it('is large from seven round the person on, who is not one of them', () => {
    const round = (count: number) => [
      { isSubject: true },
      ...Array.from({ length: count }, () => ({ isSubject: false })),
    ];
    expect([0, 6, 7, 8].map((count) => isLargeTeam(round(count)))).toEqual([false, false, true, true]);
  });
});

describe('an interpreter', () => {
  const selam = { name: 'Selam', interpreter: {} };
  const yonas = { name: 'Yonas', interpreter: { orderedFor: soon } };
  const mona: { name: string; interpreter?: { orderedFor?: Day } } = { name: 'Mona' };

  it('is asked about for who needs one and has none for this meeting, and for nobody else', () => {
    expect(withoutInterpreter([selam, yonas, mona], soon)).toEqual([selam]);
  });

  it('is asked about again for another meeting, and for the same one that was moved', () => {
    expect(withoutInterpreter([selam, yonas, mona], later)).toEqual([selam, yonas]);
  });
});
