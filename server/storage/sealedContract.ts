import type { BoardId, ParticipantId, PersonId } from '@duken/shared/board';
import type { MeetingId } from '@duken/shared/meeting';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BoardRow, PersonRow } from './directory.ts';
import type { Row } from './installation.ts';
import type { Storage } from './storage.ts';

/** A database that somebody can get at behind our back. */
export interface MeddledPlace {
  storage(): Storage;
  /** Rows as they lie. @param sql with `?` for each value */
  ask(sql: string, ...values: readonly (string | number | Uint8Array | null)[]): Promise<readonly Row[]>;
}

const [one, two] = ['board-one', 'board-two'] as BoardId[] as [BoardId, BoardId];
const board = (id: BoardId): BoardRow => ({ id, title: `Duken til ${id}`, templateId: 'simple', createdAt: 1 });
const person = (id: string, boardId: BoardId): PersonRow => ({
  id: id as PersonId,
  boardId,
  name: `Navn ${id}`,
  service: `Tjeneste ${id}`,
  voices: ['child'],
  isSubject: false,
  createdAt: 1,
});

/** What holds of sealed rows in every database, also against whoever can write in it. */
export function sealedContract(place: MeddledPlace): void {
  const lay = async () => {
    const { directory, journal } = place.storage();
    for (const id of [one, two]) {
      await directory.createBoard(board(id), []);
      for (const name of ['a', 'b']) await directory.createPerson(person(`${id}-${name}`, id));
      await directory.createMeeting({
        id: `m-${id}` as MeetingId,
        boardId: id,
        date: '2026-11-30',
        present: [{ name: 'Kari', participantId: 'kari' as ParticipantId }],
        createdAt: 1,
      });
      await journal.append(new Map([[id, [Uint8Array.of(1, 2, 3), Uint8Array.of(4)]]]));
      await journal.append(new Map([[id, [Uint8Array.of(5)]]]));
    }
  };
  const broken = { name: 'SealBroken' };

  it('refuses a value that stands in another row, column, board or table than it was sealed for', async () => {
    await lay();
    const { directory } = place.storage();
    const cells = [
      ...[one, two].map((id) => ({ table: 'boards', column: 'title', key: id as string, of: id })),
      ...[one, two].flatMap((id) =>
        ['a', 'b'].flatMap((name) =>
          ['name', 'service'].map((column) => ({ table: 'people', column, key: `${id}-${name}`, of: id })),
        ),
      ),
    ];
    const read = async ({ of }: (typeof cells)[number]) => [
      await directory.findBoard(of),
      await directory.listPeople(of),
    ];
    const at = ({ table, column, key }: (typeof cells)[number]) =>
      place.ask(`select ${column} as value from ${table} where id = ?`, key).then(([row]) => String(row?.value));
    for (const here of cells)
      for (const there of cells) {
        if (here === there) continue;
        const before = await at(here);
        await place.ask(`update ${here.table} set ${here.column} = ? where id = ?`, await at(there), here.key);
        await expect(read(here), `${there.key} ${there.column} in ${here.key} ${here.column}`).rejects.toMatchObject(
          broken,
        );
        await place.ask(`update ${here.table} set ${here.column} = ? where id = ?`, before, here.key);
        expect(await read(here)).toMatchObject([{ id: here.of }, [{ name: `Navn ${here.of}-a` }, {}]]);
      }
  });

  it('refuses a text of which any letter is another, and one that is not sealed', async () => {
    await lay();
    const { directory } = place.storage();
    const [row] = await place.ask('select title as value from boards where id = ?', one);
    const sealed = String(row?.value);
    const put = (text: string) => place.ask('update boards set title = ? where id = ?', text, one);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: sealed.length - 1 }),
        fc.constantFrom('A', 'b', '-', '!'),
        async (at, letter) => {
          fc.pre(sealed[at] !== letter);
          await put(sealed.slice(0, at) + letter + sealed.slice(at + 1));
          await expect(directory.findBoard(one)).rejects.toMatchObject(broken);
        },
      ),
      { numRuns: 40 },
    );
    await put('En annen tittel');
    await expect(directory.findBoard(one)).rejects.toMatchObject(broken);
    await put(sealed);
    expect(await directory.findBoard(one)).toMatchObject({ title: 'Duken til board-one' });
    expect(await directory.findBoard(two)).toMatchObject({ title: 'Duken til board-two' });
  });

  it('opens nothing of an erased case any more, also when its rows are put back', async () => {
    await lay();
    const { directory, journal } = place.storage();
    const copy = async (sql: string) => ({ sql, rows: await place.ask(`select * from ${sql} order by 1`, one) });
    const kept = [
      await copy('boards where id = ?'),
      await copy('people where board_id = ?'),
      await copy('journal where document_id = ?'),
    ];
    await directory.endBoard(one, 5);
    expect(await place.storage().eraseExpiredBoard(one, 5)).toBe(true);
    for (const { sql, rows } of kept)
      for (const row of rows) {
        const names = Object.keys(row);
        const values = names.map((name) => row[name] ?? null);
        await place.ask(
          `insert into ${sql.split(' ')[0]} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
          ...values,
        );
      }
    await expect(directory.findBoard(one)).rejects.toMatchObject(broken);
    await expect(directory.listPeople(one)).rejects.toMatchObject(broken);
    await expect(journal.read(one)).rejects.toMatchObject({ name: 'JournalUnreadable' });
    expect(await directory.listPeople(two)).toHaveLength(2);
    expect(await journal.read(two)).toHaveLength(2);
    await place.storage().endErasedBoards(9);
    expect(await directory.expiredBoards(9)).toEqual([one]);
    expect(await place.storage().eraseExpiredBoard(one, 9)).toBe(true);
  });

  it('is opened by what was wrapped anew, and takes no key that comes wrapped by another than is used', async () => {
    await lay();
    const { keyring, directory } = place.storage();
    const { store } = keyring;
    const letGo = await store.hold();
    expect(await store.hold()).toBeUndefined();
    const [[own], stored] = [await store.find(['']), await store.find([one, two])];
    if (!own?.wrapped) throw new Error('no key');
    const foreign = { by: 'another', bytes: Uint8Array.of(1) };
    expect(await store.add([{ caseId: 'late', number: 1, wrapped: foreign }])).toEqual([]);
    expect(await store.notWrappedBy(own.wrapped.by, '', 9)).toEqual([]);
    expect(await store.notWrappedBy('another', '', 1)).toEqual([stored[0]]);
    expect(await store.notWrappedBy('another', one, 9)).toEqual([stored[1]]);

    // What has changed meanwhile is left, and the rest is changed with it.
    const changes = stored.map(({ caseId, wrapped }) => {
      if (!wrapped) throw new Error('no key');
      return { caseId, before: caseId === one ? foreign : wrapped, after: foreign };
    });
    await store.replace(changes);
    expect(await store.find([one, two])).toEqual([stored[0], { ...stored[1], wrapped: foreign }]);
    const before = changes[1]?.before ?? foreign;
    await store.replace([{ caseId: two, before: foreign, after: before }]);
    expect(await directory.listPeople(two)).toHaveLength(2);
    await letGo?.();
    const again = await store.hold();
    expect(again).toBeDefined();
    await again?.();
  });
}
