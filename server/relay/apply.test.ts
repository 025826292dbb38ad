import {
  addNote,
  createBoardUpdate,
  type NoteId,
  onBoard,
  type ParticipantId,
  replayBoard,
  setHeader,
} from '@duken/shared/board';
import { failed, succeeded } from '@duken/shared/result';
import { type Layouts, layoutsWith, templates } from '@duken/shared/template';
import { afterAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { keysForTests } from '../sealing/keysForTests.ts';
import { StorageUnavailable, updatesIn } from '../storage/index.ts';
import { Cluster } from '../storage/postgres/clusterForTests.ts';
import { RedisServer } from '../storage/redis/redisForTests.ts';
import { Wire } from './peers/busForTests.ts';
import {
  allSaved,
  boardNamed,
  enter,
  journaledText,
  openBrowser,
  startRelay,
  startTroubledRelay,
  syncFrame,
  type TestRelay,
  tempDataDir,
  typed,
  until,
} from './relayForTests.ts';

const duk = boardNamed('family');
const eva = { participantId: 'eva' as ParticipantId, seats: new Set(['eva' as ParticipantId]) };

/** Writes at the end, and tells what stands there then. */
const write = (words: string) => (doc: Y.Doc) => {
  const text = doc.getText('text');
  text.insert(text.length, words);
  return succeeded(text.toString());
};

describe('what the server writes in the name of a person', () => {
  it('is seen by those who are there, and kept, before it is called done', async () => {
    const { url, relay, journal } = await startRelay();
    const anna = openBrowser(url, duk, { as: 'anna' });
    anna.text.insert(0, 'hei ');
    await allSaved(anna);
    expect(await relay.apply(duk, write('fra Eva'), eva)).toEqual(succeeded('hei fra Eva'));
    expect(await journaledText(journal, duk)).toBe('hei fra Eva');
    await until(() => expect(anna.text.toString()).toBe('hei fra Eva'));
    anna.text.insert(0, 'å ');
    await allSaved(anna);
    expect(await relay.apply(duk, write('!'), eva)).toEqual(succeeded('å hei fra Eva!'));
  });

  it('is kept and told to those who are there although one who follows the commits throws', async () => {
    const { url, relay, journal, log } = await startRelay();
    relay.onCommit(() => {
      throw new Error('the follower fell over');
    });
    const anna = openBrowser(url, duk, { as: 'anna' });
    for (const word of ['hei', ' du']) {
      anna.text.insert(anna.text.length, word);
      await allSaved(anna);
    }
    expect(await journaledText(journal, duk)).toBe('hei du');
    expect(log.join('\n')).toContain('the follower fell over');
  });

  it('is written under a Yjs client of the server’s own', async () => {
    const { url, relay, journal } = await startRelay();
    const anna = openBrowser(url, duk, { as: 'anna' });
    anna.text.insert(0, 'hei');
    await allSaved(anna);
    for (const letter of 'abc') await relay.apply(duk, write(letter), eva);
    const owners = await journal.owners(duk);
    expect([...owners.values()].toSorted()).toEqual(['anna', 'server']);
    expect(owners.get(anna.doc.clientID)).toBe('anna');
  });

  it('is kept where nobody has the document open, which then leaves memory', async () => {
    const { relay, journal } = await startRelay();
    await journal.append(new Map([[duk, [typed('hei ', 1)]]]));
    expect(await relay.apply(duk, write('fra Eva'), eva)).toEqual(succeeded('hei fra Eva'));
    expect(await journaledText(journal, duk)).toBe('hei fra Eva');
    await until(() => expect(relay.counters.boards).toBe(0));
    expect(relay.online(duk).size).toBe(0);
  });

  it('may be a command of the duk', async () => {
    const { relay, journal } = await startRelay();
    await journal.append(new Map([[duk, [createBoardUpdate({ title: 'Duk', templateId: 'lorenskog', for: '' })]]]));
    const note = {
      id: 'n1' as NoteId,
      cell: { column: 'dream', theme: '' },
      text: 'En hund',
      voice: 'citizen',
      author: eva.participantId,
      createdAt: 1,
    } as Parameters<typeof addNote>[1];
    expect(
      await relay.apply(
        duk,
        onBoard((board) => addNote(board, note), layoutsWith([])),
        eva,
      ),
    ).toEqual(succeeded(undefined));
    const board = replayBoard(updatesIn(await journal.read(duk)));
    expect(board.ok && board.value.notes).toMatchObject([{ text: 'En hund', author: 'eva' }]);
    const nowhere = await relay.apply(
      boardNamed('empty'),
      onBoard((board) => addNote(board, note), layoutsWith([])),
      eva,
    );
    expect(nowhere).toEqual(failed({ kind: 'empty' }));
    expect(await journal.read(boardNamed('empty'))).toEqual([]);
  });

  it('writes on a duk with a layout of the operator’s own, and not where that is missing', async () => {
    const { relay, journal } = await startRelay();
    const asker = { ...templates.simple, id: 'asker' };
    const at = boardNamed('asker');
    await journal.append(new Map([[at, [createBoardUpdate({ title: 'Duk', templateId: 'asker', for: '' })]]]));
    const title = (layouts: Layouts) => onBoard((board) => setHeader(board, { title: board.template.id }), layouts);
    expect(await relay.apply(at, title(layoutsWith([])), eva)).toEqual(failed({ kind: 'layoutMissing' }));
    expect(await relay.apply(at, title(layoutsWith([asker])), eva)).toEqual(succeeded(undefined));
    const board = replayBoard(updatesIn(await journal.read(at)), layoutsWith([asker]));
    expect(board.ok && board.value.title).toBe('asker');
  });

  it('changes nothing when the command fails or throws, however far it had come', async () => {
    const { url, relay, journal } = await startRelay();
    const anna = openBrowser(url, duk, { as: 'anna' });
    anna.text.insert(0, 'hei');
    await allSaved(anna);
    const fails = (doc: Y.Doc) => {
      doc.getText('text').delete(0, 3);
      return failed({ kind: 'noteGone' as const });
    };
    expect(await relay.apply(duk, fails, eva)).toEqual(failed({ kind: 'noteGone' }));
    const throws = (doc: Y.Doc) => {
      doc.getText('text').delete(0, 3);
      throw new Error('A bug');
    };
    await expect(relay.apply(duk, throws, eva)).rejects.toThrow('A bug');
    expect(await relay.apply(duk, write('!'), eva)).toEqual(succeeded('hei!'));
    await until(() => expect(anna.text.toString()).toBe('hei!'));
    expect(updatesIn(await journal.read(duk)).length).toBe(2);
  });

  it('says so when it could not be kept, is seen by nobody then, and can be tried again', async () => {
    const { url, relay, disk, journal } = await startTroubledRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    disk.failNext();
    await expect(relay.apply(duk, write('hei'), eva)).rejects.toThrow(StorageUnavailable);
    await anna.wasHeard();
    expect([anna.heard('update').length, await journaledText(journal, duk)]).toEqual([0, '']);
    expect(await relay.apply(duk, write('hei'), eva)).toEqual(succeeded('hei'));
    await until(() => expect(anna.heard('update').length).toBe(1));
  });

  it('is all kept when there are several at once, in one commit with what people write', async () => {
    const { url, relay, disk, journal } = await startTroubledRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const release = disk.hold();
    anna.say(syncFrame('update', typed('a', 1)));
    await until(() => expect(disk.appended).toEqual([1]));
    const both = [relay.apply(duk, write('b'), eva), relay.apply(duk, write('c'), eva)];
    anna.say(syncFrame('update', typed('d', 2)));
    await anna.wasHeard();
    release();
    expect(await Promise.all(both)).toEqual([succeeded('ab'), succeeded('abc')]);
    await until(() => expect(anna.saved()).toBe(2));
    expect(disk.appended).toEqual([1, 3]);
    expect((await journaledText(journal, duk)).split('').toSorted().join('')).toBe('abcd');
  });

  it('is kept before the server stops, and refused after', async () => {
    const { relay, journal, disk, stop } = await startTroubledRelay();
    const release = disk.hold();
    const applying = relay.apply(duk, write('hei'), eva);
    await until(() => expect(disk.appended).toEqual([1]));
    const stopped = relay.stop();
    release();
    expect(await applying).toEqual(succeeded('hei'));
    await stopped;
    expect(await journaledText(journal, duk)).toBe('hei');
    await expect(relay.apply(duk, write('mer'), eva)).rejects.toThrow(StorageUnavailable);
    await stop();
  });
});

describe('what the server writes where another has the document open', () => {
  let cluster: Cluster | undefined;
  let redis: RedisServer | undefined;
  afterAll(async () => {
    await cluster?.remove();
    await redis?.remove();
  });

  async function writesBothWays(one: TestRelay, two: TestRelay): Promise<void> {
    const anna = openBrowser(one.url, duk, { as: 'anna' });
    anna.text.insert(0, 'hei ');
    await allSaved(anna);
    // Nobody is at the document on this one.
    expect(await two.relay.apply(duk, write('fra Eva'), eva)).toEqual(succeeded('hei fra Eva'));
    await until(() => expect(anna.text.toString()).toBe('hei fra Eva'));
    const both = [one.relay.apply(duk, write('1'), eva), two.relay.apply(duk, write('2'), eva)];
    await Promise.all(both);
    await until(() => expect([...anna.text.toString()].toSorted().join('')).toContain('12'));
    expect(await journaledText(one.journal, duk)).toBe(anna.text.toString());
    expect(anna.closeCodes).toEqual([]);
  }

  it('is seen there, over one folder', async () => {
    const dataDir = await tempDataDir();
    const wire = new Wire();
    const one = await startRelay({ dataDir, bus: wire.join() });
    const two = await startRelay({ dataDir, bus: wire.join() });
    await writesBothWays(one, two);
  });

  it('is done on what stands in the journal, also when nobody told', async () => {
    const dataDir = await tempDataDir();
    const wire = new Wire();
    const limits = { lookForPeersEveryMs: 3_600_000 };
    const one = await startRelay({ dataDir, limits, bus: wire.join() });
    const two = await startRelay({ dataDir, limits, bus: wire.join() });
    const anna = await enter(one.url, duk, { as: 'anna' });
    await enter(two.url, duk, { as: 'bo' });
    wire.loses = () => true;
    anna.say(syncFrame('update', typed('hei ', 1)));
    await until(() => expect(anna.saved()).toBe(1));
    expect(await two.relay.apply(duk, write('fra Eva'), eva)).toEqual(succeeded('hei fra Eva'));
  });

  it('is seen there, over PostgreSQL and Redis', async () => {
    [cluster, redis] = await Promise.all([Cluster.start(), RedisServer.start()]);
    const storage = {
      databaseUrl: await cluster.newDatabase(),
      redisUrl: redis.url,
      exclusive: true,
      keys: keysForTests,
    };
    await writesBothWays(await startRelay({ storage }), await startRelay({ storage }));
  });
});
