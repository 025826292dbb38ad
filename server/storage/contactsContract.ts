import type { BoardId, PersonId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import type { ContactLine } from './contacts.ts';
import type { Storage } from './storage.ts';

const [one, two] = ['board-one', 'board-two'] as [BoardId, BoardId];
const line = (id: string, more: Partial<ContactLine> = {}): ContactLine => ({
  id,
  day: '2026-11-29',
  words: 'Ringte Mona.\nHun ringer tilbake.',
  by: { personId: 'gro' as PersonId, name: 'Gro' },
  writtenAt: 1,
  ...more,
});

/** What every storage keeps its word on of contact logs. */
export function contactsContract(opened: () => Storage, reopen: () => Promise<void>): void {
  describe('contact logs', () => {
    it('keep each line as it was written, in order, each case’s apart', async () => {
      for (const id of [one, two])
        await opened().directory.createBoard({ id, title: 'Duk', templateId: 'simple', createdAt: 1 }, []);
      await opened().contacts.add(one, line('b', { writtenAt: 1 }));
      await opened().contacts.add(one, line('a', { writtenAt: 2, corrects: 'b' }));
      await opened().contacts.add(two, line('c'));
      await expect(opened().contacts.add(one, line('b', { words: 'Noe annet' }))).rejects.toThrow();
      await reopen();
      expect(await opened().contacts.list(one)).toEqual([line('b'), line('a', { writtenAt: 2, corrects: 'b' })]);
      expect(await opened().contacts.list(two)).toEqual([line('c')]);
    });
  });
}
