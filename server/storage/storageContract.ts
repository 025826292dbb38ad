import { type DocumentId, documentIdOf, type LinkId } from '@duken/shared/access';
import type { BoardId, Day, ParticipantId, PersonId } from '@duken/shared/board';
import type { Consent, ConsentId } from '@duken/shared/consent';
import type { CutId } from '@duken/shared/cut';
import type { MeetingId } from '@duken/shared/meeting';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountsContract, leadWithAccount } from './accountsContract.ts';
import { answersContract } from './answersContract.ts';
import { calendarsContract } from './calendarsContract.ts';
import { caseEndsContract } from './caseEndsContract.ts';
import { caseLogContract } from './caseLogContract.ts';
import { consentsContract } from './consentsContract.ts';
import { contactsContract } from './contactsContract.ts';
import { cutsContract, newCut } from './cutsContract.ts';
import type {
  Admission,
  BoardRow,
  LinkRow,
  MeetingRow,
  Newcomer,
  NewSession,
  ParticipantRow,
  PersonRow,
} from './directory.ts';
import { followUpContract } from './followUpContract.ts';
import { intakeContract } from './intakeContract.ts';
import { type Batch, type Checkpoint, StorageUnavailable } from './journal.ts';
import { movedTables } from './movedTables.ts';
import { passkeysContract } from './passkeysContract.ts';
import type { ArchivedVersion } from './planArchive.ts';
import { planLivesContract } from './planLivesContract.ts';
import { programmeContract } from './programmeContract.ts';
import { remindersContract } from './remindersContract.ts';
import type { Storage } from './storage.ts';
import { storiesContract } from './storiesContract.ts';
import { talliesContract } from './talliesContract.ts';

/** A place where storage can be opened again and again, holding what it held. */
export interface StoragePlace {
  open(): Promise<Storage>;
  /** Removes everything that was kept. */
  remove(): Promise<void>;
}

const boardId = 'board-one' as BoardId;
const otherBoardId = 'board-two' as BoardId;
const bytes = (...values: number[]) => Uint8Array.from(values);

/** What one batch brings: updates of documents, in this order. */
const batch = (...edits: readonly (readonly [DocumentId, Uint8Array])[]): Batch => {
  const batch = new Map<DocumentId, Uint8Array[]>();
  for (const [id, update] of edits) batch.set(id, [...(batch.get(id) ?? []), update]);
  return batch;
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
  lobby: false,
  createdAt: 2,
  ...more,
});
const personId = (of: string) => `person of ${of}` as PersonId;
const newcomer = (id: string, more: Partial<Newcomer> = {}): Newcomer => ({
  id: id as ParticipantId,
  personId: personId(id),
  boardId,
  linkId: 'editors' as LinkId,
  name: 'Kari',
  role: 'editor',
  joinedAt: 3,
  ...more,
});
/** What becomes of such a newcomer. */
const participant = (id: string, more: Partial<ParticipantRow> = {}): ParticipantRow => ({
  id: id as ParticipantId,
  boardId,
  accessId: 'editors' as LinkId,
  personId: personId(id),
  name: 'Kari',
  role: 'editor',
  state: 'in',
  joinedAt: 3,
  ...more,
});
/** The person that a newcomer becomes, whom a link lets straight in. */
const person = (of: string, more: Partial<PersonRow> = {}): PersonRow => ({
  id: personId(of),
  boardId,
  name: 'Kari',
  voices: [],
  isSubject: false,
  createdAt: 3,
  ...more,
});
const session = (hash = 'session', more: Partial<NewSession> = {}): NewSession => ({
  hash,
  openedAt: 3,
  expiresAt: 1_000,
  ...more,
});
const consent = (id: string): Consent => ({
  id: id as ConsentId,
  services: ['NAV'],
  themes: [],
  purpose: 'Å lage en plan',
  words: 'NAV kan være med.',
  givenBy: 'Kari',
  how: 'spoken',
  givenOn: '2026-01-10',
  until: '2026-06-01',
  recordedBy: { personId: personId('kari'), name: 'Kari' },
  recordedAt: 5,
});
const admission = (id: string, more: Partial<Admission> = {}): Admission => ({
  boardId,
  participantId: id as ParticipantId,
  voices: [],
  newPersonId: personId(id),
  admittedAt: 70,
  ...more,
});
const meeting = (id: string, more: Partial<MeetingRow> = {}): MeetingRow => ({
  id: id as MeetingId,
  boardId,
  date: '2026-11-22' as Day,
  present: [{ name: 'Kari', participantId: 'kari' as ParticipantId, personId: personId('kari') }, { name: 'Mormor' }],
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

      it('keeps what each batch brought to each document, in the order it came, and tells where', async () => {
        const first = await storage.journal.append(batch(edit(documentId, 1), edit(otherId, 2), edit(documentId, 3)));
        expect(first).toEqual(new Map([[documentId, 1], [otherId, 1]])); // biome-ignore format: as pairs
        expect(await storage.journal.append(batch(edit(documentId, 4)))).toEqual(new Map([[documentId, 2]]));
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
          batch(edit(documentId, 1), edit(otherBoardId, 2)),
          new Map([
            [documentId, owned([1, 'kari'], [largest, 'åse'])],
            [otherBoardId, owned([1, 'per'])],
          ]),
        );
        // Who was first stays, and the rest of the batch is kept.
        const again = new Map([[documentId, owned([1, 'per'], [2, 'per'])]]);
        expect(await storage.journal.append(batch(edit(documentId, 3)), again)).toEqual(new Map([[documentId, 2]]));
        const whose = new Map([[1, 'kari'], [2, 'per'], [largest, 'åse']]); // biome-ignore format: as pairs
        expect(await storage.journal.owners(documentId)).toEqual(whose);
        await storage.journal.compact(documentId, bytes(9), 2);
        await reopen();
        expect(await storage.journal.owners(documentId)).toEqual(whose);
        expect(await storage.journal.owners(otherBoardId)).toEqual(new Map([[1, 'per']]));
      });

      it('keeps no owner of what was not kept', async () => {
        const broken = [otherBoardId, 'no bytes' as unknown as Uint8Array] as const;
        const newOwners = new Map([[documentId, new Map([[1, 'kari' as ParticipantId]])]]);
        await expect(storage.journal.append(batch(edit(documentId, 1), broken), newOwners)).rejects.toThrow();
        expect(await storage.journal.owners(documentId)).toEqual(new Map());
      });

      it('reads on from where somebody is, and tells where documents end', async () => {
        for (const value of [1, 2, 3]) await storage.journal.append(batch(edit(documentId, value)));
        await storage.journal.append(batch(edit(otherId, 9)));
        expect(await read(documentId, 2)).toEqual([[3, [3]]]);
        expect(await read(documentId, 3)).toEqual([]);
        const heads = await storage.journal.heads([documentId, 'nowhere' as DocumentId, otherId]);
        expect(heads).toEqual(new Map([[documentId, 3], [otherId, 1]])); // biome-ignore format: as pairs
      });

      it('keeps empty and large updates byte for byte', async () => {
        const large = Uint8Array.from({ length: 3_000_000 }, (_, index) => index % 251);
        await storage.journal.append(batch([documentId, bytes()], [documentId, large], [documentId, bytes(7)]));
        await storage.journal.append(batch([documentId, bytes()]));
        await reopen();
        const [first, second] = await storage.journal.read(documentId);
        expect(first?.updates.map((update) => update.length)).toEqual([0, large.length, 1]);
        expect(Buffer.compare(first?.updates[1] ?? bytes(), large)).toBe(0);
        expect(second?.updates.map((update) => update.length)).toEqual([0]);
      });

      it('reads a long journal a part at a time: others have their turn in between, and what they compact is read compacted', async () => {
        const halfMiB = (value: number) => new Uint8Array(512 * 1024).fill(value);
        for (const value of [1, 2, 3, 4]) await storage.journal.append(batch([documentId, halfMiB(value)]));
        const firstsOf = async () =>
          (await storage.journal.read(documentId)).map(({ position, updates }) => [position, updates[0]?.[0]]);
        expect(await firstsOf()).toEqual([1, 2, 3, 4].map((each) => [each, each]));
        const reading = firstsOf();
        expect(await storage.journal.compact(documentId, bytes(123), 3)).toBe(true);
        const read = await reading;
        // Whenever it was compacted: all of it, or all of it compacted.
        expect([4, 2]).toContain(read.length);
        expect(read.slice(-2)).toEqual([[3, read.length === 4 ? 3 : 123], [4, 4]]); // biome-ignore format: as pairs
        expect(await firstsOf()).toEqual([[3, 123], [4, 4]]); // biome-ignore format: as pairs
      });

      it('keeps all of a batch or none of it', async () => {
        await storage.journal.append(batch(edit(documentId, 1)));
        const broken = [otherId, 'no bytes' as unknown as Uint8Array] as const;
        await expect(storage.journal.append(batch(edit(documentId, 2), broken, edit(documentId, 3)))).rejects.toThrow();
        expect(await read(documentId)).toEqual([[1, [1]]]);
        await storage.journal.append(batch(edit(documentId, 4)));
        expect(await read(documentId)).toEqual([
          [1, [1]],
          [2, [4]],
        ]);
      });

      it('does not lend its commits to other transactions, nor take part in theirs', async () => {
        await storage.directory.createBoard(board(), [link('editors')]);
        const outcomes = await Promise.allSettled([
          storage.directory.createBoard(board(), [link('twin')]), // the board exists: rolled back
          storage.journal.append(batch(edit(documentId, 1))),
          storage.directory.createBoard(board(otherBoardId), []),
          storage.journal.append(batch(edit(documentId, 2))),
        ]);
        expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
        expect(await read(documentId)).toEqual([
          [1, [1]],
          [2, [2]],
        ]);
        expect((await storage.directory.listLinks(boardId)).map(({ id }) => id)).toEqual(['editors']);
      });

      it('compacts what came first into one update, and goes on counting from there', async () => {
        for (const value of [1, 2, 3])
          await storage.journal.append(batch(edit(documentId, value), edit(documentId, value)));
        await storage.journal.append(batch(edit(otherId, 9)));
        expect(await storage.journal.compact(documentId, bytes(12), 2)).toBe(true);
        expect(await read(documentId)).toEqual([
          [2, [12]],
          [3, [3], [3]],
        ]);
        expect(await read(documentId, 1)).toEqual(await read(documentId));
        expect(await storage.journal.compact(documentId, bytes(123), 3)).toBe(true);
        await storage.journal.append(batch(edit(documentId, 4)));
        await reopen();
        expect(await read(documentId)).toEqual([
          [3, [123]],
          [4, [4]],
        ]);
        expect(await read(otherId)).toEqual([[1, [9]]]);
      });

      it('changes nothing when somebody else has compacted further', async () => {
        for (const value of [1, 2, 3]) await storage.journal.append(batch(edit(documentId, value)));
        await storage.journal.compact(documentId, bytes(123), 3);
        expect(await storage.journal.compact(documentId, bytes(12), 2)).toBe(false);
        expect(await storage.journal.compact(documentId, bytes(1234), 4)).toBe(false);
        expect(await read(documentId)).toEqual([[3, [123]]]);
      });

      it('keeps when each entry was written, also of what was compacted', async () => {
        await storage.journal.append(batch(edit(documentId, 1), edit(otherId, 1)), undefined, 1_000);
        const owners = new Map([[documentId, new Map([[7, 'kari' as ParticipantId]])]]);
        await storage.journal.append(batch(edit(documentId, 2)), owners, 2_000);
        await storage.journal.append(batch(edit(documentId, 3)), undefined, 3_000);
        expect([...(await storage.journal.times(documentId))]).toEqual([[1, 1_000], [2, 2_000], [3, 3_000]]); // biome-ignore format: as pairs
        await storage.journal.compact(documentId, bytes(12), 2);
        expect([...(await storage.journal.times(documentId))]).toEqual([[2, 2_000], [3, 3_000]]); // biome-ignore format: as pairs
        const before = Date.now();
        await storage.journal.append(batch(edit(otherId, 2)));
        expect((await storage.journal.times(otherId)).get(2)).toBeGreaterThanOrEqual(before);
      });

      const hour = (takenAt: number, position: number, ...values: number[]): Checkpoint => ({
        takenAt,
        kind: 'hour',
        position,
        state: bytes(...values),
      });
      const checkpoints = async (id: DocumentId) => {
        const heads = await storage.journal.checkpoints(id);
        const states = heads.map(async (head) => [...((await storage.journal.readCheckpoint(id, head)) ?? [])]);
        return (await Promise.all(states)).map((state, index) => [
          heads[index]?.takenAt,
          heads[index]?.position,
          state,
        ]);
      };

      it('keeps checkpoints of what it compacts, of each document its own', async () => {
        for (const value of [1, 2, 3]) await storage.journal.append(batch(edit(documentId, value)));
        expect(await checkpoints(documentId)).toEqual([]);
        const before: Checkpoint = { ...hour(9_000_000, 3, 3), kind: 'restore' };
        const also = { checkpoints: [hour(5_000_000, 2, 12), hour(9_000_000, 3, 1, 2, 3), before] };
        expect(await storage.journal.compact(documentId, bytes(123), 3, also)).toBe(true);
        await reopen();
        expect(await storage.journal.checkpoints(documentId)).toEqual([
          { takenAt: 5_000_000, kind: 'hour', position: 2, bytes: 1 },
          { takenAt: 9_000_000, kind: 'hour', position: 3, bytes: 3 },
          { takenAt: 9_000_000, kind: 'restore', position: 3, bytes: 1 },
        ]);
        expect(await checkpoints(documentId)).toEqual([[5_000_000, 2, [12]], [9_000_000, 3, [1, 2, 3]], [9_000_000, 3, [3]]]); // biome-ignore format: as rows
        expect(await checkpoints(otherId)).toEqual([]);
        expect(await storage.journal.readCheckpoint(documentId, { takenAt: 1, kind: 'hour' })).toBeUndefined();
        expect(
          await storage.journal.readCheckpoint(documentId, { takenAt: 5_000_000, kind: 'freeze' }),
        ).toBeUndefined();
      });

      it('keeps the later of two in an hour, and one of a moment', async () => {
        for (const value of [1, 2]) await storage.journal.append(batch(edit(documentId, value)));
        await storage.journal.compact(documentId, bytes(1), 1, { checkpoints: [hour(7_200_001, 1, 1)] });
        await storage.journal.compact(documentId, bytes(12), 2, { checkpoints: [hour(7_200_001, 1, 11)] });
        expect(await checkpoints(documentId)).toEqual([[7_200_001, 1, [11]]]);
        await storage.journal.compact(documentId, bytes(12), 2, { checkpoints: [hour(7_200_002, 2, 12)] });
        expect(await checkpoints(documentId)).toEqual([[7_200_002, 2, [12]]]);
      });

      it.each([true, false])(
        'keeps no checkpoint of what somebody else has compacted further (for good: %s)',
        async (isForGood) => {
          for (const value of [1, 2, 3]) await storage.journal.append(batch(edit(documentId, value)));
          await storage.journal.compact(documentId, bytes(123), 3, { checkpoints: [hour(1, 3, 3)] });
          const late = { checkpoints: [hour(0, 2, 2)], isForGood };
          expect(await storage.journal.compact(documentId, bytes(12), 2, late)).toBe(false);
          expect(await checkpoints(documentId)).toEqual([[1, 3, [3]]]);
        },
      );

      it('has no other checkpoints than those given when it compacts for good', async () => {
        for (const id of [documentId, otherId]) {
          await storage.journal.append(batch(edit(id, 1)));
          const both = { checkpoints: [hour(5_000_000, 1, 1), hour(9_000_000, 1, 2)] };
          expect(await storage.journal.compact(id, bytes(1), 1, both)).toBe(true);
        }
        const cleared = { checkpoints: [hour(9_000_000, 1, 9)], isForGood: true };
        expect(await storage.journal.compact(documentId, bytes(9), 1, cleared)).toBe(true);
        await storage.journal.append(batch(edit(documentId, 2)));
        await reopen();
        expect(await read(documentId)).toEqual([[1, [9]], [2, [2]]]); // biome-ignore format: as rows
        expect(await checkpoints(documentId)).toEqual([[9_000_000, 1, [9]]]);
        expect((await checkpoints(otherId)).length).toBe(2);
      });

      it('is not compacted for good over a checkpoint that came after those were looked at', async () => {
        await storage.journal.append(batch(edit(documentId, 1)));
        const [first, later] = [hour(5_000_000, 1, 1), hour(9_000_000, 1, 2)];
        expect(await storage.journal.compact(documentId, bytes(1), 1, { checkpoints: [first, later] })).toBe(true);
        const also = { checkpoints: [first], isForGood: true, known: [first] };
        expect(await storage.journal.compact(documentId, bytes(9), 1, also)).toBe(false);
        expect(await read(documentId)).toEqual([[1, [1]]]);
        expect((await checkpoints(documentId)).length).toBe(2);
        const known = await storage.journal.checkpoints(documentId);
        expect(await storage.journal.compact(documentId, bytes(9), 1, { ...also, known })).toBe(true);
        expect((await checkpoints(documentId)).length).toBe(1);
      });

      it('holds what a list would, whatever is appended, compacted and reopened in whatever order', async () => {
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
                await storage.journal.append(batch(...next.edits.map(([id, update]) => [idOf(id), update] as const)));
                for (const [id, updates] of batch(...next.edits)) {
                  of(id).push([endOf(id) + 1, ...updates.map((update) => [...update])]);
                }
              } else if (next.do === 'fold') {
                const last = endOf(next.id) - next.back;
                const stands = of(next.id).some(([position]) => position === last);
                expect(await storage.journal.compact(idOf(next.id), bytes(42), last)).toBe(stands);
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
        expect(await counts()).toEqual([0, 0]);
        await storage.directory.enter(newcomer('kari'), session());
        expect(await counts()).toEqual([1, 0]);
        await storage.directory.withdrawLink(otherBoardId, 'others' as LinkId, 50);
        expect(await counts()).toEqual([1, 1]);
        await storage.directory.removeParticipant(boardId, 'kari' as ParticipantId, 50);
        expect(await counts()).toEqual([2, 1]);
        expect(await storage.directory.findSeat('session', boardId, 0)).toMatchObject({
          accessChanges: 2,
          sessionExpiresAt: 1_000,
        });
        expect(await storage.directory.endSession('session')).toEqual([boardId]);
        expect(await counts()).toEqual([3, 1]);
        expect(await storage.directory.findSeat('session', boardId, 0)).toBeUndefined();
        expect(await storage.directory.endSession('session')).toEqual([]);
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

      it('seats a browser as whoever came in, as a person of the case, and counts them for the link', async () => {
        await storage.directory.enter(newcomer('kari', { voice: 'family' }), session('session', { expiresAt: 100 }));
        await reopen();
        expect(await storage.directory.findSeat('session', boardId, 99)).toEqual({
          participant: participant('kari', { voice: 'family' }),
          person: person('kari', { voices: ['family'] }),
          link: link('editors'),
          board: board(),
          openedAt: 3,
          usedAt: 3,
          sessionExpiresAt: 100,
          accessChanges: 1,
          hasConsents: false,
        });
        const joined = (await storage.directory.listLinks(boardId)).map(({ id, joined, used }) => [id, joined, used]);
        expect(joined).toEqual([
          ['editors', 1, 1],
          ['leaders', 0, 0],
        ]);
      });

      it('keeps who comes again by the same link under the same name the same, with another session', async () => {
        await storage.directory.enter(newcomer('kari'), session());
        const next = session('next', { follows: 'session', openedAt: 8 });
        expect(await storage.directory.enter(newcomer('twin', { joinedAt: 8 }), next)).toEqual(participant('kari'));
        expect(await storage.directory.listParticipants(boardId)).toEqual([participant('kari')]);
        expect(await storage.directory.listPeople(boardId)).toEqual([person('kari')]);
        expect(await storage.directory.findSeat('next', boardId, 9)).toMatchObject({ openedAt: 8 });
        // Whoever has the cookie of before may be somebody else.
        expect(await storage.directory.findSeat('session', boardId, 9)).toBeUndefined();
      });

      it('takes another name by the same link on the same machine for somebody else', async () => {
        await storage.directory.enter(newcomer('selam', { name: 'Selam', voice: 'child' }), session());
        const next = session('next', { follows: 'session' });
        const per = await storage.directory.enter(newcomer('per', { name: 'Per', joinedAt: 8 }), next);
        expect(per).toEqual(participant('per', { name: 'Per', joinedAt: 8 }));
        expect((await storage.directory.listPeople(boardId)).map(({ name }) => name)).toEqual(['Selam', 'Per']);
        expect((await storage.directory.findSeat('next', boardId, 9))?.participant.id).toBe('per');
        expect((await storage.directory.findSeat('session', boardId, 9))?.participant.id).toBe('selam');
        const back = session('back', { follows: 'next' });
        const selam = await storage.directory.enter(newcomer('twin', { name: 'Selam' }), back);
        expect(selam?.id).toBe('selam');
      });

      it('lets a session take along the seats of the one it follows, which gains nothing', async () => {
        await storage.directory.createBoard(board(otherBoardId), [link('others', { boardId: otherBoardId })]);
        await storage.directory.enter(newcomer('kari'), session('old', { openedAt: 3 }));
        const there = newcomer('kari-there', { boardId: otherBoardId, linkId: 'others' as LinkId });
        await storage.directory.enter(there, session('new', { follows: 'old', openedAt: 40 }));
        const boardsOf = async (hash: string) =>
          (await storage.directory.listSeats(hash, 50)).map((seat) => [seat.board.id, seat.openedAt]).toSorted();
        expect(await boardsOf('old')).toEqual([[boardId, 3]]);
        expect(await boardsOf('new')).toEqual([
          [boardId, 3],
          [otherBoardId, 40],
        ]);
        await storage.directory.enter(
          newcomer('ola', { name: 'Ola' }),
          session('alone', { follows: 'no such session' }),
        );
        expect(await storage.directory.listSeats('alone', 50)).toHaveLength(1);
      });

      it('takes nothing along from a session that is over', async () => {
        await storage.directory.enter(newcomer('kari'), session('old', { expiresAt: 20 }));
        const next = session('new', { follows: 'old' });
        expect((await storage.directory.enter(newcomer('twin', { joinedAt: 20 }), next))?.id).toBe('twin');
        expect(await storage.directory.findSeat('old', boardId, 20)).toBeUndefined();
      });

      it('keeps the voice somebody spoke with, until they answer another', async () => {
        await storage.directory.enter(newcomer('kari', { voice: 'family' }), session('1'));
        const again = (hash: string, follows: string, more: Partial<Newcomer> = {}) =>
          storage.directory.enter(newcomer('twin', more), session(hash, { follows }));
        expect((await again('2', '1'))?.voice).toBe('family');
        expect((await again('3', '2', { voice: 'service' }))?.voice).toBe('service');
        expect(await storage.directory.listPeople(boardId)).toEqual([person('kari', { voices: ['service'] })]);
        await storage.directory.changePerson(boardId, personId('kari'), { voices: ['service', 'network'] });
        await again('4', '3', { voice: 'child' });
        expect((await storage.directory.listPeople(boardId))[0]?.voices).toEqual(['service', 'network']);
      });

      it('gives no voice of their own to those who lead, who write what others say', async () => {
        const leader = newcomer('mona', { linkId: 'leaders' as LinkId, role: 'leader', voice: 'service' });
        expect(await storage.directory.enter(leader, session())).toMatchObject({ voice: 'service' });
        expect((await storage.directory.listPeople(boardId))[0]?.voices).toEqual([]);
      });

      it('knows who made a board: the first who came to lead it', async () => {
        const leads = (id: string, name: string) => newcomer(id, { linkId: 'leaders' as LinkId, role: 'leader', name });
        await storage.directory.enter(newcomer('kari'), session('0'));
        expect((await storage.directory.findBoard(boardId))?.makerId).toBeUndefined();
        await storage.directory.enter(leads('mona', 'Mona'), session('1'));
        await storage.directory.enter(leads('rolf', 'Rolf'), session('2'));
        expect((await storage.directory.findBoard(boardId))?.makerId).toBe(personId('mona'));
      });

      it('remembers who was removed, with every seat of theirs, and does not count them for their links', async () => {
        await storage.directory.createLink(link('viewers', { role: 'viewer' }));
        await storage.directory.enter(newcomer('kari'), session());
        const next = session('next', { follows: 'session' });
        await storage.directory.enter(newcomer('kari-reads', { linkId: 'viewers' as LinkId, role: 'viewer' }), next);
        expect((await storage.directory.seatsOfPerson(personId('kari'))).toSorted()).toEqual(['kari', 'kari-reads']);
        const remove = (id: BoardId, who = 'kari') =>
          storage.directory.removeParticipant(id, who as ParticipantId, 50, personId('mona'));
        expect(await remove(otherBoardId)).toBe(false);
        expect(await remove(boardId)).toBe(true);
        expect(await remove(boardId)).toBe(false);
        expect(await remove(boardId, 'kari-reads')).toBe(false);
        expect((await storage.directory.findSeat('next', boardId, 1))?.participant.removedAt).toBe(50);
        expect((await storage.directory.listParticipants(boardId)).map(({ removedAt }) => removedAt)).toEqual([50, 50]);
        const links = (await storage.directory.listLinks(boardId)).map(({ joined, lobby }) => [joined, lobby]);
        expect(links.toSorted()).toEqual([
          [0, false],
          [0, true],
          [0, true],
        ]);
      });

      it('removes of one’s own seats only the one that is named', async () => {
        await storage.directory.createLink(link('viewers', { role: 'viewer' }));
        await storage.directory.enter(newcomer('kari'), session());
        const next = session('next', { follows: 'session' });
        await storage.directory.enter(newcomer('kari-reads', { linkId: 'viewers' as LinkId, role: 'viewer' }), next);
        await storage.directory.removeParticipant(boardId, 'kari-reads' as ParticipantId, 50, personId('kari'));
        const rows = await storage.directory.listParticipants(boardId);
        expect(rows.map(({ id, removedAt }) => [id, removedAt])).toEqual([
          ['kari', undefined],
          ['kari-reads', 50],
        ]);
      });

      it('lets nobody back unasked who was removed, by their browser or their name, but by a link made since', async () => {
        await storage.directory.enter(newcomer('kari'), session());
        await storage.directory.createLink(link('known', { createdAt: 49 }));
        await storage.directory.removeParticipant(boardId, 'kari' as ParticipantId, 50);
        await storage.directory.createLink(link('fresh', { createdAt: 51 }));
        let sessions = 0;
        const come = async (linkId: string, name: string, follows?: string) => {
          const by = newcomer(`newcomer ${++sessions}`, { linkId: linkId as LinkId, name, joinedAt: 60 });
          const came = await storage.directory.enter(by, session(`${sessions}`, follows ? { follows } : {}));
          return [came?.state, came?.removedBefore];
        };
        // The same link, and another one of then, with the same browser, and with a new one.
        expect(await come('editors', 'Kari', 'session')).toEqual(['waiting', true]);
        expect(await come('editors', 'Somebody else', 'session')).toEqual(['waiting', true]);
        expect(await come('known', 'Somebody else', 'session')).toEqual(['waiting', true]);
        expect(await come('known', ' KARI ')).toEqual(['waiting', true]);
        // Whoever comes by the link that they came by waits; it is not said that they were removed.
        expect(await come('editors', 'Ola')).toEqual(['waiting', undefined]);
        expect(await come('known', 'Ola')).toEqual(['in', undefined]);
        expect(await come('fresh', 'Kari', 'session')).toEqual(['in', undefined]);
      });

      it('has a lobby by a link that leads there, and lets people in as somebody of the case, or somebody new', async () => {
        await storage.directory.createLink(link('lobby', { lobby: true }));
        const knock = (id: string, name: string, more: Partial<NewSession> = {}) =>
          storage.directory.enter(
            newcomer(id, { linkId: 'lobby' as LinkId, name, voice: 'family' }),
            session(`of ${id}`, more),
          );
        const liya = await knock('liya', 'Liya');
        expect(liya).toMatchObject({ state: 'waiting' });
        expect(liya).not.toHaveProperty('personId');
        expect(await storage.directory.findSeat('of liya', boardId, 9)).not.toHaveProperty('person');
        expect(await storage.directory.listPeople(boardId)).toEqual([]);

        const first = await storage.directory.admit(
          admission('liya', { voice: 'child', voices: ['child'], service: 'Skolen' }),
        );
        expect(first).toEqual(
          participant('liya', {
            accessId: 'lobby' as LinkId,
            name: 'Liya',
            voice: 'child',
            service: 'Skolen',
            admittedAt: 70,
          }),
        );
        const known = person('liya', { name: 'Liya', service: 'Skolen', voices: ['child'], createdAt: 70 });
        expect(await storage.directory.listPeople(boardId)).toEqual([known]);

        await knock('liya-again', 'Liya', { hash: 'elsewhere' });
        const back = admission('liya-again', { personId: personId('liya'), voices: ['child'], voice: 'child' });
        expect(await storage.directory.admit(back)).toMatchObject({ personId: personId('liya'), state: 'in' });
        expect((await storage.directory.seatsOfPerson(personId('liya'))).toSorted()).toEqual(['liya', 'liya-again']);
        expect(await storage.directory.admit(admission('nobody'))).toBeUndefined();
      });

      it('goes on seating those who wait at another door where they are let in, until they are let in there too', async () => {
        await storage.directory.createLink(link('lobby', { lobby: true }));
        await storage.directory.enter(newcomer('kari'), session());
        const next = session('next', { follows: 'session' });
        await storage.directory.enter(newcomer('kari-2', { linkId: 'lobby' as LinkId }), next);
        const seat = async () => (await storage.directory.findSeat('next', boardId, 9))?.participant.id;
        expect(await seat()).toBe('kari');
        await storage.directory.admit(admission('kari-2', { personId: personId('kari') }));
        expect(await seat()).toBe('kari-2');
        expect(await storage.directory.listSeats('next', 9)).toHaveLength(1);
      });

      it('gives a seat another name, but not one that was taken away, nor one of another board', async () => {
        await storage.directory.enter(newcomer('kari'), session());
        const kari = 'kari' as ParticipantId;
        const rename = (name: string, board = boardId) => storage.directory.renameParticipant(board, kari, name);
        const nameNow = async () => (await storage.directory.findParticipant(boardId, kari))?.name;
        expect(await rename('Kari Li')).toBe(true);
        expect(await rename('Inntrenger', 'other' as BoardId)).toBe(false);
        expect(await nameNow()).toBe('Kari Li');
        await storage.directory.removeParticipant(boardId, kari, 50);
        expect(await rename('Noen andre')).toBe(false);
      });

      it('refuses whoever waits, who may knock again', async () => {
        await storage.directory.createLink(link('lobby', { lobby: true, uses: 1 }));
        const knock = (hash: string, follows?: string) =>
          storage.directory.enter(
            newcomer(`kari ${hash}`, { linkId: 'lobby' as LinkId }),
            session(hash, follows ? { follows } : {}),
          );
        await knock('1');
        const refuse = () => storage.directory.refuse(boardId, 'kari 1' as ParticipantId);
        expect(await refuse()).toBe(true);
        expect(await refuse()).toBe(false);
        expect((await storage.directory.findSeat('1', boardId, 9))?.participant.state).toBe('refused');
        expect(await knock('2', '1')).toMatchObject({ id: 'kari 1', state: 'waiting' });
      });

      it('lets no more come by a link than it is for, but those who have come already', async () => {
        await storage.directory.createLink(link('one', { uses: 1 }));
        const come = (id: string, name: string, more: Partial<NewSession> = {}) =>
          storage.directory.enter(newcomer(id, { linkId: 'one' as LinkId, name }), session(`of ${id}`, more));
        const came = await Promise.all(['a', 'b', 'c'].map((id) => come(id, id)));
        expect(came.filter((one) => one !== undefined)).toHaveLength(1);
        const name = came.find((one) => one !== undefined)?.name ?? '';
        expect(await come('again', name, { follows: `of ${name}` })).toMatchObject({ id: name });
        expect(await storage.directory.findSeat('of c', boardId, 9)).toEqual(
          name === 'c' ? expect.anything() : undefined,
        );
        await storage.directory.removeParticipant(boardId, name as ParticipantId, 50);
        expect(await come('d', 'd')).toBeUndefined();
      });

      it('gives a browser one seat per board, the newest, and its old one back by its old link', async () => {
        const leader = newcomer('leader', { linkId: 'leaders' as LinkId, role: 'leader' });
        await storage.directory.enter(leader, session('1'));
        await storage.directory.enter(newcomer('kari'), session('2', { follows: '1' }));
        expect((await storage.directory.findSeat('2', boardId, 1))?.participant.id).toBe('kari');
        await storage.directory.enter({ ...leader, id: 'twin' as ParticipantId }, session('3', { follows: '2' }));
        expect((await storage.directory.findSeat('3', boardId, 1))?.participant.id).toBe('leader');
        expect(await storage.directory.listSeats('3', 1)).toHaveLength(1);
      });

      it('lists every board a browser is in, newest first', async () => {
        await storage.directory.createBoard(board(otherBoardId, 70), [link('other', { boardId: otherBoardId })]);
        await storage.directory.enter(newcomer('kari'), session('1'));
        await storage.directory.enter(
          newcomer('kari-there', { boardId: otherBoardId, linkId: 'other' as LinkId }),
          session('2', { follows: '1' }),
        );
        const seats = await storage.directory.listSeats('2', 1);
        expect(seats.map((seat) => [seat.board.id, seat.participant.id])).toEqual([
          [otherBoardId, 'kari-there'],
          [boardId, 'kari'],
        ]);
      });

      it('forgets a session that has expired, and not who was there', async () => {
        await storage.directory.enter(newcomer('kari'), session('old', { expiresAt: 100 }));
        await storage.directory.enter(
          newcomer('ola', { name: 'Ola', joinedAt: 4 }),
          session('new', { expiresAt: 200 }),
        );
        expect(await storage.directory.findSeat('old', boardId, 100)).toBeUndefined();
        await storage.directory.deleteExpiredSessions(100);
        expect(await storage.directory.findSeat('old', boardId, 1)).toBeUndefined();
        expect(await storage.directory.findSeat('new', boardId, 100)).toBeDefined();
        expect((await storage.directory.listParticipants(boardId)).map(({ id }) => id)).toEqual(['kari', 'ola']);
      });

      it('notes when a session was used', async () => {
        await storage.directory.enter(newcomer('kari'), session());
        await storage.directory.useSession('session', 77);
        expect(await storage.directory.findSeat('session', boardId, 80)).toMatchObject({ openedAt: 3, usedAt: 77 });
      });

      it('ends a session with those that it followed, and no other', async () => {
        await storage.directory.createBoard(board(otherBoardId), [link('others', { boardId: otherBoardId })]);
        await storage.directory.enter(newcomer('kari'), session('1'));
        const there = newcomer('there', { boardId: otherBoardId, linkId: 'others' as LinkId });
        await storage.directory.enter(there, session('2', { follows: '1' }));
        await storage.directory.enter(newcomer('twin', { name: 'Tvilling' }), session('sibling', { follows: '1' }));
        await storage.directory.enter(newcomer('ola', { name: 'Ola' }), session('another'));
        expect((await storage.directory.endSession('2')).toSorted()).toEqual([boardId, otherBoardId]);
        expect(await storage.directory.endSession('2')).toEqual([]);
        for (const hash of ['1', '2']) expect(await storage.directory.listSeats(hash, 1)).toEqual([]);
        for (const hash of ['sibling', 'another']) expect(await storage.directory.listSeats(hash, 1)).toHaveLength(1);
      });

      it('keeps people as they were written, and lists the oldest first', async () => {
        const gro = person('gro', {
          name: 'Gro Åse',
          service: 'NAV',
          phone: '+47 99 99 99 99',
          email: 'gro@example.no',
          language: 'nb',
          voices: ['family', 'network'],
          mayDecide: 'Skole, helse',
          reason: 'Kjenner familien best',
          interpreter: { orderedFor: '2026-12-01' as Day },
          plansGiven: true,
          isSubject: true,
          createdAt: 9,
        });
        await storage.directory.createPerson(gro);
        await storage.directory.createPerson(person('kari'));
        await reopen();
        expect(await storage.directory.listPeople(boardId)).toEqual([person('kari'), gro]);
        expect(await storage.directory.listPeople(otherBoardId)).toEqual([]);
      });

      it('changes of a person only what is named, so that two who change different fields both have their way', async () => {
        await storage.directory.createPerson(person('gro', { service: 'NAV', phone: '1' }));
        const change = (by: Parameters<typeof storage.directory.changePerson>[2], id = boardId) =>
          storage.directory.changePerson(id, personId('gro'), by);
        await Promise.all([change({ name: 'Gro Åse' }), change({ service: 'Skolen' }), change({ isSubject: true })]);
        await change({ phone: undefined, plansGiven: false });
        expect(await change({})).toEqual(
          person('gro', { name: 'Gro Åse', service: 'Skolen', isSubject: true, plansGiven: false }),
        );
        expect(await change({ plansGiven: undefined })).not.toHaveProperty('plansGiven');
        expect(await change({ name: 'X' }, otherBoardId)).toBeUndefined();
        expect(await storage.directory.changePerson(boardId, personId('nobody'), {})).toBeUndefined();
      });

      describe('of a child and whom it lets write for it', () => {
        const [thea, mamma, onkel] = [personId('thea'), personId('mamma'), personId('onkel')];
        beforeEach(async () => {
          await storage.directory.enter(newcomer('thea', { name: 'Thea', voice: 'child' }), session('of thea'));
          await storage.directory.enter(newcomer('mamma', { name: 'Mamma', voice: 'family' }), session('of mamma'));
          await storage.directory.enter(newcomer('onkel', { name: 'Onkel', voice: 'family' }), session('of onkel'));
        });
        const name = (helperId: PersonId | undefined) => storage.directory.changePerson(boardId, thea, { helperId });
        const says = (confirmed: boolean, helperId = mamma, childId = thea) =>
          storage.directory.answerHelper(boardId, childId, confirmed ? { confirmed, helperId } : { confirmed });
        const helpsIn = async (hash: string) => (await storage.directory.findSeat(hash, boardId, 9))?.helps ?? 'never';
        const helps = (who = 'mamma') => helpsIn(`of ${who}`);
        const named = async () => {
          const child = (await storage.directory.listPeople(boardId)).find(({ id }) => id === thea);
          return [child?.helperId, child?.helperConfirmed];
        };
        const confirm = async () => {
          await name(mamma);
          expect(await says(true)).toBe(true);
          await reopen();
          expect([await helps(), ...(await named())]).toEqual(['now', mamma, true]);
        };

        it('keeps who is named, which alone gives nothing, and what the child’s page says to that', async () => {
          expect(await name(mamma)).toMatchObject({ id: thea, helperId: mamma });
          expect([await helps(), ...(await named())]).toEqual(['never', mamma, undefined]);
          expect(await says(true)).toBe(true);
          await reopen();
          expect([await helps(), ...(await named())]).toEqual(['now', mamma, true]);
          expect(await says(false)).toBe(true);
          expect([await helps(), ...(await named())]).toEqual(['before', mamma, false]);
          expect(await says(true)).toBe(true);
          expect(await helps()).toBe('now');
          expect([await helps('thea'), await helps('onkel')]).toEqual(['never', 'never']);
        });

        it('takes no yes to somebody who is not named, and no answer where nobody is', async () => {
          expect([await says(true), await says(false)]).toEqual([false, false]);
          await name(onkel);
          expect(await says(true, mamma)).toBe(false);
          expect(await says(true, onkel, mamma)).toBe(false);
          expect(await named()).toEqual([onkel, undefined]);
          expect(await storage.directory.answerHelper(otherBoardId, thea, { confirmed: false })).toBe(false);
        });

        it('asks anew when another is named, and not when the same one is', async () => {
          await confirm();
          await name(mamma);
          expect(await named()).toEqual([mamma, true]);
          await storage.directory.changePerson(boardId, thea, { phone: '1' });
          expect(await named()).toEqual([mamma, true]);
          await name(onkel);
          expect([await helps(), await helps('onkel'), ...(await named())]).toEqual([
            'before',
            'never',
            onkel,
            undefined,
          ]);
          await name(undefined);
          expect(await named()).toEqual([undefined, undefined]);
        });

        it('ends it when the child’s last seat is taken away, and asks anew when it comes back', async () => {
          await confirm();
          await storage.directory.removeParticipant(boardId, 'thea' as ParticipantId, 50);
          expect([await helps(), ...(await named())]).toEqual(['before', mamma, undefined]);
        });

        it('ends it when the helper’s last seat is taken away', async () => {
          await confirm();
          await storage.directory.createLink(link('viewers', { role: 'viewer' }));
          const next = session('next', { follows: 'of mamma' });
          const reads = newcomer('mamma-reads', { name: 'Mamma', linkId: 'viewers' as LinkId, role: 'viewer' });
          await storage.directory.enter(reads, next);
          await storage.directory.removeParticipant(boardId, 'mamma-reads' as ParticipantId, 50, mamma);
          expect(await named()).toEqual([mamma, true]);
          expect(await helpsIn('next'), 'the seats go along to the session that follows').toBe('now');
          await storage.directory.removeParticipant(boardId, 'mamma' as ParticipantId, 60);
          expect([await helpsIn('next'), ...(await named())]).toEqual(['before', undefined, undefined]);
        });

        it('ends it when the child is said to be somebody else, and its page with it', async () => {
          await confirm();
          await storage.directory.createPerson(person('other'));
          await storage.directory.admit(admission('thea', { personId: personId('other'), voices: ['child'] }));
          expect([await helps(), ...(await named())]).toEqual(['before', mamma, undefined]);
        });

        it.each([
          [
            'the child’s voice is the child’s no more',
            () => storage.directory.changePerson(boardId, thea, { voices: [] }),
          ],
          [
            'the helper has it as their own',
            () => storage.directory.changePerson(boardId, mamma, { voices: ['child'] }),
          ],
          [
            'the leader says so of who comes',
            () =>
              storage.directory.admit(
                admission('thea', { personId: thea, newPersonId: personId('unused'), voices: ['family'] }),
              ),
          ],
          [
            'another answer is given at the door',
            () =>
              storage.directory.enter(
                newcomer('twin', { name: 'Thea', voice: 'citizen' }),
                session('again', { follows: 'of thea' }),
              ),
          ],
        ])('ends it when %s', async (_, change) => {
          await confirm();
          await change();
          expect([await helps(), ...(await named())]).toEqual(['before', undefined, undefined]);
        });

        it('knows for ever whose seats wrote for which child', async () => {
          const seats = async (childId?: PersonId) =>
            (await storage.directory.helperSeats(boardId, childId)).toSorted();
          await name(mamma);
          expect(await seats()).toEqual([]);
          await confirm();
          await name(onkel);
          await says(true, onkel);
          await storage.directory.removeParticipant(boardId, 'onkel' as ParticipantId, 50);
          expect([await seats(), await seats(thea), await seats(mamma)]).toEqual([
            ['mamma', 'onkel'],
            ['mamma', 'onkel'],
            [],
          ]);
          expect(await storage.directory.helperSeats(otherBoardId)).toEqual([]);
        });
      });

      it('keeps a meeting as it was written, and lists the newest first', async () => {
        await storage.directory.createMeeting(meeting('first'));
        await storage.directory.createMeeting(meeting('second', { date: '2027-01-15' as Day, present: [] }));
        await reopen();
        expect(await storage.directory.findMeeting(boardId, 'first' as MeetingId)).toEqual(meeting('first'));
        expect(await storage.directory.findMeeting(otherBoardId, 'first' as MeetingId)).toBeUndefined();
        expect((await storage.directory.listMeetings(boardId)).map(({ id }) => id)).toEqual(['second', 'first']);
      });

      it('keeps when people meet again, which can be changed and taken away, also of a meeting that is frozen', async () => {
        await storage.directory.createMeeting(meeting('first', { nextDate: '2027-01-15' as Day }));
        const change = (by: object) => storage.directory.changeMeeting(boardId, 'first' as MeetingId, by);
        const found = async () => (await storage.directory.findMeeting(boardId, 'first' as MeetingId))?.nextDate;
        expect(await found()).toBe('2027-01-15');
        expect(await storage.archive.store(version(1, 'first'))).toBe(true);
        expect([await change({ nextDate: '2027-02-01' }), await found()]).toEqual([true, '2027-02-01']);
        const refused = [{ date: '2026-12-01', nextDate: '2027-03-01' }, { date: '2026-12-01' }, { present: [] }];
        for (const by of refused) expect([await change(by), await found()]).toEqual([false, '2027-02-01']);
        const asWell = { nextDate: '2027-03-01', presentChanges: { add: [], remove: [] } };
        expect([await change(asWell), await found()]).toEqual([false, '2027-02-01']);
        expect([await change({ nextDate: '' }), await found()]).toEqual([true, undefined]);
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

      it('keeps a checkpoint of the duk with each version, and none with one that is refused', async () => {
        await storage.archive.store(version(1, 'first'));
        await storage.archive.store(version(1, 'second', { frozenAt: 6 }));
        expect(await storage.journal.checkpoints(boardId)).toEqual([
          { takenAt: 5, kind: 'freeze', position: 7, bytes: 3 },
        ]);
        const state = await storage.journal.readCheckpoint(boardId, { takenAt: 5, kind: 'freeze' });
        expect([...(state ?? [])]).toEqual([0, 255, 1]);
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

      it('keeps who was there as the first of what happens to it, and takes a yes only while it is the newest', async () => {
        await storage.archive.store(version(1, 'first'), 'absent');
        const { boardId } = version(1, 'first');
        const yes = { at: 6, personId: personId('kari'), name: 'Kari', kind: 'approved' } as const;
        const say = (number: number, whileNewest: boolean) =>
          storage.planLives.append({ boardId, version: 1, number, event: yes }, { whileNewest });
        expect(await storage.planLives.list(boardId, 1)).toMatchObject([
          { number: 1, event: { kind: 'frozen', subject: 'absent' } },
        ]);
        expect(await say(1, true)).toBe(false);
        expect(await say(2, true)).toBe(true);
        await storage.archive.store(version(2, 'second'), 'present');
        expect(await say(3, true)).toBe(false);
        expect(await say(3, false)).toBe(true);
        // What is not stored leaves nothing of itself.
        expect(await storage.archive.store(version(2, 'first'), 'present')).toBe(false);
        expect(await storage.planLives.list(boardId)).toHaveLength(4);
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

    accountsContract(() => storage);

    describe('how much a board holds', () => {
      const privateOf = (id: BoardId, who: string) => documentIdOf(id, 'private', who);
      const [duk, translations] = [documentIdOf(boardId, 'duk'), documentIdOf(boardId, 'translations')];
      const [karis, olas] = [privateOf(boardId, 'kari'), privateOf(boardId, 'ola')];

      it('is told of each of its documents, and of no other board whose id begins alike', async () => {
        expect(await storage.journal.boardBytes(boardId)).toEqual(new Map());
        const alike = ['0', '-2', '!', 'å'].map((end) => `${boardId}${end}` as BoardId);
        await storage.journal.append(
          batch(...alike.flatMap((id) => [edit(id, 1), edit(privateOf(id, 'kari'), 1)]), edit(otherBoardId, 1)),
        );
        await storage.journal.append(batch(edit(duk, 1, 2, 3), edit(karis, 1, 2)));
        await storage.journal.append(batch(edit(karis, 3), edit(translations, 1), edit(olas), edit(karis, 4, 5)));
        expect(await storage.journal.boardBytes(boardId)).toEqual(
          new Map([[duk, 3], [karis, 5], [olas, 0], [translations, 1]]), // biome-ignore format: as pairs
        );
      });

      it('is less when a journal is compacted, whatever checkpoints are kept', async () => {
        for (const value of [1, 2, 3]) await storage.journal.append(batch(edit(karis, value, value, value)));
        const checkpoint = { takenAt: 1, kind: 'hour', position: 2, state: bytes(1, 2, 3, 4, 5) } as const;
        await storage.journal.compact(karis, bytes(7), 2, { checkpoints: [checkpoint] });
        expect(await storage.journal.boardBytes(boardId)).toEqual(new Map([[karis, 4]]));
      });

      it('is told of as many documents and entries as there may be', async () => {
        const people = Array.from({ length: 4_100 }, (_, index) => privateOf(boardId, `p${index}`));
        await storage.journal.append(batch(...people.map((id) => edit(id, 1, 2))));
        for (const value of [1, 2, 3]) await storage.journal.append(batch(edit(olas, value), edit(duk, value)));
        const weights = await storage.journal.boardBytes(boardId);
        expect([weights.size, weights.get(olas), weights.get(duk)]).toEqual([people.length + 2, 3, 3]);
        expect(people.every((id) => weights.get(id) === 2)).toBe(true);
      });
    });

    caseEndsContract(() => storage, reopen);
    passkeysContract(() => storage, reopen);

    consentsContract(() => storage, reopen);
    caseLogContract(() => storage, reopen);

    describe('a board that ends by itself', () => {
      const ended = { ...board(), expiresAt: 500 };
      /** Everything a board can have, of this one and of another whose id begins alike. */
      const fill = async (row: BoardRow) => {
        const of = (id: string) => `${row.id} ${id}`;
        await storage.directory.createBoard(row, [link(of('editors'), { boardId: row.id })]);
        await storage.directory.enter(
          newcomer(of('kari'), { boardId: row.id, linkId: of('editors') as LinkId }),
          session(of('session')),
        );
        await leadWithAccount(storage, row.id);
        await storage.directory.createMeeting(meeting(of('first'), { boardId: row.id, present: [] }));
        await storage.archive.store(version(1, of('first'), { boardId: row.id }));
        await storage.consents.record(row.id, consent(of('consent')));
        await storage.cuts.give(newCut(of('cut'), { boardId: row.id }));
        await storage.cuts.countUse(of('cut') as CutId, { hash: of('reading'), expiresAt: 90 }, 50);
        const approved = { at: 6, personId: personId('kari'), name: 'Kari', kind: 'approved' } as const;
        await storage.planLives.append({ boardId: row.id, version: 1, number: 1, event: approved });
        await storage.caseLog.append([
          {
            ...{ boardId: row.id, at: 5, personId: personId('kari'), participantId: 'kari', name: 'Kari' },
            ...{ role: 'editor', access: 'link', accessId: of('editors'), event: { kind: 'duk' } },
          },
        ]);
        const documents = [
          documentIdOf(row.id, 'duk'),
          documentIdOf(row.id, 'translations'),
          documentIdOf(row.id, 'private', 'kari'),
        ];
        for (const id of documents) await storage.journal.append(batch(edit(id, 1)));
        const checkpoints = movedTables.find(({ name }) => name === 'checkpoints');
        const kept = { taken_at: 1, kind: 'hour', position: 1, data: bytes(1), checksum: 1 };
        if (checkpoints)
          await storage.installation.insert(
            checkpoints,
            documents.map((id) => ({ ...kept, document_id: id })),
          );
        return documents;
      };
      /** Rows of every table but sessions and accounts, which are a browser's or a person's and not a board's. */
      const countAll = async () => {
        const counts: Record<string, number> = {};
        for (const table of movedTables) {
          if (!['sessions', 'accounts', 'sign_ins'].includes(table.name))
            counts[table.name] = await storage.installation.count(table);
        }
        return counts;
      };

      it('lets nobody in from then on, by a link or a seat', async () => {
        await fill(ended);
        const secret = `hash of ${ended.id} editors`;
        const by = { linkId: `${ended.id} editors` as LinkId };
        expect(await storage.directory.findLinkBySecret(boardId, secret)).toMatchObject({ expiresAt: 500 });
        expect(await storage.directory.findSeat(`${ended.id} session`, boardId, 499)).toMatchObject({
          board: { expiresAt: 500 },
          link: { expiresAt: 500 },
        });
        expect(await storage.directory.findSeat(`${ended.id} session`, boardId, 500)).toBeUndefined();
        expect(await storage.directory.listSeats(`${ended.id} session`, 500)).toEqual([]);
        const late = newcomer('late', { ...by, joinedAt: 500 });
        expect(await storage.directory.enter(late, session('late'))).toBeUndefined();
      });

      it('is erased with all it has, and nothing of another board', async () => {
        const other = { ...board(`${boardId}0` as BoardId), expiresAt: 501 };
        await fill(other);
        const before = await countAll();
        const documents = await fill(ended);
        expect(await storage.directory.expiredBoards(499)).toEqual([]);
        expect(await storage.eraseExpiredBoard(boardId, 499)).toBe(false);
        expect(await storage.directory.expiredBoards(500)).toEqual([boardId]);
        expect(await storage.eraseExpiredBoard(boardId, 500)).toBe(true);
        expect(await storage.directory.findBoard(boardId)).toBeUndefined();
        for (const id of documents) expect((await storage.journal.read(id)).length).toBe(0);
        expect(await countAll()).toEqual(before);
      });

      it('is erased once, when two do it in the same moment', async () => {
        await fill(ended);
        const erased = await Promise.all([1, 2].map(() => storage.eraseExpiredBoard(boardId, 500)));
        expect(erased.toSorted()).toEqual([false, true]);
      });

      it('of any other kind is never erased', async () => {
        await fill(board());
        expect(await storage.directory.expiredBoards(Number.MAX_SAFE_INTEGER)).toEqual([]);
        expect(await storage.eraseExpiredBoard(boardId, Number.MAX_SAFE_INTEGER)).toBe(false);
      });
    });

    followUpContract(() => storage, reopen);
    talliesContract(() => storage, reopen);
    answersContract(() => storage, reopen);
    cutsContract(() => storage, reopen);
    remindersContract(() => storage, reopen);
    calendarsContract(() => storage, reopen);
    contactsContract(() => storage, reopen);
    intakeContract(() => storage, reopen);
    storiesContract(() => storage, reopen);
    programmeContract(() => storage, reopen);
    planLivesContract(() => storage);

    it('answers when it is there, and says so plainly when it is not', async () => {
      await expect(storage.check()).resolves.toBeUndefined();
      await storage.close();
      await expect(storage.check()).rejects.toBeInstanceOf(StorageUnavailable);
      await expect(storage.journal.append(batch(edit(boardId, 1)))).rejects.toBeInstanceOf(StorageUnavailable);
      storage = await place.open();
    });
  });
}
