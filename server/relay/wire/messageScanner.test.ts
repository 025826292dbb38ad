import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageKindOf } from './clientMessage.ts';
import { maskedFrame } from './framesForTests.ts';
import { MessageScanner, type MessageUnderWay } from './messageScanner.ts';

/** Payload sizes on both sides of where a frame's head grows. */
const anySize = fc.oneof(fc.integer({ min: 0, max: 140 }), fc.constantFrom(125, 126, 65_535, 65_536));
const anyFrames = fc.record({
  /** Of the fragments that the message comes in. */
  sizes: fc.array(anySize, { minLength: 1, maxLength: 4 }),
  firstBytes: fc.constantFrom<[number, number][]>([0, 0], [0, 1], [0, 2], [1, 7], [3, 0], [0, 9], [200, 1]),
  /** Whether there is a ping before each fragment. */
  pings: fc.boolean(),
});

/** What has been announced and read of the message under way when so many bytes of the stream have come. */
interface Moment {
  readonly upTo: number;
  readonly message: Partial<MessageUnderWay>;
}

function streamOf(messages: readonly (typeof anyFrames extends fc.Arbitrary<infer T> ? T : never)[]) {
  const frames: Buffer[] = [];
  const moments: Moment[] = [];
  let bytes = 0;
  for (const { sizes, firstBytes, pings } of messages) {
    let announcedBytes = 0;
    for (const [index, size] of sizes.entries()) {
      if (pings) frames.push(maskedFrame(Buffer.from('ping'), { opcode: 9 }));
      const payload = Buffer.alloc(size, 7);
      if (index === 0) payload.set(firstBytes.slice(0, size));
      const isFinal = index === sizes.length - 1;
      const frame = maskedFrame(payload, { opcode: index === 0 ? 2 : 0, isFinal });
      frames.push(frame);
      bytes = frames.reduce((sum, { length }) => sum + length, 0);
      const readBefore = announcedBytes;
      announcedBytes += size;
      // In the midst of this frame's payload, at its middle byte.
      if (size > 2) {
        const rest = size - Math.ceil(size / 2);
        const kind = sizes[0] !== undefined && sizes[0] >= 2 ? { kind: messageKindOf(...firstBytes) } : {};
        moments.push({ upTo: bytes - rest, message: { announcedBytes, readBytes: readBefore + size - rest, ...kind } });
      }
    }
  }
  return { stream: Buffer.concat(frames), moments };
}

function readInPieces(scanner: MessageScanner, stream: Buffer, cuts: readonly number[]): void {
  const ends = [...new Set(cuts.map((cut) => cut % (stream.length + 1)))].sort((a, b) => a - b);
  let start = 0;
  for (const end of [...ends, stream.length]) {
    scanner.read(stream.subarray(start, end));
    start = end;
  }
}

describe('a message, told by the heads of its frames', () => {
  it('is announced and read alike, however the stream that it comes in is cut', () => {
    fc.assert(
      fc.property(
        fc.array(anyFrames, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(1_000_000), { maxLength: 12 }),
        fc.nat(),
        (messages, cuts, which) => {
          const { stream, moments } = streamOf(messages);
          const whole = new MessageScanner();
          readInPieces(whole, stream, cuts);
          expect(whole.message).toBeUndefined();
          const moment = moments[which % moments.length];
          if (!moment) return;
          const half = new MessageScanner();
          readInPieces(half, stream.subarray(0, moment.upTo), cuts);
          expect(half.message).toMatchObject(moment.message);
        },
      ),
    );
  });

  it.each([
    ['step1', [0, 0]],
    ['step2', [0, 1]],
    ['update', [0, 2]],
    ['awareness', [1, 200]],
    ['queryAwareness', [3, 3]],
    ['unknown', [0, 3]],
    ['unknown', [2, 0]],
    // Zero, written longer than it need be.
    ['unknown', [128, 0]],
  ] as const)('is known as %s by its first two bytes, one at a time or not', (kind, [first, second]) => {
    const frame = maskedFrame(Buffer.from([first, second, 1, 2, 3]));
    const atOnce = new MessageScanner();
    atOnce.read(frame.subarray(0, -1));
    expect(atOnce.message?.kind).toBe(kind);
    const bit = new MessageScanner();
    for (const byte of frame.subarray(0, -1)) bit.read(Buffer.of(byte));
    expect(bit.message?.kind).toBe(kind);
    const inFragments = new MessageScanner();
    inFragments.read(maskedFrame(Buffer.of(), { isFinal: false }));
    inFragments.read(maskedFrame(Buffer.of(first), { opcode: 0, isFinal: false }));
    inFragments.read(maskedFrame(Buffer.of(second, 7), { opcode: 0, isFinal: false }));
    expect(inFragments.message).toMatchObject({ kind, announcedBytes: 3, readBytes: 3 });
  });

  it.each([5, 200, 70_000])('is followed a byte at a time through a head for %i bytes', (size) => {
    const scanner = new MessageScanner();
    const frame = maskedFrame(Buffer.alloc(size));
    for (const byte of frame.subarray(0, 20)) scanner.read(Buffer.of(byte));
    if (size > 20) expect(scanner.message).toMatchObject({ kind: 'step1', announcedBytes: size });
    scanner.read(frame.subarray(20));
    expect(scanner.message).toBeUndefined();
  });

  it('is known as nothing while its first two bytes are not there, and when it comes as text', () => {
    const begun = new MessageScanner();
    begun.read(maskedFrame(Buffer.of(0), { isFinal: false }));
    expect(begun.message?.kind).toBe('unknown');
    const text = new MessageScanner();
    text.read(maskedFrame(Buffer.from([0, 1, 2]), { opcode: 1 }).subarray(0, -1));
    expect(text.message?.kind).toBe('unknown');
  });

  it('may announce more than anybody could send', () => {
    const scanner = new MessageScanner();
    scanner.read(Buffer.from([0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 2]));
    expect(scanner.message).toMatchObject({ kind: 'update', announcedBytes: 2 ** 64 });
  });
});
