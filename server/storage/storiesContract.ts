import type { BoardId, PersonId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import type { Storage } from './storage.ts';

/** What every storage keeps its word on of what people tell once. */
export function storiesContract(opened: () => Storage, reopen: () => Promise<void>): void {
  describe('what people tell once', () => {
    const [eirin, liya, hanne, tor] = ['eirin', 'liya', 'hanne', 'tor'] as [PersonId, PersonId, PersonId, PersonId];
    const board = async (name: string) => {
      const id = `stories-${name}` as BoardId;
      await opened().directory.createBoard({ id, title: 'Duk', templateId: 'simple', createdAt: 1 }, []);
      return id;
    };

    it('is kept as it was last told, each their own', async () => {
      const [one, two] = [await board('one'), await board('two')];
      expect(await opened().stories.isAny(one)).toBe(false);
      expect(await opened().stories.write(one, eirin, 0, 'Jeg heter Eirin.', 1)).toBe(true);
      expect(await opened().stories.write(one, liya, 0, 'Liya her', 2)).toBe(true);
      expect(await opened().stories.write(one, eirin, 1, 'Jeg heter Eirin.\nJeg tegner.', 3)).toBe(true);
      await reopen();
      expect(await opened().stories.read(one, eirin)).toEqual({
        ...{ words: 'Jeg heter Eirin.\nJeg tegner.', revision: 2, changedAt: 3 },
      });
      expect((await opened().stories.list(one)).map(({ authorId, changedAt }) => [authorId, changedAt])).toEqual([
        [eirin, 3],
        [liya, 2],
      ]);
      expect([await opened().stories.isAny(one), await opened().stories.isAny(two)]).toEqual([true, false]);
      expect(await opened().stories.read(two, eirin)).toBeUndefined();
    });

    it('is not written over by a window that had it from before', async () => {
      const id = await board('windows');
      const { stories } = opened();
      const firsts = await Promise.all(['a', 'b'].map((words) => stories.write(id, eirin, 0, words, 1)));
      expect(firsts.toSorted()).toEqual([false, true]);
      expect(await stories.write(id, eirin, 1, 'c', 2)).toBe(true);
      expect(await stories.write(id, eirin, 1, 'd', 3)).toBe(false);
      expect((await stories.read(id, eirin))?.words).toBe('c');
    });

    it('that is told anew after it was erased is not written over by a window that had the old one', async () => {
      const id = await board('anew');
      const { stories } = opened();
      await stories.write(id, eirin, 0, 'gammel', 10);
      const old = (await stories.read(id, eirin))?.revision ?? 0;
      await stories.erase(id, eirin);
      expect(await stories.write(id, eirin, 0, 'ny', 20)).toBe(true);
      expect(await stories.write(id, eirin, old, 'gammel og mer', 21)).toBe(false);
      expect((await stories.read(id, eirin))?.words).toBe('ny');
    });

    it('is asked for once, and the answer stands until its author gives another', async () => {
      const id = await board('asked');
      const { stories } = opened();
      expect(await stories.ask(id, eirin, hanne)).toBe(false);
      expect(await stories.answer(id, eirin, hanne, 'yes')).toBeUndefined();
      await stories.write(id, eirin, 0, 'Min historie', 1);
      const readers = async () =>
        (await stories.list(id)).flatMap((head) => head.readers.map(({ personId, reading }) => [personId, reading]));
      expect([await stories.ask(id, eirin, hanne), await stories.ask(id, eirin, hanne)]).toEqual([true, false]);
      expect(await stories.answer(id, eirin, hanne, 'no')).toBe('asked');
      expect(await stories.ask(id, eirin, hanne)).toBe(false);
      expect(await readers()).toEqual([[hanne, 'no']]);
      expect(await stories.answer(id, eirin, hanne, 'yes')).toBe('no');
      expect(await stories.answer(id, eirin, tor, 'yes')).toBe('none');
      expect(await readers()).toEqual([
        [hanne, 'yes'],
        [tor, 'yes'],
      ]);
    });

    it('is erased with every yes, by its author or with the case', async () => {
      const [one, two] = [await board('erased'), await board('erased-too')];
      const { stories, directory } = opened();
      for (const id of [one, two]) {
        await stories.write(id, eirin, 0, 'Min historie', 1);
        await stories.answer(id, eirin, hanne, 'yes');
      }
      expect([await stories.erase(one, eirin), await stories.erase(one, eirin)]).toEqual([true, false]);
      await stories.write(one, eirin, 0, 'En ny', 2);
      expect(await stories.list(one)).toMatchObject([{ authorId: eirin, readers: [] }]);
      await directory.endBoard(two, 5);
      expect(await opened().eraseExpiredBoard(two, 6)).toBe(true);
      expect([await stories.list(two), await stories.read(two, eirin)]).toEqual([[], undefined]);
    });
  });
}
