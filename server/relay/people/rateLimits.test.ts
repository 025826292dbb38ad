import type { BoardId, ParticipantId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { relayLimits } from '../limits.ts';
import {
  awarenessFrame,
  boardNamed,
  enter,
  journaledText,
  openBrowser,
  RawSocket,
  startRelay,
  startTroubledRelay,
  syncFrame,
  typed,
  until,
} from '../relayForTests.ts';
import { RateLimits } from './rateLimits.ts';

const duk = boardNamed('family');

describe('one person’s rates', () => {
  it('is that of all their windows together', async () => {
    const { url } = await startRelay({ limits: { edits: { burst: 15, perSecond: 1 } } });
    const [one, other] = [await enter(url, duk, { as: 'mallory' }), await enter(url, duk, { as: 'mallory' })];
    for (let i = 0; i < 10; i++) one.say(syncFrame('update', Uint8Array.of(0, 0)));
    await until(() => expect(one.saved()).toBe(10));
    for (let i = 0; i < 10; i++) other.say(syncFrame('update', Uint8Array.of(0, 0)));
    expect((await other.closed).code).toBe(4429);
    const anna = await enter(url, duk, { as: 'anna' });
    for (let i = 0; i < 10; i++) anna.say(syncFrame('update', Uint8Array.of(0, 0)));
    await until(() => expect(anna.saved()).toBe(10));
  });

  it('goes on where it was when they come back', async () => {
    const { url } = await startRelay({ limits: { cursors: { burst: 10, perSecond: 1 } } });
    const before = await enter(url, duk, { as: 'mallory' });
    for (let clock = 1; clock <= 9; clock++) before.say(awarenessFrame([{ clientId: 1, clock, state: {} }]));
    await before.wasHeard();
    before.socket.close();
    await before.closed;
    const after = await enter(url, duk, { as: 'mallory' });
    for (let clock = 10; clock <= 15; clock++) after.say(awarenessFrame([{ clientId: 1, clock, state: {} }]));
    expect((await after.closed).code).toBe(4429);
  });

  it('counts a cursor as large as sixteen for sixteen', async () => {
    const { url } = await startRelay({ limits: { cursors: { burst: 20, perSecond: 1 } } });
    const mallory = await enter(url, duk, { as: 'mallory' });
    const state = { name: 'x'.repeat(15_000) };
    for (const clock of [1, 2]) mallory.say(awarenessFrame([{ clientId: 1, clock, state }]));
    expect((await mallory.closed).code).toBe(4429);
  });

  it('is told to whoever comes again and again without end', async () => {
    const { url } = await startRelay({ limits: { arrivals: { burst: 5, perSecond: 0.001 } } });
    for (let time = 0; time < 5; time++) (await enter(url, duk, { as: 'mallory' })).socket.close();
    expect((await new RawSocket(url, duk, { as: 'mallory' }).closed).code).toBe(4429);
    await enter(url, duk, { as: 'anna' });
  });

  it('lets nobody have the whole duk sent again and again', async () => {
    const { url } = await startRelay({
      limits: { answerBytes: { burst: 50_000, perSecond: 1 }, questions: { burst: 1_000, perSecond: 1_000 } },
    });
    const anna = await enter(url, duk, { as: 'anna' });
    anna.say(syncFrame('update', typed('x'.repeat(20_000))));
    await until(() => expect(anna.saved()).toBe(1));
    const mallory = await enter(url, duk, { as: 'mallory' });
    for (let i = 0; i < 5; i++) mallory.say(syncFrame('step1', Uint8Array.of(0)));
    expect((await mallory.closed).code).toBe(4429);
  });

  it('has room for somebody whose every window comes home after the server has been away', async () => {
    const { url } = await startRelay();
    const windows = Array.from({ length: 20 }, () => openBrowser(url, duk, { as: 'anna' }));
    await until(() => expect(windows.every(({ provider }) => provider.synced)).toBe(true));
    expect(windows.flatMap(({ closeCodes }) => closeCodes)).toEqual([]);
  });

  it('is forgotten when they have left and have rested, and not before', () => {
    const rateLimits = new RateLimits({ ...relayLimits, edits: { burst: 10, perSecond: 1_000_000 } });
    const mallory = 'mallory' as ParticipantId;
    const board = 'board' as BoardId;
    rateLimits.of(board, mallory).take('gaps', 5);
    rateLimits.tidy(board, new Set());
    expect(rateLimits.size).toBe(1);
    const anna = 'anna' as ParticipantId;
    rateLimits.of(board, anna);
    rateLimits.tidy(board, new Set([anna]));
    expect(rateLimits.size).toBe(2);
    rateLimits.tidy(board, new Set());
    expect(rateLimits.size).toBe(1);
  });
});

describe('a state vector', () => {
  it('is taken when it is as large as the board’s own, however many have written on it', async () => {
    const { url } = await startRelay({ limits: { maxReadStateVectorBytes: 100, maxStateVectorBytes: 100 } });
    const anna = await enter(url, duk, { as: 'anna' });
    for (let clientId = 1; clientId <= 60; clientId++) {
      anna.say(syncFrame('update', typed('x', 1_000_000 + clientId)));
    }
    await until(() => expect(anna.saved()).toBe(60));
    const browser = openBrowser(url, duk, { as: 'bo' });
    await until(() => expect(browser.provider.synced).toBe(true));
    browser.provider.disconnect();
    browser.provider.connect();
    await until(() => expect(browser.provider.synced).toBe(true));
    expect(browser.closeCodes.filter((code) => code !== 1005)).toEqual([]);
  });

  it('is answered with everything when it is much larger, and its sender brings home what the board has lost', async () => {
    const { url, journal } = await startRelay({ limits: { maxReadStateVectorBytes: 100 } });
    const anna = await enter(url, duk, { as: 'anna' });
    anna.say(syncFrame('update', typed('etter', 7)));
    await until(() => expect(anna.saved()).toBe(1));
    const doc = new Y.Doc();
    for (let clientId = 1; clientId <= 60; clientId++) Y.applyUpdate(doc, typed('x', 1_000_000 + clientId));
    const browser = openBrowser(url, duk, { as: 'bo' }, doc);
    await until(() => expect(browser.provider.synced).toBe(true));
    expect(browser.text.toString()).toContain('etter');
    await until(async () => expect(await journaledText(journal, duk)).toHaveLength('etter'.length + 60));
    expect(browser.closeCodes).toEqual([]);
  });

  it('is answered with everything, made for all, when it knows next to nothing of that', async () => {
    const { url } = await startRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const [much, little] = [typed('x'.repeat(1_000), 1), typed('y', 2)];
    anna.say(syncFrame('update', much));
    anna.say(syncFrame('update', little));
    await until(() => expect(anna.saved()).toBe(2));
    const bo = await enter(url, duk, { as: 'bo' });
    const everything = bo.heard('step2')[0]?.length ?? 0;
    expect(everything).toBeGreaterThan(1_000);
    for (const [known, answers] of [
      [little, 2],
      [much, 3],
    ] as const) {
      bo.say(syncFrame('step1', Y.encodeStateVectorFromUpdate(known)));
      await until(() => expect(bo.heard('step2').length).toBe(answers));
    }
    expect(bo.heard('step2')[1]?.length).toBe(everything);
    expect(bo.heard('step2')[2]?.length).toBeLessThan(100);
  });

  it('is refused when it is larger than anybody’s could be', async () => {
    const { url } = await startRelay({ limits: { maxReadStateVectorBytes: 50, maxStateVectorBytes: 100 } });
    const mallory = await enter(url, duk, { as: 'mallory' });
    mallory.say(syncFrame('step1', Uint8Array.of(100, ...Array.from({ length: 200 }, () => 1))));
    expect((await mallory.closed).code).toBe(1009);
  });
});

describe('somebody who asks for the whole board, all the time', () => {
  it('waits for themselves: what others write is saved and seen in between', async () => {
    const { url } = await startRelay();
    const anna = await enter(url, duk, { as: 'anna' });
    const mallory = await enter(url, duk, { as: 'mallory' });
    const questions = 100;
    for (let asked = 0; asked < questions; asked++) mallory.say(syncFrame('step1', Uint8Array.of(0)));
    anna.say(syncFrame('update', typed('hei')));
    await until(() => expect(mallory.heard('update').length).toBe(1));
    const order = mallory.frames.filter((frame) => frame[0] === 0).map((frame) => frame[1]);
    expect(order.indexOf(2)).toBeLessThan(questions / 2);
    await until(() => expect(mallory.heard('step2').length).toBe(1 + questions));
  });
});

describe('somebody who writes the same over and over, as fast as they may', () => {
  it('is closed before what waits makes anybody else too slow', async () => {
    const { url, relay } = await startRelay();
    const readers = [await enter(url, duk, { as: 'anna' }), await enter(url, duk, { as: 'bo' })];
    // They hear nothing for as long as it lasts: the worst a line can be.
    for (const { socket } of readers) socket.pause();
    const mallory = await enter(url, duk, { as: 'mallory' });
    for (let clientId = 1; clientId <= 50; clientId++) {
      mallory.say(syncFrame('update', typed('x'.repeat(100_000), clientId)));
    }
    expect((await mallory.closed).code).toBe(4429);
    for (const reader of readers) {
      reader.socket.resume();
      await reader.wasHeard();
    }
    expect(relay.counters.closed.tooSlow).toBe(0);
  });
});

describe('a beat', () => {
  it('takes no more from one writer than the disk has been given time for, and loses nothing of the rest', async () => {
    const { url, disk, journal } = await startTroubledRelay({ limits: { maxUnsavedBytes: 50_000 } });
    const anna = await enter(url, duk, { as: 'anna' });
    const goOn = disk.hold();
    for (let clientId = 1; clientId <= 100; clientId++)
      anna.say(syncFrame('update', typed('x'.repeat(10_000), clientId)));
    await until(() => expect(disk.appended.length).toBe(1));
    goOn();
    await until(() => expect(anna.saved()).toBe(100));
    // What one read of a socket brings, 64 KiB, may come on top.
    expect(Math.max(...disk.appended)).toBeLessThanOrEqual(12);
    expect((await journaledText(journal, duk)).length).toBe(1_000_000);
  });
});
