import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import type { ParticipantId } from '@duken/shared/board';
import { closeCode, maxStep2Bytes, messageType, syncType } from '@duken/shared/protocol';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type RelayLimits, relayLimits } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
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
import type { MessageHead } from './messageScanner.ts';
import { type MessageSender, UnfinishedMessages } from './unfinishedMessages.ts';

const duk = boardNamed('family');
const KiB = 1024;
const MiB = 1024 * 1024;

/** For what is not about how fast they come. */
const atAnyRate = { largeMessageBytes: { burst: 1_000 * MiB, perSecond: MiB } };

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
    const { url, relay } = await startRelay({ limits: { ...atAnyRate, maxUnfinishedBytes: 8 * MiB } });
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
    const { url, relay, journal } = await startRelay({ limits: { ...atAnyRate, maxUnfinishedBytes: 6 * MiB } });
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
      limits: { ...atAnyRate, maxStep2Bytes: 2 * MiB, maxUpdateBytes: 100 * KiB },
    });
    const windows: RawSocket[] = [];
    for (let window = 0; window < 5; window++) windows.push(await enter(url, duk, { as: 'mallory' }));
    for (const window of windows) sendHalf(window, 1.5 * MiB);
    await until(() => expect(windows.filter(isOpen).length).toBe(1));
    expect(relay.counters.closed.crowdedOut).toBe(4);
  });

  it('are read a chunk at a time, so that everybody else is heard in between', async () => {
    const { url } = await startRelay({ limits: atAnyRate });
    const mallory = await enter(url, duk, { as: 'mallory' });
    sendHalf(mallory, 16 * MiB);
    let turns = 0;
    for (; mallory.socket.bufferedAmount > 4 * MiB; turns++) await new Promise((resolve) => setImmediate(resolve));
    // Of 64 KiB, which is as much as one read brings.
    expect(turns).toBeGreaterThan((8 * MiB) / (64 * KiB));
  });

  it('that nobody asked for are refused when they grow larger than an update', async () => {
    const { url } = await startRelay({ limits: { ...atAnyRate, maxUpdateBytes: 100 * KiB, closeGraceMs: 50 } });
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

/** Somebody whose socket brings what the test says, and of whom is kept what became of them. */
class Guest implements MessageSender {
  readonly participantId: ParticipantId;
  readonly stream = new EventEmitter();
  readonly judged: MessageHead[] = [];
  readonly refusals: Refusal[] = [];
  isHeld = false;
  isOpen = true;
  onRelease = () => {};

  constructor(table: UnfinishedMessages, name: string) {
    this.participantId = name as ParticipantId;
    table.watch(this, this.stream as Socket).judge = (head) => {
      this.judged.push({ kind: head.kind, announcedBytes: head.announcedBytes });
      return undefined;
    };
  }

  bring(...frames: Buffer[]): void {
    this.stream.emit('data', Buffer.concat(frames));
  }

  hold(): void {
    this.isHeld = true;
  }

  release(): void {
    this.isHeld = false;
    this.onRelease();
  }

  close(refusal: Refusal): void {
    this.isOpen = false;
    this.refusals.push(refusal);
  }

  cutOff(refusal: Refusal): void {
    this.close(refusal);
  }
}

const document = [messageType.sync, syncType.step2];

/** The first piece of a message that goes on. */
function firstPiece(bytes: number, start: readonly number[] = document): Buffer {
  const payload = Buffer.alloc(bytes);
  payload.set(start);
  return maskedFrame(payload, { isFinal: false });
}

/** One more piece of it. */
function nextPiece(bytes: number, isFinal = false): Buffer {
  return maskedFrame(Buffer.alloc(bytes), { opcode: 0, isFinal });
}

function pong(bytes: number): Buffer {
  return maskedFrame(Buffer.alloc(bytes), { opcode: 10 });
}

describe('what is held of messages that are not whole', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
  });

  it('is judged by a head alone, before more is read', () => {
    const guest = new Guest(new UnfinishedMessages(relayLimits), 'mallory');
    guest.bring(maskedFrame(Buffer.concat([Buffer.of(0, 0), Buffer.alloc(700 * KiB)])).subarray(0, 16));
    expect(guest.isHeld).toBe(true);
    vi.advanceTimersByTime(100);
    expect(guest.judged).toEqual([{ kind: 'step1', announcedBytes: 700 * KiB + 2 }]);
    expect(guest.isHeld).toBe(false);
  });

  it('counts whole chunks, however little of the message each brings', () => {
    const table = new UnfinishedMessages({ ...relayLimits, maxUnfinishedBytes: 4 * MiB });
    const guest = new Guest(table, 'mallory');
    guest.bring(firstPiece(2));
    const full = [...Array.from({ length: 500 }, () => pong(120)), nextPiece(1)];
    for (let chunk = 0; chunk < 30; chunk++) guest.bring(...full);
    expect(table.bytes).toBeGreaterThan(30 * 500 * 120);
    for (let chunk = 0; chunk < 40; chunk++) guest.bring(...full);
    expect(guest.refusals).toMatchObject([{ reason: 'crowdedOut' }]);
    expect(table.bytes).toBe(0);
  });

  it('counts no messages that are whole, however many come in one chunk', () => {
    const table = new UnfinishedMessages(relayLimits);
    const guest = new Guest(table, 'anna');
    const edits = Array.from({ length: 600 }, () => maskedFrame(Buffer.alloc(100)));
    guest.bring(...edits, firstPiece(1_000));
    expect(guest.isHeld).toBe(false);
    guest.bring(nextPiece(1_000, true), ...edits.slice(0, 500));
    expect(guest.isHeld).toBe(false);
    expect(table.bytes).toBe(0);
  });

  it('is cut off where much is held, not where somebody has just begun', () => {
    const table = new UnfinishedMessages({ ...relayLimits, maxUnfinishedBytes: 4 * MiB });
    const holdingOn = Array.from({ length: 5 }, (_, index) => new Guest(table, `person ${index}`));
    for (const each of holdingOn.slice(0, 4)) each.bring(firstPiece(900 * KiB));
    vi.advanceTimersByTime(60_000);
    const beginner = new Guest(table, 'anna');
    beginner.bring(maskedFrame(Buffer.concat([Buffer.from(document), Buffer.alloc(MiB)])).subarray(0, 1_400));
    vi.advanceTimersByTime(300);
    holdingOn[4]?.bring(firstPiece(900 * KiB));
    expect(beginner.refusals).toEqual([]);
    expect(holdingOn.filter((each) => !each.isOpen).length).toBe(1);
  });

  it('may be a whole document of one person, in packets as small as lines bring them', () => {
    const guest = new Guest(new UnfinishedMessages(relayLimits), 'anna');
    const packet = 1_400;
    const whole = maskedFrame(Buffer.concat([Buffer.from(document), Buffer.alloc(maxStep2Bytes)]));
    for (let at = 0; at < whole.length; at += packet) guest.bring(whole.subarray(at, at + packet));
    expect(guest.refusals).toEqual([]);
  });

  it('is nothing again, whatever came and however it ended', () => {
    const anyPiece = fc.oneof(
      fc.constantFrom(1, 100, 70 * KiB, 300 * KiB).map((bytes) => nextPiece(bytes)),
      fc.constantFrom(1, 70 * KiB).map((bytes) => nextPiece(bytes, true)),
      fc.constantFrom(2, 66 * KiB, 900 * KiB).map((bytes) => firstPiece(bytes)),
      fc.constant(pong(100)),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.array(anyPiece, { minLength: 1, maxLength: 3 }), fc.boolean()), {
          maxLength: 20,
        }),
        (script) => {
          const table = new UnfinishedMessages({ ...relayLimits, maxUnfinishedBytes: 2 * MiB });
          const guests = [0, 1, 2].map((index) => new Guest(table, `person ${index}`));
          for (const [index, pieces, isLater] of script) {
            guests[index]?.bring(...pieces);
            if (isLater) vi.advanceTimersByTime(50);
            expect(table.bytes).toBeGreaterThanOrEqual(0);
            expect(table.bytes).toBeLessThanOrEqual(2 * MiB);
          }
          for (const { stream } of guests) stream.emit('close');
          expect(table.bytes).toBe(0);
          vi.advanceTimersByTime(1_000);
          expect(table.bytes).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('large messages', () => {
  /** Of which there is always more to read, of several people. @returns bytes that each has been read */
  function sendWithoutEnd(limits: Partial<RelayLimits>, people: readonly string[]): ReadonlyMap<string, number> {
    const table = new UnfinishedMessages({ ...relayLimits, ...limits });
    const read = new Map<string, number>();
    for (const name of people) {
      const guest = new Guest(table, name);
      const come = (piece: Buffer) => {
        read.set(name, (read.get(name) ?? 0) + 64 * KiB);
        guest.bring(piece);
      };
      guest.onRelease = () => come(nextPiece(64 * KiB));
      come(firstPiece(64 * KiB));
      come(nextPiece(64 * KiB));
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
    const read = sendWithoutEnd({ largeMessageBytes: { burst: 2 * MiB, perSecond: MiB } }, ['anna']);
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
    mallory.say(syncFrame('update', typed('x'.repeat(250 * KiB))));
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
    const { url } = await startRelay({ limits: { ...atAnyRate, maxUpdateBytes: 10 * KiB } });
    const editor = await enter(url, duk, { as: 'editor' });
    editor.say(syncFrame('step2', typed('x'.repeat(30 * KiB), 1)));
    await until(() => expect(editor.saved()).toBe(1));
    editor.say(syncFrame('step2', typed('x'.repeat(30 * KiB), 2)));
    expect((await editor.closed).code).toBe(1009);
  });

  it('comes home however large it may be', async () => {
    const { url, journal } = await startRelay({ limits: atAnyRate });
    const editor = await enter(url, duk, { as: 'editor' });
    const length = maxStep2Bytes - 100;
    editor.say(syncFrame('step2', typed('x'.repeat(length))));
    await until(() => expect(editor.saved()).toBe(1));
    expect((await journaledText(journal, duk)).length).toBe(length);
  });
});
