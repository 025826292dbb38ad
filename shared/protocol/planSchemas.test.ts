import { describe, expect, it } from 'vitest';
import type { StrokeId } from '../board/index.ts';
import { diffPlans, planVersionSchema } from '../plan/index.ts';
import { agreed, boardWith, eirin, note, versionOf } from '../plan/planBuilders.ts';
import { planDiffReply } from './planSchemas.ts';

const older = boardWith(
  [
    note('1', { column: 'now', theme: 'housing' }, { action: agreed }),
    note('2', { column: 'works', theme: '' }, { voice: 'child' }),
    note('3', { column: 'short', theme: 'work' }),
  ],
  {
    journey: { overall: 'exposed', themes: { work: 'stable' } },
    strokes: [
      {
        id: 's1' as StrokeId,
        cell: { column: 'dream', theme: '' },
        points: [1, 2, 0.5],
        colour: 'rust',
        width: 4,
        author: eirin,
      },
    ],
  },
);
const newer = boardWith(
  [
    note('1', { column: 'short', theme: 'housing' }, { action: { ...agreed, status: 'done', owner: 'Gro' } }),
    note('2', { column: 'works', theme: '' }, { text: 'Vann!', action: agreed }),
    note('4', { column: 'dream', theme: '' }),
  ],
  { title: 'Eirins plan', horizonShort: '2026-06-30' },
);

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('plans over the wire', () => {
  it('arrive whole: a version with all that can be in it', () => {
    for (const version of [versionOf(older), versionOf(newer)])
      expect(planVersionSchema.parse(overTheWire(version))).toEqual(version);
  });

  it('arrive whole: the differences, with a tiltak’s owner and date', () => {
    const diff = diffPlans(versionOf(older, 1), versionOf(newer, 2));
    expect(planDiffReply.parse(overTheWire(diff))).toEqual(diff);
    expect(diff.notes.map(({ after }) => after && 'owner' in after)).toContain(true);
  });

  it('are refused when they are of a shape this code does not know', () => {
    expect(planVersionSchema.safeParse({ ...versionOf(older), format: 3 }).success).toBe(false);
  });
});
