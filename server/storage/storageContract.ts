import { type DocumentId, documentIdOf, type LinkId } from '@duken/shared/access';
import type { BoardId, Day, ParticipantId } from '@duken/shared/board';
import type { MeetingId } from '@duken/shared/meeting';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardRow, LinkRow, MeetingRow, ParticipantRow } from './directory.ts';
import { type Beat, StorageUnavailable } from './journal.ts';
import type { ArchivedVersion } from './planArchive.ts';
import type { Storage } from './storage.ts';

/** A place where storage can be opened again and again, holding what it held. */
export interface StoragePlace {
  open(): Promise<Storage>;
  /** Removes everything that was kept. */
  remove(): Promise<void>;
}

const boardId = 'board-one' as BoardId;
const otherBoardId = 'board-two' as BoardId;
const bytes = (...values: number[]) => Uint8Array.from(values);

/** What one beat brings: updates of documents, in this order. */
const beat = (...edits: readonly (readonly [DocumentId, Uint8Array])[]): Beat => {
  const beat = new Map<DocumentId, Uint8Array[]>();
  for (const [id, update] of edits) beat.set(id, [...(beat.get(id) ?? []), update]);
  return beat;
};
const edit = (id: DocumentId, ...values: number[]) => [id, bytes(...values)] as const;

const board = (id: BoardId = boardId, createdAt = 1): BoardRow => ({
  id,
  title: 'Vår duk',
  templateId: 'simple',
  createdAt,
});
const link = (id: string, more: Partial<LinkRow> = {}): LinkRow => ({
  id: id as LinkId,
  boardId,
  role: 'editor',
  secretHash: `hash of ${id}`,
  createdAt: 2,
  ...more,
});
const participant = (id: string, more: Partial<ParticipantRow> = {}): ParticipantRow => ({
  id: id as ParticipantId,
  boardId,
  linkId: 'editors' as LinkId,
  name: 'Kari',
  role: 'editor',
  joinedAt: 3,
  ...more,
});
const meeting = (id: string, more: Partial<MeetingRow> = {}): MeetingRow => ({
  id: id as MeetingId,
  boardId,
  date: '2026-11-22' as Day,
  present: [{ name: 'Kari', participantId: 'kari' as ParticipantId }, { name: 'Mormor' }],
  createdAt: 4,
  ...more,
});
const version = (number: number, meetingId: string, more: Partial<ArchivedVersion> = {}): ArchivedVersion => ({
  boardId,
  version: number,
  meetingId: meetingId as MeetingId,
  position: 7,
  frozenAt: 5,
  state: bytes(0, 255, number),
  planJson: '{"for":"Åse"}',
  picture: '<svg/>',
  sha256: `sha ${number}`,
  previousSha256: number === 1 ? '' : `sha ${number - 1}`,
  ...more,
});

/** What every storage keeps its word on. Run it against each adapter, with the real database. */
export function storageContract(name: string, makePlace: () => Promise<StoragePlace>): void {
  describe(`storage: ${name}`, () => {
    let place: StoragePlace;
    let storage: Storage;
    const reopen = async () => {
      await storage.close();
      storage = await place.open();
    };
    beforeEach(async () => {
      place = await makePlace();
      storage = await place.open();
    });
    afterEach(async () => {
      await storage.close();
      await place.remove();
    });

    describe.each([
      ['duks', boardId, otherBoardId],
      ['the parts of one board', documentIdOf(boardId, 'translations'), documentIdOf(boardId, 'private', 'kari')],
      ['two people’s own', documentIdOf(boardId, 'private', 'kari'), documentIdOf(boardId, 'private', 'ola')],
    ])('the journal of %s', (_what, documentId, otherId) => {
      /** Each entry as its position and updates. */
      const read = async (id: DocumentId, after?: number) =>
        (await storage.journal.read(id, after)).map(({ position, updates }) => [
          position,
          ...updates.map((update) => [...update]),
        ]);

      it('is empty for a document nobody has heard of', async () => {
        expect(await read(documentId)).toEqual([]);
        expect(await storage.journal.heads([documentId])).toEqual(new Map());
      });

      it('keeps what each beat brought to each document, in the order it came, and tells where', async () => {
        const first = await storage.journal.append(beat(edit(documentId, 1), edit(otherId, 2), edit(documentId, 3)));
        expect(first).toEqual(new Map([[documentId, 1], [otherId, 1]])); // biome-ignore format: as pairs
        expect(await storage.journal.append(beat(edit(documentId, 4)))).toEqual(new Map([[documentId, 2]]));
        expect(await read(documentId)).toEqual([
          [1, [1], [3]],
          [2, [4]],
        ]);
        expect(await read(otherId)).toEqual([[1, [2]]]);
      });

      it('gives a document without updates no entry', async () => {
        const brought = new Map([
          [documentId, []],
          [otherId, [bytes(1)]],
        ]);
        expect(await storage.journal.append(brought)).toEqual(new Map([[otherId, 1]]));
        expect(await storage.journal.append(new Map())).toEqual(new Map());
        expect(await read(documentId)).toEqual([]);
      });

      it('keeps whose the Yjs clients of a document are, in the commit that brought their first words', async () => {
        const owned = (...owners: (readonly [number, string])[]) =>
          new Map(owners.map(([id, owner]) => [id, owner as ParticipantId]));
        const largest = Number.MAX_SAFE_INTEGER;
        expect(await storage.journal.owners(documentId)).toEqual(new Map());
        await storage.journal.append(
          beat(edit(documentId, 1), edit(otherBoardId, 2)),
          new Map([
            [documentId, owned([1, 'kari'], [largest, 'åse'])],
            [otherBoardId, owned([1, 'per'])],
          ]),
        );
        // Who was first stays, and the rest of the beat is kept.
        const again = new Map([[documentId, owned([1, 'per'], [2, 'per'])]]);
        expect(await storage.journal.append(beat(edit(documentId, 3)), again)).toEqual(new Map([[documentId, 2]]));
        const whose = new Map([[1, 'kari'], [2, 'per'], [largest, 'åse']]); // biome-ignore format: as pairs
        expect(await storage.journal.owners(documentId)).toEqual(whose);
        await storage.journal.fold(documentId, bytes(9), 2);
        await reopen();
        expect(await storage.journal.owners(documentId)).toEqual(whose);
        expect(await storage.journal.owners(otherBoardId)).toEqual(new Map([[1, 'per']]));
      });

      it('keeps no owner of what was not kept', async () => {
        const broken = [otherBoardId, 'no bytes' as unknown as Uint8Array] as const;
        const newOwners = new Map([[documentId, new Map([[1, 'kari' as ParticipantId]])]]);
        await expect(storage.journal.append(beat(edit(documentId, 1), broken), newOwners)).rejects.toThrow();
        expect(await storage.journal.owners(documentId)).toEqual(new Map());
      });

      it('reads on from where somebody is, and tells where documents end', async () => {
        for (const value of [1, 2, 3]) await storage.journal.append(beat(edit(documentId, value)));
        await storage.journal.append(beat(edit(otherId, 9)));
        expect(await read(documentId, 2)).toEqual([[3, [3]]]);
        expect(await read(documentId, 3)).toEqual([]);
        const heads = await storage.journal.heads([documentId, 'nowhere' as DocumentId, otherId]);
        expect(heads).toEqual(new Map([[documentId, 3], [otherId, 1]])); // biome-ignore format: as pairs
      });

      it('keeps empty and large updates byte for byte', async () => {
        const large = Uint8Array.from({ length: 3_000_000 }, (_, index) => index % 251);
        await storage.journal.append(beat([documentId, bytes()], [documentId, large], [documentId, bytes(7)]));
        await storage.journal.append(beat([documentId, bytes()]));
        await reopen();
        const [first, second] = await storage.journal.read(documentId);
        expect(first?.updates.map((update) => update.length)).toEqual([0, large.length, 1]);
        expect(Buffer.compare(first?.updates[1] ?? bytes(), large)).toBe(0);
        expect(second?.updates.map((update) => update.length)).toEqual([0]);
      });

      it('reads a long journal a part at a time: others have their turn in between, and what they fold is read folded', async () => {
        const halfMiB = (value: number) => new Uint8Array(512 * 1024).fill(value);
        for (const value of [1, 2, 3, 4]) await storage.journal.append(beat([documentId, halfMiB(value)]));
        const firstsOf = async () =>
          (await storage.journal.read(documentId)).map(({ position, updates }) => [position, updates[0]?.[0]]);
        expect(await firstsOf()).toEqual([1, 2, 3, 4].map((each) => [each, each]));
        const reading = firstsOf();
        expect(await storage.journal.fold(documentId, bytes(123), 3)).toBe(true);
        const read = await reading;
        // Whenever it was folded: all of it, or all of it folded.
        expect([4, 2]).toContain(read.length);
        expect(read.slice(-2)).toEqual([[3, read.length === 4 ? 3 : 123], [4, 4]]); // biome-ignore format: as pairs
        expect(await firstsOf()).toEqual([[3, 123], [4, 4]]); // biome-ignore format: as pairs
      });

      it('keeps all of a beat or none of it', async () => {
        await storage.journal.append(beat(edit(documentId, 1)));
        const broken = [otherId, 'no bytes' as unknown as Uint8Array] as const;
        await expect(storage.journal.append(beat(edit(documentId, 2), broken, edit(documentId, 3)))).rejects.toThrow();
        expect(await read(documentId)).toEqual([[1, [1]]]);
        await storage.journal.append(beat(edit(documentId, 4)));
        expect(await read(documentId)).toEqual([
          [1, [1]],
          [2, [4]],
        ]);
      });

      it('does not lend its commits to other transactions, nor take part in theirs', async () => {
        await storage.directory.createBoard(board(), [link('editors')]);
        const outcomes = await Promise.allSettled([
          storage.directory.createBoard(board(), [link('twin')]), // the board exists: rolled back
          storage.journal.append(beat(edit(documentId, 1))),
          storage.directory.createBoard(board(otherBoardId), []),
          storage.journal.append(beat(edit(documentId, 2))),
        ]);
        expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
        expect(await read(documentId)).toEqual([
          [1, [1]],
          [2, [2]],
        ]);
        expect((await storage.directory.listLinks(boardId)).map(({ id }) => id)).toEqual(['editors']);
      });

      it('folds what came first into one update, and goes on counting from there', async () => {
        for (const value of [1, 2, 3])
          await storage.journal.append(beat(edit(documentId, value), edit(documentId, value)));
        await storage.journal.append(beat(edit(otherId, 9)));
        expect(await storage.journal.fold(documentId, bytes(12), 2)).toBe(true);
        expect(await read(documentId)).toEqual([
          [2, [12]],
          [3, [3], [3]],
        ]);
        expect(await read(documentId, 1)).toEqual(await read(documentId));
        expect(await storage.journal.fold(documentId, bytes(123), 3)).toBe(true);
        await storage.journal.append(beat(edit(documentId, 4)));
        await reopen();
        expect(await read(documentId)).toEqual([
          [3, [123]],
          [4, [4]],
        ]);
        expect(await read(otherId)).toEqual([[1, [9]]]);
      });

      it('changes nothing when somebody else has folded further', async () => {
        for (const value of [1, 2, 3]) await storage.journal.append(beat(edit(documentId, value)));
        await storage.journal.fold(documentId, bytes(123), 3);
        expect(await storage.journal.fold(documentId, bytes(12), 2)).toBe(false);
        expect(await storage.journal.fold(documentId, bytes(1234), 4)).toBe(false);
        expect(await read(documentId)).toEqual([[3, [123]]]);
      });

      it('holds what a list would, whatever is appended, folded and reopened in whatever order', async () => {
        const step = fc.oneof(
          fc.record({
            do: fc.constant('append' as const),
            edits: fc.array(fc.tuple(fc.constantFrom(documentId, otherId), fc.uint8Array({ maxLength: 8 }))),
          }),
          fc.record({ do: fc.constant('fold' as const), id: fc.constantFrom(documentId, otherId), back: fc.nat(5) }),
          fc.record({ do: fc.constant('reopen' as const) }),
        );
        let run = 0;
        await fc.assert(
          fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.nat(8), async (steps, after) => {
            run++;
            const idOf = (id: DocumentId) => `${id}-${run}` as DocumentId;
            const model = new Map<DocumentId, [number, ...number[][]][]>();
            const of = (id: DocumentId) => model.get(id) ?? model.set(id, []).get(id) ?? [];
            const endOf = (id: DocumentId) => of(id).at(-1)?.[0] ?? 0;
            for (const next of steps) {
              if (next.do === 'append') {
                await storage.journal.append(beat(...next.edits.map(([id, update]) => [idOf(id), update] as const)));
                for (const [id, updates] of beat(...next.edits)) {
                  of(id).push([endOf(id) + 1, ...updates.map((update) => [...update])]);
                }
              } else if (next.do === 'fold') {
                const last = endOf(next.id) - next.back;
                const stands = of(next.id).some(([position]) => position === last);
                expect(await storage.journal.fold(idOf(next.id), bytes(42), last)).toBe(stands);
                if (stands) {
                  const rest = of(next.id).filter(([position]) => position > last);
                  model.set(next.id, [[last, [42]], ...rest]);
                }
              } else {
                await reopen();
              }
            }
            for (const id of [documentId, otherId]) {
              expect(await read(idOf(id))).toEqual(of(id));
              expect(await read(idOf(id), after)).toEqual(of(id).filter(([position]) => position > after));
              expect((await storage.journal.heads([idOf(id)])).get(idOf(id)) ?? 0).toBe(endOf(id));
            }
          }),
          { numRuns: 30 },
        );
      });
    });

    describe('the directory', () => {
      beforeEach(async () => {
        await storage.directory.createBoard(board(), [link('leaders', { role: 'leader' }), link('editors')]);
      });

      it('finds a link by its secret on its own board only', async () => {
        await storage.directory.createBoard(board(otherBoardId), []);
        await storage.directory.createLink(link('viewers', { role: 'viewer', createdAt: 9, expiresAt: 99 }));
        const found = await storage.directory.findLinkBySecret(boardId, 'hash of viewers');
        expect(found).toEqual(link('viewers', { role: 'viewer', createdAt: 9, expiresAt: 99 }));
        expect(await storage.directory.findLinkBySecret(otherBoardId, 'hash of viewers')).toBeUndefined();
        expect(await storage.directory.findLinkBySecret(boardId, 'hash of nothing')).toBeUndefined();
      });

      it('counts the changes of access to each board, so that nobody has to be told of them', async () => {
        await storage.directory.createBoard(board(otherBoardId), [link('others', { boardId: otherBoardId })]);
        const counts = async () => {
          const changes = await storage.directory.accessChanges([boardId, otherBoardId]);
          return [changes.get(boardId), changes.get(otherBoardId)];
        };
        const session = { hash: 'session', expiresAt: 1_000 };
        expect(await counts()).toEqual([0, 0]);
        await storage.directory.enter(participant('kari'), session);
        expect(await counts()).toEqual([1, 0]);
        await storage.directory.withdrawLink(otherBoardId, 'others' as LinkId, 50);
        expect(await counts()).toEqual([1, 1]);
        await storage.directory.removeParticipant(boardId, 'kari' as ParticipantId, 50);
        expect(await counts()).toEqual([2, 1]);
        expect(await storage.directory.findSeat('session', boardId, 0)).toMatchObject({
          accessChanges: 2,
          sessionExpiresAt: 1_000,
        });
        expect(await storage.directory.deleteSession('session')).toEqual([boardId]);
        expect(await counts()).toEqual([3, 1]);
        expect(await storage.directory.findSeat('session', boardId, 0)).toBeUndefined();
        expect(await storage.directory.deleteSession('session')).toEqual([]);
      });

      it('withdraws a link once, and says since when', async () => {
        expect(await storage.directory.withdrawLink(boardId, 'editors' as LinkId, 50)).toBe(true);
        expect(await storage.directory.withdrawLink(boardId, 'editors' as LinkId, 60)).toBe(false);
        expect(await storage.directory.withdrawLink(otherBoardId, 'leaders' as LinkId, 60)).toBe(false);
        expect((await storage.directory.findLinkBySecret(boardId, 'hash of editors'))?.withdrawnAt).toBe(50);
      });

      it('keeps a board its last leader link, whoever withdraws it', async () => {
        const withdraw = (id: string) => storage.directory.withdrawLink(boardId, id as LinkId, 50);
        await storage.directory.createBoard(board(otherBoardId), [
          link('other', { boardId: otherBoardId, role: 'leader' }),
        ]);
        expect(await withdraw('leaders')).toBe(false);
        await storage.directory.createLink(link('spare', { role: 'leader' }));
        const both = await Promise.all([withdraw('leaders'), withdraw('spare')]);
        expect(both.toSorted()).toEqual([false, true]);
      });

      it('keeps many boards their last leader link, when two leaders of each withdraw the other at once', async () => {
        const ids = Array.from({ length: 10 }, (_, index) => `board-${index}` as BoardId);
        for (const id of ids) {
          const leader = (name: string) => link(`${name} of ${id}`, { boardId: id, role: 'leader' });
          await storage.directory.createBoard(board(id), [leader('one'), leader('other')]);
        }
        const withdrawn = await Promise.all(
          ids.flatMap((id) =>
            ['one', 'other'].map((name) => storage.directory.withdrawLink(id, `${name} of ${id}` as LinkId, 50)),
          ),
        );
        expect(withdrawn.filter((was) => was)).toHaveLength(ids.length);
      });

      it('remembers whom a link is for', async () => {
        await storage.directory.createLink(link('granny', { label: 'Bestemor 👵' }));
        await reopen();
        const found = await storage.directory.findLinkBySecret(boardId, 'hash of granny');
        expect(found).toEqual(link('granny', { label: 'Bestemor 👵' }));
      });

      it('finds a board by its id', async () => {
        expect(await storage.directory.findBoard(boardId)).toEqual(board());
        expect(await storage.directory.findBoard(otherBoardId)).toBeUndefined();
      });

      it('seats a browser as whoever came in, and counts them for the link', async () => {
        await storage.directory.enter(participant('kari'), { hash: 'session', expiresAt: 100 });
        await reopen();
        expect(await storage.directory.findSeat('session', boardId, 99)).toEqual({
          participant: participant('kari'),
          link: link('editors'),
          board: board(),
          sessionExpiresAt: 100,
          accessChanges: 1,
        });
        const joined = (await storage.directory.listLinks(boardId)).map(({ id, joined }) => [id, joined]);
        expect(joined).toEqual([
          ['editors', 1],
          ['leaders', 0],
        ]);
      });

      it('keeps somebody who comes again by the same link the same person, under the newest name', async () => {
        await storage.directory.enter(participant('kari'), { hash: 'session', expiresAt: 100 });
        const again = await storage.directory.enter(participant('twin', { name: 'Kari N.', joinedAt: 8 }), {
          hash: 'session',
          expiresAt: 200,
        });
        expect(again).toEqual(participant('kari', { name: 'Kari N.' }));
        expect(await storage.directory.listParticipants(boardId)).toEqual([participant('kari', { name: 'Kari N.' })]);
        expect(await storage.directory.hasSession('session', 150)).toBe(true);
      });

      it('keeps the voice somebody spoke with, until they say another', async () => {
        const session = { hash: 'session', expiresAt: 100 };
        await storage.directory.enter(participant('kari', { voice: 'family' }), session);
        expect((await storage.directory.enter(participant('kari'), session))?.voice).toBe('family');
        await storage.directory.enter(participant('kari', { voice: 'service' }), session);
        expect((await storage.directory.findSeat('session', boardId, 1))?.participant.voice).toBe('service');
      });

      it('remembers who was removed, and does not count them for their link', async () => {
        const session = { hash: 'session', expiresAt: 100 };
        await storage.directory.enter(participant('kari'), session);
        const remove = (id: BoardId) => storage.directory.removeParticipant(id, 'kari' as ParticipantId, 50);
        expect(await remove(otherBoardId)).toBe(false);
        expect(await remove(boardId)).toBe(true);
        expect(await remove(boardId)).toBe(false);
        expect((await storage.directory.findSeat('session', boardId, 1))?.participant.removedAt).toBe(50);
        expect(await storage.directory.listParticipants(boardId)).toEqual([participant('kari', { removedAt: 50 })]);
        expect((await storage.directory.listLinks(boardId)).map(({ joined }) => joined)).toEqual([0, 0]);
      });

      it('lets somebody who was removed back only by a link made since, and others by any', async () => {
        const session = { hash: 'session', expiresAt: 100 };
        await storage.directory.enter(participant('kari'), session);
        await storage.directory.createLink(link('known', { createdAt: 49 }));
        await storage.directory.removeParticipant(boardId, 'kari' as ParticipantId, 50);
        const by = (linkId: string, id: string) => participant(id, { linkId: linkId as LinkId });
        expect(await storage.directory.enter(by('editors', 'kari-again'), session)).toBeUndefined();
        expect(await storage.directory.enter(by('known', 'kari-again'), session)).toBeUndefined();
        expect(await storage.directory.listParticipants(boardId)).toHaveLength(1);
        expect(await storage.directory.enter(by('editors', 'ola'), { hash: 'other', expiresAt: 100 })).toBeDefined();
        await storage.directory.createLink(link('fresh', { createdAt: 51 }));
        expect(await storage.directory.enter(by('fresh', 'kari-again'), session)).toMatchObject({ id: 'kari-again' });
        expect((await storage.directory.findSeat('session', boardId, 1))?.participant.id).toBe('kari-again');
      });

      it('gives a browser one seat per board, the newest, and its old one back by its old link', async () => {
        const session = { hash: 'session', expiresAt: 100 };
        const leader = participant('leader', { linkId: 'leaders' as LinkId, role: 'leader' });
        await storage.directory.enter(leader, session);
        await storage.directory.enter(participant('kari'), session);
        expect((await storage.directory.findSeat('session', boardId, 1))?.participant.id).toBe('kari');
        await storage.directory.enter({ ...leader, id: 'twin' as ParticipantId }, session);
        expect((await storage.directory.findSeat('session', boardId, 1))?.participant.id).toBe('leader');
        expect(await storage.directory.listSeats('session', 1)).toHaveLength(1);
      });

      it('lists every board a browser is in, newest first', async () => {
        const session = { hash: 'session', expiresAt: 100 };
        await storage.directory.createBoard(board(otherBoardId, 70), [link('other', { boardId: otherBoardId })]);
        await storage.directory.enter(participant('kari'), session);
        await storage.directory.enter(
          participant('kari-there', { boardId: otherBoardId, linkId: 'other' as LinkId }),
          session,
        );
        const seats = await storage.directory.listSeats('session', 1);
        expect(seats.map((seat) => [seat.board.id, seat.participant.id])).toEqual([
          [otherBoardId, 'kari-there'],
          [boardId, 'kari'],
        ]);
      });

      it('forgets a session that has expired, and not who was there', async () => {
        await storage.directory.enter(participant('kari'), { hash: 'old', expiresAt: 100 });
        await storage.directory.enter(participant('ola', { joinedAt: 4 }), { hash: 'new', expiresAt: 200 });
        expect(await storage.directory.findSeat('old', boardId, 100)).toBeUndefined();
        await storage.directory.deleteExpiredSessions(100);
        expect(await storage.directory.findSeat('old', boardId, 1)).toBeUndefined();
        expect(await storage.directory.hasSession('old', 1)).toBe(false);
        expect(await storage.directory.findSeat('new', boardId, 100)).toBeDefined();
        expect((await storage.directory.listParticipants(boardId)).map(({ id }) => id)).toEqual(['kari', 'ola']);
      });

      it('keeps a meeting as it was written, and lists the newest first', async () => {
        await storage.directory.createMeeting(meeting('first'));
        await storage.directory.createMeeting(meeting('second', { date: '2027-01-15' as Day, present: [] }));
        await reopen();
        expect(await storage.directory.findMeeting(boardId, 'first' as MeetingId)).toEqual(meeting('first'));
        expect(await storage.directory.findMeeting(otherBoardId, 'first' as MeetingId)).toBeUndefined();
        expect((await storage.directory.listMeetings(boardId)).map(({ id }) => id)).toEqual(['second', 'first']);
      });

      it('changes an open meeting, and only what is asked', async () => {
        await storage.directory.createMeeting(meeting('first'));
        const change = (by: object) => storage.directory.changeMeeting(boardId, 'first' as MeetingId, by);
        expect(await change({ date: '2026-12-01' })).toBe(true);
        expect(await change({ present: [{ name: 'Ola' }] })).toBe(true);
        expect(await change({})).toBe(true);
        expect(await storage.directory.findMeeting(boardId, 'first' as MeetingId)).toEqual(
          meeting('first', { date: '2026-12-01' as Day, present: [{ name: 'Ola' }] }),
        );
        expect(await storage.directory.changeMeeting(boardId, 'none' as MeetingId, {})).toBe(false);
      });

      it('carries out what several windows did to who is present, all at once, and loses nothing of it', async () => {
        await storage.directory.createMeeting(meeting('first', { present: [{ name: 'Mona' }] }));
        const names = Array.from({ length: 12 }, (_, index) => `Gjest ${index}`);
        const change = (presentChanges: object) =>
          storage.directory.changeMeeting(boardId, 'first' as MeetingId, { presentChanges } as never);
        await Promise.all([
          change({ add: [], remove: [{ name: 'Mona' }] }),
          ...names.map((name) => change({ add: [{ name }], remove: [] })),
        ]);
        const { present } = (await storage.directory.findMeeting(boardId, 'first' as MeetingId)) ?? { present: [] };
        expect(present.map(({ name }) => name).sort()).toEqual(names.sort());
        expect(
          await storage.directory.changeMeeting(boardId, 'none' as MeetingId, {
            presentChanges: { add: [], remove: [] },
          }),
        ).toBe(false);
      });
    });

    describe('the archive', () => {
      beforeEach(async () => {
        await storage.directory.createBoard(board(), []);
        await storage.directory.createMeeting(meeting('first'));
        await storage.directory.createMeeting(meeting('second'));
      });

      it('keeps a version byte for byte and marks its meeting', async () => {
        expect(await storage.archive.store(version(1, 'first'))).toBe(true);
        await reopen();
        const found = await storage.archive.find(boardId, 1);
        expect(found && { ...found, state: Uint8Array.from(found.state) }).toEqual(version(1, 'first'));
        expect((await storage.directory.findMeeting(boardId, 'first' as MeetingId))?.version).toBe(1);
        expect(await storage.directory.changeMeeting(boardId, 'first' as MeetingId, { present: [] })).toBe(false);
      });

      it('stores a version once, and a meeting as one version', async () => {
        await storage.archive.store(version(1, 'first'));
        expect(await storage.archive.store(version(1, 'second', { planJson: '{}' }))).toBe(false);
        expect(await storage.archive.store(version(2, 'first'))).toBe(false);
        expect(await storage.archive.store(version(2, 'no such meeting'))).toBe(false);
        expect((await storage.archive.find(boardId, 1))?.planJson).toBe('{"for":"Åse"}');
        expect(await storage.archive.find(boardId, 2)).toBeUndefined();
        // A refused version leaves no mark on its meeting.
        expect((await storage.directory.findMeeting(boardId, 'second' as MeetingId))?.version).toBeUndefined();
      });

      it('lets one of two who freeze at the same moment through', async () => {
        const stored = await Promise.all([
          storage.archive.store(version(1, 'first')),
          storage.archive.store(version(1, 'second')),
        ]);
        expect(stored.toSorted()).toEqual([false, true]);
        expect(await storage.archive.list(boardId)).toHaveLength(1);
      });

      it('lists the heads of a board, oldest first, and the boards that have versions', async () => {
        await storage.directory.createBoard(board(otherBoardId), []);
        await storage.archive.store(version(1, 'first'));
        await storage.archive.store(version(2, 'second'));
        const heads = await storage.archive.list(boardId);
        expect(heads.map((head) => [head.version, head.previousSha256])).toEqual([
          [1, ''],
          [2, 'sha 1'],
        ]);
        expect(heads[0]).not.toHaveProperty('planJson');
        expect(await storage.archive.list(otherBoardId)).toEqual([]);
        expect(await storage.archive.listBoards()).toEqual([boardId]);
      });
    });

    it('answers when it is there, and says so plainly when it is not', async () => {
      await expect(storage.check()).resolves.toBeUndefined();
      await storage.close();
      await expect(storage.check()).rejects.toBeInstanceOf(StorageUnavailable);
      await expect(storage.journal.append(beat(edit(boardId, 1)))).rejects.toBeInstanceOf(StorageUnavailable);
      storage = await place.open();
    });
  });
}
