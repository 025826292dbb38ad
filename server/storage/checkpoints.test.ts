import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxCheckpointBytes, maxCheckpoints, thinCheckpoints } from './checkpoints.ts';
import { type CheckpointHead, checkpointKinds } from './journal.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const start = Date.UTC(2026, 10, 2);

const hour = (takenAt: number, bytes = 1): CheckpointHead => ({ takenAt, kind: 'hour', position: 1, bytes });
const freeze = (takenAt: number, bytes = 1): CheckpointHead => ({ ...hour(takenAt, bytes), kind: 'freeze' });

const anyHeads = fc.uniqueArray(
  fc.record({
    takenAt: fc.integer({ min: 0, max: 800 * 24 * 6 }).map((tens) => start + tens * 10 * 60 * 1000),
    kind: fc.constantFrom(...checkpointKinds),
    position: fc.constant(1),
    bytes: fc.constant(1),
  }),
  { selector: ({ takenAt, kind }) => `${takenAt} ${kind}`, maxLength: 120 },
);
const large = fc.integer({ min: 1, max: Math.floor(maxCheckpointBytes / 3) });

describe('thinning the checkpoints of a document', () => {
  it('keeps the last of each hour of a week', () => {
    const heads = [hour(start), hour(start + 59 * 60_000), hour(start + hourMs), hour(start + 6 * dayMs)];
    expect(thinCheckpoints(heads)).toEqual(heads.slice(1));
  });

  it('keeps the last of each day when a week has passed, and of each week after three months', () => {
    const day = [hour(start + 8 * hourMs), hour(start + 15 * hourMs)];
    const next = [hour(start + dayMs + 9 * hourMs)];
    const weekLater = hour(start + 9 * dayMs);
    expect(thinCheckpoints([...day, ...next, weekLater])).toEqual([day[1], ...next, weekLater]);
    const monthsLater = hour(start + 120 * dayMs);
    const thinned = thinCheckpoints([...day, ...next, weekLater, monthsLater]);
    expect(thinned).toEqual([...next, weekLater, monthsLater]);
  });

  it('keeps every freeze, whatever its age', () => {
    const heads = [freeze(start), freeze(start + 1), hour(start + 500 * dayMs)];
    expect(thinCheckpoints(heads)).toEqual(heads);
  });

  it('keeps what was before each restore for a week, and then what an hour would be', () => {
    const restore = (takenAt: number): CheckpointHead => ({ ...hour(takenAt), kind: 'restore' });
    const heads = [restore(start), restore(start + 1), hour(start + 2), hour(start + 6 * dayMs)];
    expect(thinCheckpoints(heads)).toEqual(heads);
    const later = hour(start + 9 * dayMs);
    expect(thinCheckpoints([...heads, later])).toEqual([heads[2], heads[3], later]);
  });

  it('keeps the newest, and gives up hours before freezes, the oldest first, when there is no room', () => {
    const third = Math.floor(maxCheckpointBytes / 3);
    const heads = [
      freeze(start, third),
      hour(start + hourMs, third),
      hour(start + 2 * hourMs, third),
      freeze(start + 3 * hourMs, third),
      hour(start + 4 * hourMs, 10 * third),
    ];
    expect(thinCheckpoints(heads)).toEqual([heads[0], heads[2], heads[3], heads[4]]);
  });

  it('keeps some of what it was given, in order, and the newest always', () => {
    fc.assert(
      fc.property(anyHeads, (heads) => {
        const kept = thinCheckpoints(heads);
        expect(kept.every((head) => heads.includes(head))).toBe(true);
        expect(kept).toEqual(kept.toSorted((a, b) => a.takenAt - b.takenAt));
        expect(kept.at(-1)?.takenAt).toBe(
          heads.length > 0 ? Math.max(...heads.map((head) => head.takenAt)) : undefined,
        );
      }),
    );
  });

  it('has room for what it keeps', () => {
    const heavy = fc
      .array(fc.tuple(anyHeads, large))
      .map((all) => all.flatMap(([heads, bytes]) => heads.map((head) => ({ ...head, bytes }))));
    fc.assert(
      fc.property(heavy, (heads) => {
        const kept = thinCheckpoints(heads);
        expect(kept.length).toBeLessThanOrEqual(maxCheckpoints);
        expect(kept.slice(0, -1).reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(maxCheckpointBytes);
      }),
    );
  });

  it('comes to the same, whether done now and then or once', () => {
    fc.assert(
      fc.property(anyHeads, fc.nat(120), (heads, cut) => {
        const inOrder = heads.toSorted((a, b) => a.takenAt - b.takenAt);
        const sometime = thinCheckpoints(inOrder.slice(0, cut));
        expect(thinCheckpoints([...sometime, ...inOrder.slice(cut)])).toEqual(thinCheckpoints(inOrder));
      }),
    );
  });

  it('leaves a week for every week with edits, however long ago', () => {
    fc.assert(
      fc.property(anyHeads, (heads) => {
        const weeksOf = (some: readonly CheckpointHead[]) =>
          new Set(some.filter(({ kind }) => kind !== 'freeze').map(({ takenAt }) => Math.floor(takenAt / (7 * dayMs))));
        expect(weeksOf(thinCheckpoints(heads))).toEqual(weeksOf(heads));
      }),
    );
  });
});
