import type { BoardId, PersonId } from '@duken/shared/board';
import type { CutId } from '@duken/shared/cut';
import { describe, expect, it } from 'vitest';
import type { GivenCut, NewCut } from './cuts.ts';
import type { Storage } from './storage.ts';

const [one, two] = ['board-one', 'board-two'] as [BoardId, BoardId];

/** A cut that is given by a link. */
export function newCut(id: string, more: Partial<NewCut> = {}): NewCut {
  return {
    id: id as CutId,
    boardId: one,
    version: 3,
    date: '2026-09-16',
    for: 'Eirin',
    recipient: { name: 'Hagesenteret «Åse»' },
    choice: { themes: ['work', ''], withPicture: true, withDifference: false },
    language: 'nn',
    sha256: `sha of ${id}`,
    cutJson: `{"cut":"${id}"}`,
    givenBy: 'Mona',
    way: 'link',
    givenAt: 10,
    link: { secretHash: `hash of ${id}`, expiresAt: 100, maxUses: 2 },
    ...more,
  };
}

function given({ cutJson: _, link, ...rest }: NewCut, more: Partial<GivenCut> = {}): GivenCut {
  return {
    ...rest,
    ...(link ? { link: { expiresAt: link.expiresAt, maxUses: link.maxUses, uses: 0 } } : {}),
    ...more,
  };
}

/** What every storage keeps its word on of cuts that were given. */
export function cutsContract(opened: () => Storage, reopen: () => Promise<void>): void {
  const make = async () => {
    for (const id of [one, two])
      await opened().directory.createBoard({ id, title: 'Duk', templateId: 'simple', createdAt: 1 }, []);
  };
  const use = (id: string, hash: string, now = 50) => opened().cuts.countUse(id as CutId, { hash, expiresAt: 90 }, now);

  describe('cuts that were given', () => {
    it('are kept as they were given, and listed newest first, without what stood in them', async () => {
      await make();
      const atSeat = newCut('b', {
        recipient: { name: 'Gro', personId: 'gro' as PersonId, service: 'NAV' },
        way: 'seat',
        givenAt: 20,
      });
      const { link: _, ...seat } = atSeat;
      await opened().cuts.give(newCut('a'));
      await opened().cuts.give(seat);
      await opened().cuts.give(newCut('c', { boardId: two }));
      await reopen();
      const { cuts } = opened();
      expect(await cuts.list(one)).toEqual([given(seat), given(newCut('a'))]);
      expect(await cuts.find(one, 'b' as CutId)).toEqual({ ...given(seat), cutJson: seat.cutJson });
      expect(await cuts.find(two, 'b' as CutId)).toBeUndefined();
    });

    it('are opened by a link as often as it says, and read on by whoever opened it', async () => {
      await make();
      await opened().cuts.give(newCut('a'));
      const { cuts } = opened();
      expect((await cuts.findByLink('hash of a', 50))?.cutJson).toBe('{"cut":"a"}');
      expect(await cuts.findByLink('hash of b', 50)).toBeUndefined();
      expect(await cuts.findByLink('hash of a', 100)).toBeUndefined();
      expect(await use('a', 'first')).toBe(true);
      // Three who come at once for the one use that is left.
      const others = await Promise.all(['x', 'y', 'z'].map((hash) => use('a', hash)));
      expect(others.filter(Boolean)).toHaveLength(1);
      // Used up it is found for who reads on, and nobody new opens it.
      expect((await cuts.findByLink('hash of a', 50))?.link).toMatchObject({ uses: 2 });
      expect(await use('a', 'late')).toBe(false);
      expect((await cuts.findReading('first', 89))?.link).toEqual({ expiresAt: 100, maxUses: 2, uses: 2 });
      expect(await cuts.findReading('first', 90)).toBeUndefined();
      expect(await cuts.findReading('nothing', 50)).toBeUndefined();
    });

    it('are withdrawn once, and then nobody opens them or reads on', async () => {
      await make();
      await opened().cuts.give(newCut('a'));
      const { cuts } = opened();
      await use('a', 'first');
      expect(await cuts.withdraw(two, 'a' as CutId, 60)).toBeUndefined();
      expect(await cuts.withdraw(one, 'a' as CutId, 60)).toMatchObject({ withdrawnAt: 60 });
      expect(await cuts.withdraw(one, 'a' as CutId, 61)).toBeUndefined();
      expect(await cuts.findByLink('hash of a', 61)).toBeUndefined();
      expect(await cuts.findReading('first', 61)).toBeUndefined();
      expect(await use('a', 'late', 61)).toBe(false);
      expect((await cuts.list(one))[0]).toMatchObject({ withdrawnAt: 60 });
    });

    it('are opened no more when their board has ended', async () => {
      await make();
      await opened().cuts.give(newCut('a'));
      const { cuts, directory } = opened();
      await use('a', 'first');
      await directory.endBoard(one, 55);
      expect([await cuts.findByLink('hash of a', 55), await cuts.findReading('first', 55)]).toEqual([
        undefined,
        undefined,
      ]);
    });
  });
}
