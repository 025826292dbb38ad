import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import type { ParticipantId } from '@duken/shared/board';
import { closeCode, maxStep2Bytes, messageType, syncType } from '@duken/shared/protocol';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type RelayLimits, relayLimits } from '../limits.ts';
import {
  boardNamed,
  enter,
  journaledText,
  type RawSocket,
  startRelay,
  syncFrame,
  typed,
  until,
} from '../relayForTests.ts';
import { maskedFrame } from './framesForTests.ts';
import { type MessageSender, UnfinishedFrames } from './unfinishedFrames.ts';

const duk = boardNamed('family');
const KiB = 1024;
const MiB = 1024 * 1024;

/** For what is not about how fast they come. */
const atAnyPace = { largeFrameBytes: { burst: 1_000 * MiB, perSecond: MiB } };

/** Sends part of a message, and never the rest. */
function sendHalf({ socket }: RawSocket, bytes: number, kind: keyof typeof syncType = 'step2'): void {
  const half = Buffer.alloc(bytes);
  half.set([messageType.sync, syncType[kind]]);
  socket.send(half, { fin: false });
}

function isOpen({ socket }: RawSocket): boolean {
  return socket.readyState === WebSocket.OPEN;
}

describe('half-sent frames', () => {
  it('of many people hold no more memory than the server has set aside for all of them', async () => {
    const { url, relay } = await startRelay({ limits: { ...atAnyPace, maxUnfinishedBytes: 8 * MiB } });
    const anna = await enter(url, duk, { as: 'anna' });
    const crowd = await Promise.all(
      Array.from({ length: 40 }, (_, index) => enter(url, duk, { as: `person ${index}` })),
    );
    for (const each of crowd) sendHalf(each, 3 * MiB);
    await until(() => expect(crowd.filter(isOpen).length).toBe(2));
    expect(relay.counters.closed.crowdedOut).toBe(38);
    await anna.wasHeard();
  });

  it('give way to somebody who really comes home with a whole document', async () => {
    const { url, relay, journal } = await startRelay({ limits: { ...atAnyPace, maxUnfinishedBytes: 6 * MiB } });
    const holdingOn = await Promise.all(
      Array.from({ length: 3 }, (_, index) => enter(url, duk, { as: `person ${index}` })),
    );
    for (const each of holdingOn) sendHalf(each, 1.8 * MiB);
    // All they will send has been read, and now they only hold on.
    const heldSince = performance.now();
    await until(() => expect(performance.now() - heldSince).toBeGreaterThan(2_500));
    const anna = await enter(url, duk, { as: 'anna' });
    anna.say(syncFrame('step2', typed('x'.repeat(4 * MiB))));
    await until(() => expect(anna.saved()).toBe(1));
    expect((await journaledText(journal, duk)).length).toBe(4 * MiB);
    expect(relay.counters.closed.crowdedOut).toBeGreaterThan(0);
  });

  it('of one person’s windows hold no more than one document', async () => {
    const { url, relay } = await startRelay({
      limits: { ...atAnyPace, maxStep2Bytes: 2 * MiB, maxUpdateBytes: 100 * KiB },
    });
    const windows: RawSocket[] = [];
    for (let window = 0; window < 5; window++) windows.push(await enter(url, duk, { as: 'mallory' }));
    for (const window of windows) sendHalf(window, 1.5 * MiB);
    await until(() => expect(windows.filter(isOpen).length).toBe(1));
    expect(relay.counters.closed.crowdedOut).toBe(4);
  });

  it('are read a chunk at a time, so that everybody else is heard in between', async () => {
    const { url } = await startRelay({ limits: atAnyPace });
    const mallory = await enter(url, duk, { as: 'mallory' });
    sendHalf(mallory, 16 * MiB);
    let turns = 0;
    for (; mallory.socket.bufferedAmount > 4 * MiB; turns++) await new Promise((resolve) => setImmediate(resolve));
    // Of 64 KiB, which is as much as one read brings.
    expect(turns).toBeGreaterThan((8 * MiB) / (64 * KiB));
  });

  it('that nobody asked for are refused when they grow larger than an update', async () => {
    const { url } = await startRelay({ limits: { ...atAnyPace, maxUpdateBytes: 100 * KiB } });
    const viewer = await enter(url, duk, { as: 'viewer', role: 'viewer' });
    sendHalf(viewer, 300 * KiB);
    expect((await viewer.closed).code).toBe(1009);
    const editor = await enter(url, duk, { as: 'editor' });
    editor.say(syncFrame('step2', typed('x'.repeat(200 * KiB))));
    await until(() => expect(editor.saved()).toBe(1));
    sendHalf(editor, 300 * KiB);
    expect((await editor.closed).code).toBe(1009);
  });
});

describe('large frames', () => {
  /** Frames of which there is always more to read, of several people. @returns bytes that each has been read */
  function sendWithoutEnd(limits: Partial<RelayLimits>, people: readonly string[]): ReadonlyMap<string, number> {
    const frames = new UnfinishedFrames({ ...relayLimits, ...limits });
    const read = new Map<string, number>();
    for (const name of people) {
      const stream = new EventEmitter();
      let chunk = maskedFrame(Buffer.alloc(64 * KiB), { isFinal: false });
      const come = () => {
        read.set(name, (read.get(name) ?? 0) + 64 * KiB);
        stream.emit('data', chunk);
        chunk = maskedFrame(Buffer.alloc(64 * KiB), { opcode: 0, isFinal: false });
      };
      const sender: MessageSender = {
        participantId: name as ParticipantId,
        isClosing: false,
        hold: () => undefined,
        release: come,
        close: () => undefined,
        cutOff: () => undefined,
      };
      frames.watch(sender, stream as Socket);
      come();
      come();
    }
    return read;
  }

  beforeEach(() => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
  });

  it('come quickly when they are few, and at a steady pace when they never end', () => {
    const read = sendWithoutEnd({ largeFrameBytes: { burst: 2 * MiB, perSecond: MiB } }, ['anna']);
    vi.advanceTimersByTime(1_000);
    const inOneSecond = read.get('anna') ?? 0;
    expect(inOneSecond).toBeGreaterThan(2 * MiB);
    vi.advanceTimersByTime(9_000);
    const after = (read.get('anna') ?? 0) - inOneSecond;
    expect(after).toBeGreaterThan(8 * MiB);
    expect(after).toBeLessThanOrEqual(10 * MiB);
  });

  it('share that pace, so that nobody’s many hold up another’s one', () => {
    const read = sendWithoutEnd({}, ['mallory', 'anna', 'mallory', 'mallory', 'mallory']);
    vi.advanceTimersByTime(4_000);
    expect((read.get('anna') ?? 0) / (read.get('mallory') ?? 0)).toBeCloseTo(1, 0);
  });
});

describe('a large message', () => {
  /** Whoever is refused in the midst of something is not read until they answer: they are cut off soon. */
  const closeGraceMs = 50;

  it('is refused by its first piece when it is a state vector larger than anybody’s could be', async () => {
    const { url } = await startRelay({ limits: { closeGraceMs } });
    const mallory = await enter(url, duk, { as: 'mallory' });
    sendHalf(mallory, 700 * KiB, 'step1');
    expect((await mallory.closed).code).toBe(closeCode.tooLarge);
  });

  it('is refused by its first piece when its sender may not write', async () => {
    const { url } = await startRelay({ limits: { closeGraceMs } });
    const viewer = await enter(url, duk, { as: 'viewer', role: 'viewer' });
    sendHalf(viewer, 300 * KiB, 'update');
    expect((await viewer.closed).code).toBe(closeCode.notAllowed);
  });

  it('is refused by its first piece when it is more than its sender may send for now', async () => {
    const { url } = await startRelay({ limits: { closeGraceMs, editBytes: { burst: 300 * KiB, perSecond: KiB } } });
    const mallory = await enter(url, duk, { as: 'mallory' });
    mallory.say(syncFrame('update', typed('x'.repeat(200 * KiB))));
    await until(() => expect(mallory.saved()).toBe(1));
    sendHalf(mallory, 200 * KiB, 'update');
    expect((await mallory.closed).code).toBe(closeCode.tooOften);
  });

  it('is refused by its first piece when nothing of its kind is so large', async () => {
    const { url } = await startRelay({ limits: { closeGraceMs } });
    const mallory = await enter(url, duk, { as: 'mallory' });
    mallory.socket.send(Buffer.alloc(300 * KiB, 7), { fin: false });
    expect((await mallory.closed).code).toBe(closeCode.malformed);
    const cursors = await enter(url, duk, { as: 'mallory' });
    cursors.socket.send(Buffer.alloc(300 * KiB, messageType.awareness), { fin: false });
    expect((await cursors.closed).code).toBe(closeCode.tooLarge);
  });

  it('is judged again when more of it is announced', async () => {
    const { url } = await startRelay({ limits: { closeGraceMs } });
    const mallory = await enter(url, duk, { as: 'mallory' });
    sendHalf(mallory, 800 * KiB, 'update');
    mallory.socket.send(Buffer.alloc(800 * KiB), { fin: false });
    expect((await mallory.closed).code).toBe(closeCode.tooLarge);
  });
});

describe('a whole document', () => {
  it('is taken once for each time it is asked for, and never as a step 2 that nobody asked for', async () => {
    const { url } = await startRelay({ limits: { ...atAnyPace, maxUpdateBytes: 10 * KiB } });
    const editor = await enter(url, duk, { as: 'editor' });
    editor.say(syncFrame('step2', typed('x'.repeat(30 * KiB), 1)));
    await until(() => expect(editor.saved()).toBe(1));
    editor.say(syncFrame('step2', typed('x'.repeat(30 * KiB), 2)));
    expect((await editor.closed).code).toBe(1009);
  });

  it('comes home however large it may be', async () => {
    const { url, journal } = await startRelay({ limits: atAnyPace });
    const editor = await enter(url, duk, { as: 'editor' });
    const length = maxStep2Bytes - 100;
    editor.say(syncFrame('step2', typed('x'.repeat(length))));
    await until(() => expect(editor.saved()).toBe(1));
    expect((await journaledText(journal, duk)).length).toBe(length);
  });
});
