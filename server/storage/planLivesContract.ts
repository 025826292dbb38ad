import type { BoardId, NoteId, PersonId } from '@duken/shared/board';
import type { MeetingId } from '@duken/shared/meeting';
import type { LifeEvent } from '@duken/shared/plan';
import { describe, expect, it } from 'vitest';
import type { ArchivedVersion } from './planArchive.ts';
import type { Storage } from './storage.ts';

const boardId = 'board-one' as BoardId;
const otherBoardId = 'board-two' as BoardId;
const marit = { at: 1_795_000_000_000, personId: 'marit' as PersonId, name: 'Mårit' };

/** One of each kind. */
const everything: readonly LifeEvent[] = [
  { at: 5, personId: '', name: '', kind: 'frozenBefore' },
  { at: 5, personId: '', name: '', kind: 'frozen', subject: 'absent' },
  { ...marit, kind: 'timeAgreed', until: '2026-12-10' },
  { ...marit, kind: 'answered', noteId: 'note-1' as NoteId, answer: 'no', line: 'Jeg har søkt før 🙂' },
  { ...marit, kind: 'answered', noteId: 'note-1' as NoteId, answer: 'yes', line: '' },
  { ...marit, kind: 'approved' },
  { ...marit, kind: 'approvedAsSpoken', when: '2026-11-30', how: 'På telefon' },
  { ...marit, kind: 'released', reason: 'Ingen svar på tre uker' },
  { ...marit, kind: 'archived', archiveId: '2026/12-3', day: '2026-12-01' },
];

const frozen = (version: number): ArchivedVersion => ({
  boardId,
  version,
  meetingId: `meeting-${version}` as MeetingId,
  position: 1,
  frozenAt: 5,
  state: new Uint8Array(),
  planJson: '{}',
  picture: '<svg/>',
  sha256: `sha ${version}`,
  previousSha256: version === 1 ? '' : `sha ${version - 1}`,
});

/** What every storage keeps its word on about what happens to versions. */
export function planLivesContract(given: () => Storage): void {
  describe('what happens to versions', () => {
    const add = (version: number, number: number, event: LifeEvent, board = boardId) =>
      given().planLives.append({ boardId: board, version, number, event });
    const makeBoards = async () => {
      for (const id of [boardId, otherBoardId])
        await given().directory.createBoard({ id, title: 'Vår duk', templateId: 'simple', createdAt: 1 }, []);
    };

    it('is kept as it was said, in its order, each version and board for itself', async () => {
      await makeBoards();
      for (const [at, event] of everything.entries()) expect(await add(2, at + 1, event)).toBe(true);
      await add(1, 1, { ...marit, kind: 'approved' });
      await add(1, 1, { ...marit, kind: 'released', reason: 'En annen sak' }, otherBoardId);
      expect((await given().planLives.list(boardId, 2)).map(({ number, event }) => [number, event])).toEqual(
        everything.map((event, at) => [at + 1, event]),
      );
      const all = await given().planLives.list(boardId);
      expect(all.map(({ version, number }) => [version, number])).toEqual([
        [1, 1],
        ...everything.map((_, at) => [2, at + 1]),
      ]);
    });

    it('is told of the newest version alone, of many boards in one question', async () => {
      await makeBoards();
      expect(await given().planLives.newestOf([])).toEqual(new Map());
      expect(await given().planLives.newestOf([boardId, otherBoardId])).toEqual(new Map());
      for (const version of [1, 2]) {
        const { meetingId: id } = frozen(version);
        await given().directory.createMeeting({ id, boardId, date: '2026-11-29', present: [], createdAt: version });
        expect(await given().archive.store(frozen(version))).toBe(true);
      }
      await add(1, 1, { ...marit, kind: 'approved' });
      expect(await given().planLives.newestOf([boardId, otherBoardId])).toEqual(
        new Map([[boardId, { version: 2, events: [] }]]),
      );
      const until: LifeEvent = { ...marit, kind: 'timeAgreed', until: '2026-12-10' };
      await add(2, 1, until);
      await add(2, 2, { ...marit, kind: 'approved' });
      expect((await given().planLives.newestOf([boardId])).get(boardId)).toEqual({
        version: 2,
        events: [until, { ...marit, kind: 'approved' }],
      });
    });

    it('is never written over: of two at once one is told that it came second', async () => {
      await makeBoards();
      const both = await Promise.all([
        add(1, 1, { ...marit, kind: 'approved' }),
        add(1, 1, { ...marit, kind: 'released', reason: 'Ingen svar' }),
      ]);
      expect(both.toSorted()).toEqual([false, true]);
      expect(await given().planLives.list(boardId, 1)).toHaveLength(1);
    });
  });
}
