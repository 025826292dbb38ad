import { documentIdOf } from '@duken/shared/access';
import { closeCode } from '@duken/shared/protocol';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Wire } from './peers/busForTests.ts';
import {
  allSaved,
  boardNamed,
  enter,
  openBrowser,
  RawSocket,
  startRelay,
  startTroubledRelay,
  syncFrame,
  type TestRelay,
  tempDataDir,
  typed,
  until,
} from './relayForTests.ts';

const board = boardNamed('family');
const translations = documentIdOf(board, 'translations');
const ownOf = (person: string) => documentIdOf(board, 'private', person);

/** All that is private may come to 60,000 bytes, and to as much again for those who have at most 300. */
const limits = { maxDocumentBytes: 60_000, maxBoardBytes: 240_000, maxPeople: 200 };
const page = 10_000;
const pageOf = (letter: string) => typed(letter.repeat(page));

/** Says one update and waits for what comes of it. */
async function write(socket: RawSocket, update: Uint8Array): Promise<'saved' | { code: number; reason: string }> {
  const before = socket.saved();
  socket.say(syncFrame('update', update));
  const isSaved = until(() => expect(socket.saved()).toBeGreaterThan(before)).then(() => 'saved' as const);
  return Promise.race([isSaved, socket.closed]);
}

/** Pages that somebody can write into their own document. */
async function fill(url: string, person: string): Promise<{ pages: number; closed: { code: number; reason: string } }> {
  const socket = await enter(url, ownOf(person), { as: person });
  for (let pages = 0; ; pages++) {
    const outcome = await write(socket, pageOf('a'));
    if (outcome !== 'saved') return { pages, closed: outcome };
  }
}

async function privateBytes({ journal }: TestRelay): Promise<number> {
  const weights = await journal.boardBytes(board);
  return [...weights].reduce((sum, [id, bytes]) => (id.includes('/private/') ? sum + bytes : sum), 0);
}

describe('how much a board holds', () => {
  it('is bounded over what all people write for themselves, and the duk and its translations go on', async () => {
    const relay = await startRelay({ limits });
    const leader = { as: 'mona', role: 'leader' } as const;
    const duk = await enter(relay.url, board, leader);
    const words = await enter(relay.url, translations, leader);
    const small = await enter(relay.url, ownOf('eva'), { as: 'eva' });
    const anna = await enter(relay.url, ownOf('anna'), { as: 'anna' });
    for (let pages = 0; pages < 2; pages++) expect(await write(anna, pageOf('a'))).toBe('saved');

    const filled = [await fill(relay.url, 'bo'), await fill(relay.url, 'per')];
    expect(filled.map(({ pages }) => pages)).toEqual([3, 0]);
    for (const { closed } of filled)
      expect(closed).toEqual({
        code: closeCode.tooLarge,
        reason: 'All that is private on the board is larger than 60000 bytes',
      });
    expect(await privateBytes(relay)).toBeLessThanOrEqual(60_000);

    for (let pages = 0; pages < 4; pages++) {
      expect(await write(duk, pageOf('d'))).toBe('saved');
      expect(await write(words, pageOf('t'))).toBe('saved');
    }
    // Who was not refused is still there, and whoever has little can write.
    await anna.wasHeard();
    expect(await write(small, typed('jeg gruer meg'))).toBe('saved');
    expect(relay.relay.counters.closed.tooLarge).toBe(2);
  });

  it('stops nobody who has little, nor whoever only takes away, when others have filled it', async () => {
    const { url, journal } = await startRelay({ limits });
    const annas = typed('a'.repeat(1_000));
    await journal.append(new Map([[ownOf('per'), [typed('p'.repeat(60_000))]], [ownOf('anna'), [annas]]])); // biome-ignore format: as pairs
    const anna = openBrowser(url, ownOf('anna'), { as: 'anna' });
    await until(() => expect(anna.text.length).toBe(1_000));
    anna.text.delete(0, 600);
    await allSaved(anna);
    expect(anna.closeCodes).toEqual([]);
    const eva = await enter(url, ownOf('eva'), { as: 'eva' });
    expect(await write(eva, typed('jeg gruer meg'))).toBe('saved');
    expect(await write(eva, typed('e'.repeat(300)))).toMatchObject({ code: closeCode.tooLarge });
  });

  it('is known to a server that has just started, before it takes anything', async () => {
    const dataDir = await tempDataDir();
    const before = await startRelay({ dataDir, limits });
    await fill(before.url, 'anna');
    await before.stop();
    const { url } = await startRelay({ dataDir, limits });
    expect(await fill(url, 'bo')).toMatchObject({ pages: 0, closed: { code: closeCode.tooLarge } });
  });

  it('has room again when somebody has taken their words away and left: nobody who only does that is refused', async () => {
    const relay = await startRelay({ limits });
    const anna = openBrowser(relay.url, ownOf('anna'), { as: 'anna' });
    await until(() => expect(anna.provider.synced).toBe(true));
    for (let pages = 0; pages < 5; pages++) {
      anna.text.insert(0, 'a'.repeat(page));
      await allSaved(anna);
    }
    expect(await fill(relay.url, 'bo')).toMatchObject({ pages: 0 });
    anna.text.delete(0, anna.text.length);
    await allSaved(anna);
    expect(anna.closeCodes).toEqual([]);
    anna.leave();
    await until(async () => expect(await privateBytes(relay)).toBeLessThan(1_000));
    await until(() => expect(relay.relay.counters).toMatchObject({ compactions: 1, boards: 0 }));
    expect(await fill(relay.url, 'bo')).toMatchObject({ pages: 5 });
  });

  it('has room again when a document that is open is compacted in a pause', async () => {
    const relay = await startRelay({ limits: { ...limits, compactWhenIdleMs: 20 } });
    const doc = new Y.Doc();
    const anna = openBrowser(relay.url, ownOf('anna'), { as: 'anna' }, doc);
    await until(() => expect(anna.provider.synced).toBe(true));
    for (let pages = 0; pages < 12; pages++) {
      anna.text.insert(0, 'a'.repeat(page));
      anna.text.delete(0, page);
      await allSaved(anna);
      await until(async () => expect(await privateBytes(relay)).toBeLessThanOrEqual(30_100));
    }
    expect(anna.closeCodes).toEqual([]);
  });

  it('follows what is written on other servers', async () => {
    const dataDir = await tempDataDir();
    const wire = new Wire();
    const everyMs = { ...limits, weighBoardEveryMs: 0 };
    const one = await startRelay({ dataDir, bus: wire.join(), limits: everyMs });
    const two = await startRelay({ dataDir, bus: wire.join(), limits: everyMs });
    const anna = await enter(one.url, ownOf('anna'), { as: 'anna' });
    expect(await write(anna, pageOf('a'))).toBe('saved');
    expect((await fill(two.url, 'bo')).pages).toBe(4);
    // By what is written here alone there would be room for five pages more.
    let pages = 0;
    while ((await write(anna, pageOf('b'))) === 'saved') pages += 1;
    expect(pages).toBeLessThan(4);
    expect((await anna.closed).code).toBe(closeCode.tooLarge);
  });

  it('keeps nobody out when the database cannot say it while people write', async () => {
    const { url, disk, log } = await startTroubledRelay({ limits: { ...limits, weighBoardEveryMs: 0 } });
    const anna = await enter(url, ownOf('anna'), { as: 'anna' });
    disk.failToWeigh();
    expect(await write(anna, pageOf('a'))).toBe('saved');
    await until(() => expect(log.some((line) => line.includes('could not be weighed'))).toBe(true));
    expect(await new RawSocket(url, ownOf('bo'), { as: 'bo' }).closed).toMatchObject({ code: closeCode.cannotLoad });
    await anna.wasHeard();
  });

  it('holds no earlier hours of what is private: what somebody threw away is gone', async () => {
    const { url, journal, relay } = await startRelay({ limits: { compactAfterUpdates: 1 } });
    const hourMs = 3_600_000;
    for (const documentId of [board, ownOf('anna')]) {
      for (const hour of [1, 2, 3])
        await journal.append(new Map([[documentId, [typed(`ord ${hour}`, hour)]]]), undefined, hour * hourMs);
      const anna = await enter(url, documentId, { as: 'anna' });
      anna.socket.close();
    }
    await until(() => expect(relay.counters).toMatchObject({ compactions: 2, boards: 0 }));
    expect((await journal.checkpoints(board)).length).toBe(3);
    expect(await journal.checkpoints(ownOf('anna'))).toEqual([]);
  });
});
