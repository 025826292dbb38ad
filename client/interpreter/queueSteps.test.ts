import type { NoteId } from '@duken/shared/board';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atTheStart, follow, goBack, goOn, type QueueSteps, visit } from './queueSteps.ts';

const ids = (names: string) => [...names] as NoteId[];
const always = () => true;

describe('an interpreter among the notes', () => {
  it('begins at the first that is not done, and goes on from each that is', () => {
    const first = follow(atTheStart, ids('abc'), always);
    expect(first.current).toBe('a');
    expect(goOn(first, ids('bc'), false).current).toBe('b');
    expect(goOn(first, [], false).current).toBeUndefined();
  });

  it('comes to what was passed over again when the others are done', () => {
    let steps = goOn(follow(atTheStart, ids('abc'), always), ids('abc'), true);
    expect(steps.current).toBe('b');
    steps = goOn(steps, ids('ac'), false);
    expect(steps.current).toBe('c');
    steps = goOn(steps, ids('a'), false);
    expect(steps.current).toBe('a');
    // The only one there is: there is nowhere else to go.
    expect(goOn(steps, ids('a'), true).current).toBe('a');
  });

  it('goes back by the way one came, past notes that are gone', () => {
    const at = visit(visit(visit(atTheStart, 'a' as NoteId), 'b' as NoteId), 'c' as NoteId);
    expect(goBack(at, always).current).toBe('b');
    expect(goBack(at, (id) => id !== 'b').current).toBe('a');
    expect(goBack(atTheStart, always)).toEqual(atTheStart);
  });

  it('stays on a note while others write, leaves one that is gone, and opens new work where there was none', () => {
    const at = visit(atTheStart, 'a' as NoteId);
    expect(follow(at, ids('xa'), always)).toBe(at);
    expect(follow(at, ids('x'), (id) => id !== 'a').current).toBe('x');
    expect(follow(follow(atTheStart, [], always), ids('n'), always).current).toBe('n');
  });

  it('comes to every note that is not done, however one skips and goes back', () => {
    const moves = fc.array(fc.constantFrom('skip', 'back', 'save'), { maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), moves, (count, wandering) => {
        const all = ids('abcdefg'.slice(0, count));
        let queue: readonly NoteId[] = all;
        let steps: QueueSteps = follow(atTheStart, queue, always);
        const save = (): void => {
          queue = queue.filter((id) => id !== steps.current);
          steps = goOn(steps, queue, false);
        };
        for (const move of wandering) {
          if (move === 'back') steps = goBack(steps, always);
          else if (move === 'skip') steps = goOn(steps, queue, true);
          else save();
          expect(new Set([...steps.visited, steps.current]).size).toBe(steps.visited.length + 1);
        }
        for (let left = 2 * count; left > 0; left--) save();
        expect([queue, steps.current]).toEqual([[], undefined]);
      }),
    );
  });
});
