import type { BoardId, PersonId } from '@duken/shared/board';
import type { CalendarEvent } from '@duken/shared/followUp';
import { describe, expect, it } from 'vitest';
import type { CalendarFeed } from './calendars.ts';
import type { Storage } from './storage.ts';

const boardId = 'board-one' as BoardId;
const [kaja, leif] = ['kaja', 'leif'] as [PersonId, PersonId];
const feed = (id: string, more: Partial<CalendarFeed> = {}): CalendarFeed => ({
  id,
  boardId,
  personId: kaja,
  secretHash: `hash of ${id}`,
  createdAt: 1,
  expiresAt: 100,
  ...more,
});
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'a',
  day: '2026-12-01',
  isCancelled: false,
  sequence: 0,
  changedAt: 1,
  ...more,
});

/** What every storage keeps its word on of calendars. */
export function calendarsContract(opened: () => Storage, reopen: () => Promise<void>): void {
  const make = () =>
    opened().directory.createBoard({ id: boardId, title: 'Duk', templateId: 'simple', createdAt: 1 }, []);

  describe('calendars', () => {
    it('are found by their secret until they expire, are withdrawn, or their board has ended; one that is put away is told of', async () => {
      await make();
      const { calendars } = opened();
      await calendars.createFeed(feed('one'));
      await calendars.createFeed(feed('leifs', { personId: leif }));
      await reopen();
      expect(await opened().calendars.findFeed('hash of one', 99)).toEqual(feed('one'));
      expect(await opened().calendars.findFeed('hash of one', 100)).toBeUndefined();
      expect(await opened().calendars.findFeed('hash of none', 2)).toBeUndefined();
      expect(await opened().calendars.countFeeds(boardId, kaja, 99)).toBe(1);
      await opened().calendars.withdrawFeeds(boardId, kaja, 50);
      expect(await opened().calendars.findFeed('hash of one', 51)).toBeUndefined();
      expect(await opened().calendars.countFeeds(boardId, kaja, 51)).toBe(0);
      expect(await opened().calendars.findFeed('hash of leifs', 51)).toEqual(feed('leifs', { personId: leif }));
      await opened().directory.changeBoard(boardId, { archivedAt: 60 });
      expect(await opened().calendars.findFeed('hash of leifs', 61)).toEqual(feed('leifs', { personId: leif }));
      await opened().directory.endBoard(boardId, 70);
      expect(await opened().calendars.findFeed('hash of leifs', 71)).toBeUndefined();
    });

    it('keep what they were told, each owner’s apart, and never go back', async () => {
      await make();
      const { calendars } = opened();
      await calendars.keepEvents(boardId, kaja, [event(), event({ uid: 'b', isCancelled: true })]);
      await calendars.keepEvents(boardId, '', [event({ day: '2026-12-24' })]);
      await calendars.keepEvents(boardId, kaja, [event({ day: '2026-12-08', sequence: 1, changedAt: 2 })]);
      await calendars.keepEvents(boardId, kaja, [event({ day: '2026-12-31' })]);
      await calendars.keepEvents(boardId, kaja, []);
      const kept = (await calendars.eventsOf(boardId, kaja)).toSorted((a, b) => a.uid.localeCompare(b.uid));
      expect(kept).toEqual([
        event({ day: '2026-12-08', sequence: 1, changedAt: 2 }),
        event({ uid: 'b', isCancelled: true }),
      ]);
      expect(await calendars.eventsOf(boardId, '')).toEqual([event({ day: '2026-12-24' })]);
      expect(await calendars.eventsOf(boardId, leif)).toEqual([]);
    });
  });
}
