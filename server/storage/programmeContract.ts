import type { BoardId } from '@duken/shared/board';
import type { MeetingId } from '@duken/shared/meeting';
import { type Release, tellReport } from '@duken/shared/programme';
import { describe, expect, it } from 'vitest';
import type { Storage } from './storage.ts';

const [one, two, three, example] = ['board-one', 'board-two', 'board-three', 'example'] as [
  BoardId,
  BoardId,
  BoardId,
  BoardId,
];
const told: Release = tellReport([]);

/** What every storage keeps its word on of the programme's report. */
export function programmeContract(opened: () => Storage, reopen: () => Promise<void>): void {
  describe('the programme', () => {
    it('counts cases that have a plan and are no example, with what is said of each', async () => {
      for (const id of [one, two, three, example])
        await opened().directory.createBoard(
          { id, title: 'Duk', templateId: 'simple', createdAt: 1, ...(id === example ? { expiresAt: 9e15 } : {}) },
          [],
        );
      for (const boardId of [one, two, example]) {
        const meetingId = `meeting-${boardId}` as MeetingId;
        await opened().directory.createMeeting({
          id: meetingId,
          boardId,
          date: '2026-01-01',
          present: [],
          createdAt: 1,
        });
        await opened().archive.store({
          ...{ boardId, version: 1, meetingId, position: 0, frozenAt: 1, state: new Uint8Array([0, 0]) },
          ...{ planJson: '{}', picture: '<svg/>', sha256: `hash of ${boardId}`, previousSha256: '' },
        });
      }
      await opened().programme.sayFields(one, { group: 'young' });
      await opened().programme.sayFields(one, { followed: 'guidance' });
      await opened().programme.sayFields(two, { group: 'other', followed: 'direct' });
      await opened().programme.sayFields(two, { group: undefined });
      await opened().programme.sayFields(three, { group: 'disability' });
      await opened().programme.sayFields(three, { hidesStaff: true });
      await reopen();
      const first = { boardId: one, fields: { group: 'young', followed: 'guidance' } };
      const second = { boardId: two, fields: { followed: 'direct' } };
      const cases = await opened().programme.casesToCount();
      expect(cases.filter(({ boardId }) => [one, two, three, example].includes(boardId))).toEqual([first, second]);
      expect(await opened().programme.casesToCount([three, one, example])).toEqual([first]);
      expect(await opened().programme.casesToCount([])).toEqual([]);
      expect(await opened().programme.fieldsOf([three])).toEqual(
        new Map([[three, { group: 'disability', hidesStaff: true }]]),
      );
      await opened().programme.sayFields(three, { hidesStaff: undefined });
      expect(await opened().programme.fieldsOf([three])).toEqual(new Map([[three, { group: 'disability' }]]));
    });

    it('knows what was told last, and takes nothing for newer that was made of older', async () => {
      const { programme } = opened();
      expect(await programme.keepTold('all', { release: told, toldAt: 5 }, undefined)).toBe(true);
      expect(await programme.keepTold('all', { release: told, toldAt: 6 }, undefined)).toBe(false);
      expect(await programme.keepTold('all', { release: told, toldAt: 7 }, 4)).toBe(false);
      expect(await programme.keepTold('all', { release: told, toldAt: 7 }, 5)).toBe(true);
      await reopen();
      expect((await opened().programme.toldReports()).get('all')).toEqual({ release: told, toldAt: 7 });
    });
  });
}
