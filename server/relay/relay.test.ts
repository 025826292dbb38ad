import type { Socket } from 'node:net';
import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { endOf, updatesIn } from '../storage/index.ts';
import {
  boardNamed,
  enter,
  journaledText,
  openBrowser,
  passingOn,
  RawSocket,
  startRelay,
  startTroubledRelay,
  syncFrame,
  type TestRelay,
  typed,
  until,
} from './relayForTests.ts';

const duk = boardNamed('family');
const nothing = Uint8Array.of(0, 0);

/** What stands in a document of which these messages tell: a step 2, and updates. */
function textOf(...messages: readonly (Uint8Array | undefined)[]): string {
  const doc = new Y.Doc();
  for (const message of messages) {
    if (!message) throw new Error('No step 2');
    const decoder = decoding.createDecoder(message.subarray(2));
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
  }
  return doc.getText('text').toString();
}

describe('people with the ordinary provider', () => {
  it('see what the others write, and know when it is saved', async () => {
    const { url, journal } = await startRelay();
    const anna = openBrowser(url, duk, { as: 'anna' });
    const bo = openBrowser(url, duk, { as: 'bo' });
    await until(() => expect([anna.provider.synced, bo.provider.synced]).toEqual([true, true]));
    anna.text.insert(0, 'Søke om startlån');
    await until(() => expect(bo.text.toString()).toBe('Søke om startlån'));
    bo.text.insert(0, '1. ');
    await until(() => expect(anna.text.toString()).toBe('1. Søke om startlån'));
    await until(() => expect([anna.saved(), bo.saved()]).toEqual([anna.sent(), bo.sent()]));
    expect(await journaledText(journal, duk)).toBe('1. Søke om startlån');
  });

  it('keep what they typed before the board had opened for them', async () => {
    const { url, journal } = await startRelay();
    const anna = openBrowser(url, duk, { as: 'anna' });
    for (const letter of 'hei') anna.text.insert(anna.text.length, letter);
    await until(() => {
      expect(anna.sent()).toBeGreaterThan(0);
      expect(anna.saved()).toBe(anna.sent());
    });
    expect(await journaledText(journal, duk)).toBe('hei');
  });

  it('come home from a long time away with all they did meanwhile', async () => {
    const { url } = await startRelay();
    const anna = openBrowser(url, duk, { as: 'anna' });
    const bo = openBrowser(url, duk, { as: 'bo' });
    await until(() => expect([anna.provider.synced, bo.provider.synced]).toEqual([true, true]));
    anna.provider.disconnect();
    anna.text.insert(0, 'borte ');
    bo.text.insert(0, 'hjemme ');
    anna.provider.connect();
    await until(() => {
      expect(anna.text.toString()).toBe(bo.text.toString());
      expect(anna.text.toString()).toContain('borte');
      expect(anna.text.toString()).toContain('hjemme');
      expect(anna.saved()).toBe(anna.sent());
    });
  });

  it('are told when the server stops, with everything on disk', async () => {
    const { url, journal, relay } = await startRelay();
    const anna = openBrowser(url, duk, { as: 'anna' });
    await until(() => expect(anna.provider.synced).toBe(true));
    anna.text.insert(0, 'før');
    await until(() => expect(anna.sent()).toBe(2));
    await until(() => expect(relay.counters.edits).toBe(1));
    await relay.stop();
    await until(() => expect(anna.closeCodes[0]).toBe(1001));
    expect(await journaledText(journal, duk)).toBe('før');
  });

  it('are kept on the line when nobody says anything', async () => {
    const { url } = await startRelay({ limits: { keepAliveAfterMs: 40 } });
    const anna = new RawSocket(url, duk, { as: 'anna' });
    await until(() => expect(anna.frames.filter((frame) => frame.join() === '1,1,0').length).toBeGreaterThan(3));
  });

  it('are cut off when they no longer answer', async () => {
    const { url, relay } = await startRelay({ limits: { keepAliveAfterMs: 40 } });
    const anna = await enter(url, duk, { as: 'anna' });
    anna.socket.pause();
    await until(() => expect(relay.counters.dead).toBe(1));
    expect(relay.online(duk).size).toBe(0);
  });

  it('are not taken for gone in the midst of sending something large, behind which their answers wait', async () => {
    const { url, relay } = await startRelay({ limits: { keepAliveAfterMs: 40 } });
    const anna = await enter(url, duk, { as: 'anna' });
    anna.socket.pause();
    anna.socket.send(Buffer.of(0, 1), { fin: false });
    const since = performance.now();
    await until(() => {
      anna.socket.send(Buffer.of(0), { fin: false });
      expect(performance.now() - since, 'five times as long as the others wait').toBeGreaterThan(5 * 80);
    });
    expect(relay.counters.dead).toBe(0);
    await until(() => expect(relay.counters.dead).toBe(1));
  });
});

describe('a disk that takes long', () => {
  it('ends nobody of whom nothing is read until it is done', async () => {
    const { url, relay, disk } = await startTroubledRelay({ limits: { keepAliveAfterMs: 40, maxUnsavedBytes: 100 } });
    const anna = await enter(url, duk, { as: 'anna' });
    const release = disk.hold();
    const since = performance.now();
    // More than a socket takes in while nobody reads it.
    const edits = 40;
    for (let each = 0; each < edits; each++) anna.say(syncFrame('update', typed('x'.repeat(10_000))));
    await until(() => expect(performance.now() - since).toBeGreaterThan(5 * 80));
    release();
    await until(() => expect(anna.saved()).toBe(edits));
    expect(relay.counters.dead).toBe(0);
  });
});

describe('joining', () => {
  it('gets the board as it is on disk, without what is still on its way there', async () => {
    const { url, disk } = await startTroubledRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    anna.say(syncFrame('update', typed('lagret', 1)));
    await until(() => expect(anna.saved()).toBe(1));
    const release = disk.hold();
    anna.say(syncFrame('update', typed('på vei', 2)));
    await anna.wasHeard();
    const bo = await enter(url, duk, { as: 'bo' });
    expect(textOf(bo.heard('step2').at(-1))).toBe('lagret');
    bo.say(syncFrame('step1', Y.encodeStateVectorFromUpdate(typed('lagret', 1))));
    await until(() => expect(bo.heard('step2').length).toBe(2));
    expect(textOf(bo.heard('step2').at(-1))).toBe('');
    release();
    await until(() => expect(bo.heard('update').length).toBe(1));
    await bo.wasHeard();
    expect(textOf(bo.heard('step2').at(-1))).toContain('på vei');
  });

  it('gets a board that people write on as it was last encoded, with what came since', async () => {
    const { url, disk } = await startTroubledRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const write = async (count: number): Promise<void> => {
      const saved = anna.saved();
      for (let each = 0; each < count; each++) anna.say(syncFrame('update', typed('y', 100 + saved + each)));
      await until(() => expect(anna.saved()).toBe(saved + count));
    };
    /** While an edit is on its way to the disk. */
    const join = async (name: string): Promise<{ readonly encoded: Uint8Array | undefined; readonly text: string }> => {
      const release = disk.hold();
      anna.say(syncFrame('update', typed('z', 50 + name.length)));
      await anna.wasHeard();
      const joined = await enter(url, duk, { as: name });
      const told = joined.frames.filter((frame) => frame[0] === 0 && frame[1] !== 0);
      release();
      await anna.wasHeard();
      return { encoded: joined.heard('step2')[0], text: textOf(...told) };
    };
    anna.say(syncFrame('update', typed('x'.repeat(20_000), 1)));
    await until(() => expect(anna.saved()).toBe(1));
    const first = await join('bo');
    expect(first.text).toBe('x'.repeat(20_000));
    await write(80);
    const second = await join('eirin');
    expect(second.encoded).toEqual(first.encoded);
    expect(second.text.replaceAll(/[xz]/g, '')).toBe('y'.repeat(80));
    await write(30);
    const third = await join('karim');
    expect(third.encoded).not.toEqual(first.encoded);
    expect(textOf(third.encoded).replaceAll(/[xz]/g, '')).toBe('y'.repeat(110));
  });

  it('asks whoever may write what they have that is not on disk, and a viewer nothing', async () => {
    const { url } = await startRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const vera = await enter(url, duk, { as: 'vera', role: 'viewer' });
    expect(anna.heard('step1').length).toBe(1);
    expect(vera.heard('step1').length).toBe(0);
  });

  it('gets an ordinary answer instead of a socket when it is not allowed', async () => {
    const { url, relay } = await startRelay();
    expect(await new RawSocket(url, duk, { as: '' }).opened()).toBe(401);
    expect(await new RawSocket(url, duk, { as: 'per', role: 'stranger' }).opened()).toBe(403);
    expect(await new RawSocket(url, boardNamed('no/such/board'), { as: 'anna' }).opened()).toBe(404);
    expect(await new RawSocket(url, boardNamed('!'), { as: 'anna' }).opened()).toBe(403);
    const answer = await fetch(`${url.replace('ws:', 'http:')}/${duk}?as=per&role=stranger`);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(relay.counters.refusedUpgrades).toBe(4);
  });

  it('is refused with a reason when the board cannot be read, and the journal stays as it was', async () => {
    const { url, journal, relay, log } = await startRelay();
    const unreadable = Uint8Array.of(1, 2, 3);
    await journal.append(new Map([[duk, [unreadable]]]));
    const { code, reason } = await new RawSocket(url, duk, { as: 'anna' }).closed;
    expect([code, reason]).toEqual([1011, 'The document cannot be read right now']);
    expect(updatesIn(await journal.read(duk))).toEqual([unreadable]);
    expect(relay.counters.failedLoads).toBe(1);
    expect(log.join()).toContain(duk);
  });

  it('waits for a slow disk instead of being shown an empty board', async () => {
    const opening = Promise.withResolvers<void>();
    const { url } = await startRelay({
      wrap: (journal) => ({
        ...passingOn(journal),
        read: async (boardId) => {
          await opening.promise;
          return [{ position: endOf(await journal.read(boardId)), updates: [typed('hei', 1)] }];
        },
      }),
    });
    const anna = new RawSocket(url, duk, { as: 'anna' });
    await anna.opened();
    anna.say(syncFrame('step1', Uint8Array.of(0)));
    const bo = new RawSocket(url, boardNamed('other'), { as: 'bo' });
    await bo.opened();
    expect(anna.frames).toEqual([]);
    opening.resolve();
    await until(() => expect(anna.heard('step2').length).toBe(1));
    expect(textOf(anna.heard('step2')[0])).toBe('hei');
  });
});

describe('saving', () => {
  it('counts every document message, empty and doubled ones too', async () => {
    const { url, journal } = await startRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const update = typed('hei', 1);
    anna.say(syncFrame('step2', nothing));
    anna.say(syncFrame('update', update));
    anna.say(syncFrame('update', update));
    anna.say(syncFrame('step2', update));
    anna.say(syncFrame('update', nothing));
    await until(() => expect(anna.saved()).toBe(5));
    expect(updatesIn(await journal.read(duk))).toEqual([update]);
  });

  it('shows an edit to others, and calls it saved, only once it is on disk', async () => {
    const { url, disk } = await startTroubledRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const bo = await enter(url, duk, { as: 'bo' });
    const release = disk.hold();
    anna.say(syncFrame('update', typed('hei', 1)));
    await anna.wasHeard();
    await bo.wasHeard();
    expect([anna.saved(), bo.heard('update').length]).toEqual([0, 0]);
    release();
    await until(() => expect([anna.saved(), bo.heard('update').length]).toEqual([1, 1]));
  });

  it('sends each edit on as the bytes that came in, in the order they came', async () => {
    const { url, disk } = await startTroubledRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const bo = await enter(url, duk, { as: 'bo' });
    const release = disk.hold();
    const frames = [1, 2, 3, 4].map((clientId) => syncFrame('update', typed('hei', clientId)));
    for (const frame of frames) anna.say(frame);
    await anna.wasHeard();
    release();
    await until(() => expect(bo.heard('update')).toEqual(frames));
    expect(anna.heard('update')).toEqual([]);
  });

  it('sends everybody what the others wrote in one batch, whatever its size, and then says that their own is saved', async () => {
    const { url, disk } = await startTroubledRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const bo = await enter(url, duk, { as: 'bo' });
    const mona = await enter(url, duk, { as: 'mona', role: 'viewer' });
    const release = disk.hold();
    anna.say(syncFrame('update', typed('begin', 1)));
    await until(() => expect(disk.appended).toEqual([1]));
    const annas = [2, 120, 70_000].map((length, at) => syncFrame('update', typed('a'.repeat(length), 10 + at)));
    const bos = [400, 3, 66_000].map((length, at) => syncFrame('update', typed('b'.repeat(length), 20 + at)));
    for (const frame of annas) anna.say(frame);
    await anna.wasHeard();
    for (const frame of bos) bo.say(frame);
    await bo.wasHeard();
    const before = { anna: anna.frames.length, bo: bo.frames.length, mona: mona.frames.length };
    release();
    await until(() => expect([anna.saved(), bo.saved(), mona.heard('update').length]).toEqual([4, 3, 7]));
    const begin = syncFrame('update', typed('begin', 1));
    expect(anna.frames.slice(before.anna)).toEqual([Uint8Array.of(4, 1), ...bos, Uint8Array.of(4, 4)]);
    expect(bo.frames.slice(before.bo)).toEqual([begin, ...annas, Uint8Array.of(4, 3)]);
    expect(mona.frames.slice(before.mona)).toEqual([begin, ...annas, ...bos]);
    // The client offered to compress, as ordinary ones do.
    expect(mona.socket.extensions).toBe('');
  });

  it('commits what all boards brought during one commit together in the next', async () => {
    const { url, disk } = await startTroubledRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const bo = await enter(url, boardNamed('other'), { as: 'bo' });
    const release = disk.hold();
    anna.say(syncFrame('update', typed('a', 1)));
    await until(() => expect(disk.appended).toEqual([1]));
    anna.say(syncFrame('update', typed('b', 2)));
    anna.say(syncFrame('update', typed('c', 3)));
    bo.say(syncFrame('update', typed('d', 4)));
    await anna.wasHeard();
    await bo.wasHeard();
    release();
    await until(() => expect([anna.saved(), bo.saved()]).toEqual([3, 1]));
    expect(disk.appended).toEqual([1, 3]);
  });

  it('calls nothing saved, and shows it to nobody, when the disk refuses; the author comes back with it', async () => {
    const { url, disk, journal, relay } = await startTroubledRelay();
    const anna = openBrowser(url, duk, { as: 'anna' });
    await until(() => expect(anna.saved()).toBe(1));
    const bo = await enter(url, duk, { as: 'bo' });
    const release = disk.hold();
    disk.failNext();
    anna.text.insert(0, 'tapt?');
    await until(() => expect(disk.appended.length).toBe(1));
    anna.text.insert(5, ' nei');
    await until(() => expect(anna.sent()).toBe(3));
    release();
    await until(() => expect(anna.closeCodes).toEqual([4503]));
    expect(bo.heard('update')).toEqual([]);
    await until(() => {
      expect(anna.provider.synced).toBe(true);
      expect(anna.saved()).toBe(anna.sent());
    });
    expect(await journaledText(journal, duk)).toBe('tapt? nei');
    await until(() => expect(bo.heard('update').length).toBe(1));
    expect(relay.counters.failedBatches).toBe(1);
  });

  it('keeps an edit that came back on a new socket while its first commit was failing', async () => {
    const { url, disk, journal } = await startTroubledRelay();
    const first = await enter(url, duk, { as: 'anna' });
    const release = disk.hold();
    disk.failNext();
    const update = typed('hei', 1);
    first.say(syncFrame('update', update));
    await first.wasHeard();
    const second = await enter(url, duk, { as: 'anna' });
    second.say(syncFrame('step2', update));
    await second.wasHeard();
    release();
    expect((await second.closed).code).toBe(4503);
    expect(second.saved()).toBe(0);
    const third = await enter(url, duk, { as: 'anna' });
    third.say(syncFrame('step2', update));
    await until(() => expect(third.saved()).toBe(1));
    expect(await journaledText(journal, duk)).toBe('hei');
  });

  it('finishes the commit under way, and says so, before the server stops', async () => {
    const { url, disk, journal, stop, relay } = await startTroubledRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const release = disk.hold();
    anna.say(syncFrame('update', typed('hei', 1)));
    await anna.wasHeard();
    const stopped = relay.stop();
    release();
    expect((await anna.closed).code).toBe(1001);
    expect(anna.saved()).toBe(1);
    await stopped;
    expect(await journaledText(journal, duk)).toBe('hei');
    await stop();
  });
});

describe('stopping', () => {
  it('is not held up by what somebody still sends that cannot be read', async () => {
    const { url, stop } = await startRelay();
    const mallory = await enter(url, duk, { as: 'mallory' });
    const { _socket: line } = mallory.socket as unknown as { readonly _socket: Socket };
    // Answers no goodbye, and then sends a frame of a kind that there is not.
    line.removeAllListeners('data').resume();
    const stopped = stop();
    line.once('data', () => line.write(Uint8Array.of(0x83, 0x80, 0, 0, 0, 0)));
    await stopped;
  });

  it('is not held up by somebody who asks to come in meanwhile', async () => {
    const { url, disk, stop } = await startTroubledRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const release = disk.hold();
    anna.say(syncFrame('update', typed('hei', 1)));
    await anna.wasHeard();
    const stopped = stop();
    expect(await new RawSocket(url, duk, { as: 'bo' }).opened()).toBe(503);
    release();
    await stopped;
    expect((await anna.closed).code).toBe(1001);
  });
});

describe('a large duk that was compacted', () => {
  const notes = Array.from({ length: 4_000 }, (_, number) => `Lapp nummer ${number}, med noen ord på`).join('\n');

  it('is shown to those who come before anything is asked of them', async () => {
    const { url, journal } = await startRelay();
    await journal.append(new Map([[duk, [typed(notes, 1)]]]));
    const anna = await enter(url, duk, { as: 'anna' });
    const viewer = await enter(url, duk, { as: 'bo', role: 'viewer' });
    await until(() => expect(anna.heard('step1')).toHaveLength(1));
    expect(anna.frames[0]).toEqual(anna.heard('step2')[0]);
    expect(viewer.heard('step2')).toHaveLength(1);
    expect(viewer.heard('step1')).toEqual([]);
  });

  it('takes what is written at once, and what somebody has from before', async () => {
    const { url, journal } = await startRelay();
    await journal.append(new Map([[duk, [typed(notes, 1)]]]));
    const doc = new Y.Doc();
    doc.getText('text').insert(0, 'skrevet hjemme ');
    const anna = openBrowser(url, duk, { as: 'anna' }, doc);
    const bo = openBrowser(url, duk, { as: 'bo' });
    bo.text.insert(0, 'skrevet her ');
    await until(() => expect([anna.saved(), bo.saved()]).toEqual([anna.sent(), bo.sent()]));
    await until(() => expect(anna.text.toString()).toBe(bo.text.toString()));
    expect(await journaledText(journal, duk)).toBe(anna.text.toString());
    expect(anna.text.length).toBe(notes.length + 'skrevet hjemme skrevet her '.length);
  });

  it('closes those who have come when its document cannot be made, and is never written on', async () => {
    const { url, journal, log } = await startRelay();
    const torn = new Uint8Array(100_000).fill(255);
    await journal.append(new Map([[duk, [torn]]]));
    const anna = new RawSocket(url, duk, { as: 'anna' });
    await anna.opened();
    anna.say(syncFrame('step1', Uint8Array.of(0)));
    expect((await anna.closed).code).toBe(1011);
    expect(updatesIn(await journal.read(duk))).toEqual([torn]);
    expect(log.join()).toContain(duk);
  });
});

describe('long journals', () => {
  it('are compacted while somebody writes the same over and over without a pause', async () => {
    const { url, journal, relay } = await startRelay({
      limits: { compactAfterBytes: 100_000, editBytes: { burst: 1e9, perSecond: 1 } },
    });
    const anna = openBrowser(url, duk, { as: 'anna' });
    await until(() => expect(anna.provider.synced).toBe(true));
    let round = 0;
    await until(() => {
      anna.doc.getMap('duk').set('title', String(round++).padEnd(30_000, 'x'));
      expect(relay.counters.compactions).toBeGreaterThan(2);
    });
    await until(() => expect(anna.saved()).toBe(anna.sent()));
    const updates = updatesIn(await journal.read(duk));
    expect(updates.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(round * 30_000);
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    expect(doc.getMap('duk').get('title')).toBe(anna.doc.getMap('duk').get('title'));
  });

  it('are compacted while people pause, and nothing is lost', async () => {
    const { url, journal, relay } = await startRelay({ limits: { compactAfterUpdates: 10, compactWhenIdleMs: 20 } });
    const anna = openBrowser(url, duk, { as: 'anna' });
    await until(() => expect(anna.provider.synced).toBe(true));
    for (let i = 0; i < 30; i++) anna.text.insert(0, 'x');
    await until(() => expect(relay.counters.compactions).toBe(1));
    expect(updatesIn(await journal.read(duk)).length).toBe(1);
    anna.text.insert(0, 'y');
    await until(() => expect(anna.saved()).toBe(anna.sent()));
    expect(await journaledText(journal, duk)).toBe(anna.text.toString());
  });

  it('are compacted again when somebody has come, written and left while they were', async () => {
    const compacting = Promise.withResolvers<void>();
    let isHeld = false;
    const { url, journal, relay } = await startRelay({
      limits: { compactAfterUpdates: 3 },
      wrap: (real) => ({
        ...passingOn(real),
        compact: async (...compact) => {
          isHeld = true;
          await compacting.promise;
          return real.compact(...compact);
        },
      }),
    });
    const visit = async (as: string) => {
      const visitor = await enter(url, duk, { as });
      for (let each = 1; each <= 5; each++) {
        visitor.say(syncFrame('update', typed('x', 1_000 * as.length + each)));
        await until(() => expect(visitor.saved()).toBe(each));
      }
      visitor.socket.close();
      await until(() => expect(relay.online(duk).size).toBe(0));
    };
    await visit('anna');
    await until(() => expect(isHeld).toBe(true));
    await visit('bo');
    compacting.resolve();
    await until(() => expect(relay.counters.boards).toBe(0));
    expect(updatesIn(await journal.read(duk)).length).toBe(1);
    expect((await journaledText(journal, duk)).length).toBe(10);
  });

  it('stay readable in memory when the tail is worked into the state', async () => {
    const { url } = await startRelay({ limits: { minTailBytes: 100 } });
    const anna = openBrowser(url, duk, { as: 'anna' });
    await until(() => expect(anna.provider.synced).toBe(true));
    for (let i = 0; i < 33; i++) anna.text.insert(i % 3, String(i));
    await until(() => expect(anna.saved()).toBe(anna.sent()));
    const bo = openBrowser(url, duk, { as: 'bo' });
    await until(() => expect(bo.text.toString()).toBe(anna.text.toString()));
  });
});

describe('roles', () => {
  it("refuse a viewer's edit, whatever their browser sends", async () => {
    const { url, journal } = await startRelay();
    const vera = await enter(url, duk, { as: 'vera', role: 'viewer' });
    vera.say(syncFrame('update', typed('hei', 1)));
    expect((await vera.closed).code).toBe(4403);
    expect(updatesIn(await journal.read(duk))).toEqual([]);
  });

  it("drop a viewer's step 2 but count it, so that their browser is not left waiting", async () => {
    const { url, journal } = await startRelay();
    const vera = await enter(url, duk, { as: 'vera', role: 'viewer' });
    vera.say(syncFrame('step2', typed('hei', 1)));
    await until(() => expect(vera.saved()).toBe(1));
    expect(updatesIn(await journal.read(duk))).toEqual([]);
  });

  it('let a viewer with the ordinary provider read along', async () => {
    const { url } = await startRelay();
    const anna = openBrowser(url, duk, { as: 'anna' });
    const vera = openBrowser(url, duk, { as: 'vera', role: 'viewer' });
    await until(() => expect([anna.provider.synced, vera.provider.synced]).toEqual([true, true]));
    anna.text.insert(0, 'hei');
    await until(() => expect(vera.text.toString()).toBe('hei'));
    expect(vera.closeCodes).toEqual([]);
  });
});

describe('access that ends', () => {
  it('closes everybody who came by it, at once, and nobody else', async () => {
    const { url, relay, withdraw } = await startRelay();
    const anna = await enter(url, duk, { as: 'anna', link: 'kept' });
    const per = await enter(url, duk, { as: 'per', link: 'withdrawn' });
    withdraw('withdrawn');
    expect([...relay.online(duk)]).toEqual(['anna']);
    expect(await per.closed).toEqual({ code: 4403, reason: 'This access has ended' });
    await anna.wasHeard();
  });

  it('is told apart from a session that has ended', async () => {
    const { url, relay, withdraw } = await startRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const per = await enter(url, duk, { as: 'per' });
    withdraw('session of per');
    expect([...relay.online(duk)]).toEqual(['anna']);
    expect(await per.closed).toEqual({ code: 4401, reason: 'This session has ended' });
    await anna.wasHeard();
  });

  it.each([
    ['link-1', 4403],
    ['session of per', 4401],
  ])('keeps out whoever was on the way in when it happened (%s)', async (what, code) => {
    let server: TestRelay | undefined;
    server = await startRelay({
      wrap: (journal) => ({
        ...passingOn(journal),
        read: (boardId) => {
          server?.withdraw(what);
          return journal.read(boardId);
        },
      }),
    });
    const per = new RawSocket(server.url, duk, { as: 'per' });
    expect((await per.closed).code).toBe(code);
    expect(per.frames).toEqual([]);
    expect(server.relay.online(duk).size).toBe(0);
  });
});

describe('another role under an open socket', () => {
  it('lets a leader who reads only from now on read on, and closes with the next edit', async () => {
    const { url, journal, giveRole } = await startRelay();
    const anna = await enter(url, duk, { as: 'anna', role: 'leader' });
    const bo = await enter(url, duk, { as: 'bo' });
    giveRole('anna', 'viewer');
    bo.say(syncFrame('update', typed('hei', 2)));
    await until(() => expect(anna.heard('update')).toHaveLength(1));
    anna.say(syncFrame('update', typed('nei', 1)));
    expect(await anna.closed).toEqual({ code: 4403, reason: 'This role may not write' });
    expect(await journaledText(journal, duk)).toBe('hei');
  });

  it('asks somebody who may write from now on what they have, and takes it', async () => {
    const { url, giveRole } = await startRelay();
    const vera = await enter(url, duk, { as: 'vera', role: 'viewer' });
    const bo = await enter(url, duk, { as: 'bo' });
    expect(vera.heard('step1')).toHaveLength(0);
    giveRole('vera', 'editor');
    await until(() => expect(vera.heard('step1')).toHaveLength(1));
    vera.say(syncFrame('step2', typed('hei', 1)));
    await until(() => expect([vera.saved(), bo.heard('update').length]).toEqual([1, 1]));
  });
});

describe('presence', () => {
  it('tells who is at the board, each once, and forgets the board when all have left', async () => {
    const { url, relay } = await startRelay();
    const heard: string[] = [];
    relay.onPresence((boardId) => heard.push([boardId, ...relay.online(boardId)].join()));
    const anna = await enter(url, duk, { as: 'anna' });
    const phone = await enter(url, duk, { as: 'anna' });
    const bo = await enter(url, duk, { as: 'bo' });
    anna.socket.close();
    await anna.closed;
    bo.socket.close();
    await bo.closed;
    phone.socket.close();
    await until(() => expect(heard).toEqual([`${duk},anna`, `${duk},anna,bo`, `${duk},anna`, duk]));
    await until(() => expect(relay.counters).toMatchObject({ boards: 0, connections: 0 }));
  });
});

describe('a slow receiver', () => {
  it('is given the time that a whole document takes', async () => {
    const { url, relay } = await startRelay({ limits: { maxBacklogBytes: 2_000_000 } });
    const bo = await enter(url, duk, { as: 'bo' });
    const anna = await enter(url, duk, { as: 'anna' });
    bo.socket.pause();
    anna.say(syncFrame('step2', typed('x'.repeat(12_000_000), 1)));
    for (let clientId = 2; clientId < 12; clientId++) anna.say(syncFrame('update', typed('hei', clientId)));
    // Twelve megabytes: a busy machine is slow, not wrong.
    await until(() => expect(anna.saved()).toBe(11), 60_000);
    expect(relay.counters.closed.tooSlow).toBe(0);
    bo.socket.resume();
    await until(() => expect(bo.heard('update').length).toBe(11));
  });

  it('loses cursors first, then its connection, and the others notice nothing', async () => {
    const { url, relay } = await startRelay({
      limits: {
        cursorBacklogBytes: 10_000,
        maxBacklogBytes: 2_000_000,
        closeGraceMs: 15_000,
        // What the system itself holds for a socket comes before.
        editBytes: { burst: 1e9, perSecond: 1 },
      },
    });
    const slow = await enter(url, duk, { as: 'slow' });
    const anna = openBrowser(url, duk, { as: 'anna' });
    const bo = openBrowser(url, duk, { as: 'bo' });
    await until(() => expect([anna.provider.synced, bo.provider.synced]).toEqual([true, true]));
    slow.socket.pause();
    let round = 0;
    await until(() => {
      anna.text.delete(0, anna.text.length);
      anna.text.insert(0, String(round++).padEnd(50_000, 'x'));
      anna.provider.awareness.setLocalState({ round });
      expect(relay.counters.closed.tooSlow).toBe(1);
    });
    expect(relay.counters.droppedCursors).toBeGreaterThan(0);
    expect([...relay.online(duk)]).toEqual(['anna', 'bo']);
    await until(() => expect(bo.text.toString()).toBe(anna.text.toString()));
    slow.socket.resume();
    expect((await slow.closed).code).toBe(1013);
  });
});
