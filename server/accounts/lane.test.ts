import { describe, expect, it } from 'vitest';
import { Lane } from './lane.ts';

/** Pieces of work that are done when the test says so, and the order they began in. */
function pieces() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name);
      ends.set(name, () => resolve(name));
    });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    begun,
    work,
    async end(name: string) {
      ends.get(name)?.();
      await settle();
    },
  };
}

describe('a lane', () => {
  it('lets as many begin at once as it may, and the next when one is done', async () => {
    const lane = new Lane(2, 10);
    const { begun, work, end } = pieces();
    for (const name of ['a', 'b', 'c']) void lane.run(work(name));
    await end('');
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('turns away who comes when too many wait, and never who goes first', async () => {
    const lane = new Lane(1, 1);
    const { begun, work, end } = pieces();
    void lane.run(work('a'));
    void lane.run(work('b'));
    expect(await lane.run(work('c'))).toEqual({ ok: false, failure: { kind: 'laneFull' } });
    const known = lane.run(work('known'), true);
    await end('a');
    expect(begun).toEqual(['a', 'known']);
    await end('known');
    expect(await known).toEqual({ ok: true, value: 'known' });
    expect(begun).toEqual(['a', 'known', 'b']);
  });

  it('goes on when a piece of work breaks', async () => {
    const lane = new Lane(1, 1);
    await expect(lane.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await lane.run(async () => 'next')).toEqual({ ok: true, value: 'next' });
  });
});
