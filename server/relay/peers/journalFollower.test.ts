import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../storage/index.ts';
import { JournalFollower } from './journalFollower.ts';

/** An entry is one update per position it covers: its number, so that what was taken can be counted. */
const entry = (...positions: number[]): JournalEntry => ({
  position: positions.at(-1) ?? 0,
  updates: positions.map((position) => Uint8Array.of(position)),
});

class Board {
  entries: JournalEntry[] = [];
  /** Positions taken from the journal, in the order they were taken. */
  readonly taken: number[] = [];
  readonly failures: unknown[] = [];
  failing = false;
  reads = 0;

  follow(position = 0, patienceMs = 60_000): JournalFollower {
    return new JournalFollower({
      position,
      patienceMs,
      read: async (after) => {
        this.reads += 1;
        if (this.failing) throw new Error('The database is away');
        return this.entries.filter((each) => each.position > after);
      },
      take: (entries) => {
        for (const { updates } of entries) this.taken.push(...updates.flatMap((update) => [...update]));
      },
      onFailed: (error) => this.failures.push(error),
    });
  }
}

describe('following a journal that several servers write', () => {
  it('knows up to where it has everything, in whatever order entries are heard', () => {
    const follower = new Board().follow(3);
    expect([follower.hear(5), follower.hear(6), follower.position, follower.lacksSome]).toEqual([true, true, 3, true]);
    expect([follower.hear(4), follower.position, follower.lacksSome]).toEqual([true, 6, false]);
  });

  it('takes no entry twice', () => {
    const follower = new Board().follow();
    follower.hear(1);
    follower.hear(3);
    expect([follower.hear(1), follower.hear(3)]).toEqual([false, false]);
  });

  it('reads what nobody told of, and only that', async () => {
    const board = new Board();
    board.entries = [entry(1), entry(2), entry(3), entry(4)];
    const follower = board.follow(1);
    follower.hear(3);
    await follower.catchUp();
    expect([board.taken, follower.position]).toEqual([[2, 4], 4]);
  });

  it('takes a compacted entry whole when it holds something that is not had', async () => {
    const board = new Board();
    const follower = board.follow(1);
    follower.hear(3);
    board.entries = [entry(1, 2, 3), entry(4)];
    await follower.catchUp();
    expect([board.taken, follower.position]).toEqual([[1, 2, 3, 4], 4]);
  });

  it('looks by itself for an entry that others stand behind', async () => {
    const board = new Board();
    board.entries = [entry(1), entry(2)];
    const follower = board.follow(0, 5);
    follower.hear(2);
    await expect.poll(() => follower.position).toBe(2);
    expect(board.taken).toEqual([1]);
  });

  it('does not look when the missing entry comes in time, nor after it was closed', async () => {
    const board = new Board();
    const follower = board.follow(0, 5);
    follower.hear(2);
    follower.hear(1);
    const closed = board.follow(0, 5);
    closed.hear(2);
    closed.close();
    const other = board.follow(0, 10);
    other.hear(2);
    await expect.poll(() => board.reads).toBe(1);
  });

  it('tells when the journal cannot be read, and takes what it missed the next time', async () => {
    const board = new Board();
    board.entries = [entry(1)];
    board.failing = true;
    const follower = board.follow();
    await follower.catchUp();
    expect([board.failures.length, board.taken]).toEqual([1, []]);
    board.failing = false;
    await follower.catchUp();
    expect(board.taken).toEqual([1]);
  });

  it('reads once more for whoever asked while it was reading', async () => {
    const board = new Board();
    const follower = board.follow();
    const first = follower.catchUp();
    board.entries = [entry(1)];
    await Promise.all([first, follower.catchUp()]);
    expect(board.taken).toEqual([1]);
  });

  it('ends with everything, whoever wrote, told, compacted or kept silent in whatever order', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('own' as const) }),
      fc.record({ do: fc.constant('peer' as const), isTold: fc.boolean(), isLate: fc.boolean() }),
      fc.record({ do: fc.constant('fold' as const), back: fc.nat(4) }),
      fc.record({ do: fc.constant('catchUp' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const board = new Board();
        const follower = board.follow();
        const had = new Set<number>();
        const late: number[] = [];
        const hear = (position: number) => {
          if (follower.hear(position)) had.add(position);
        };
        let end = 0;
        for (const next of steps) {
          if (next.do === 'own' || next.do === 'peer') {
            end += 1;
            board.entries.push(entry(end));
            if (next.do === 'own' || (next.isTold && !next.isLate)) hear(end);
            else if (next.isTold) late.push(end);
          } else if (next.do === 'fold') {
            const last = board.entries.at(-1 - next.back)?.position;
            if (last === undefined) continue;
            const all = Array.from({ length: last }, (_, index) => index + 1);
            board.entries = [entry(...all), ...board.entries.filter(({ position }) => position > last)];
          } else {
            await follower.catchUp();
            for (const position of late.splice(0)) hear(position);
          }
          for (const position of board.taken) had.add(position);
          for (let position = 1; position <= follower.position; position++) expect(had).toContain(position);
        }
        await follower.catchUp();
        for (const position of board.taken) had.add(position);
        expect(follower.position).toBe(end);
        expect(had.size).toBe(end);
        follower.close();
      }),
    );
  });
});
