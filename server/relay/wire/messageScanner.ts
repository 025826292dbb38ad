import { type MessageKind, messageKindOf } from './clientMessage.ts';

/** What a message says that it is. */
export interface MessageHead {
  /** By its first two bytes; unknown when they do not come together, or as text. */
  readonly kind: MessageKind;
  /** Bytes, as the heads of its frames so far say. */
  readonly announcedBytes: number;
}

/** A message while it comes in. */
export interface MessageUnderWay extends MessageHead {
  /** Bytes that have come. */
  readonly readBytes: number;
}

/** A frame's head (RFC 6455, 5.2), and of a new message what it says it is. */
interface FrameHead {
  readonly bytes: number;
  readonly payloadBytes: number;
  readonly opcode: number;
  readonly isFinal: boolean;
  readonly kind: MessageKind;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const opcodes = { continuation: 0, binary: 2, firstOfControl: 8 } as const;
const maskBytes = 4;
/** At the start of a payload: as much as tells the kind. */
const kindBytes = 2;

/**
 * Follows the messages in what a socket brings, by the heads of their frames alone: how much each will be, and of what kind,
 * is known long before the socket library has all of it. What breaks the protocol is for the library to refuse.
 */
export class MessageScanner {
  /** The message of which some is still to come. */
  #message: Mutable<MessageUnderWay> | undefined;
  /** Bytes still to come of the frame under way, and whether they are a message's. */
  #missingBytes = 0;
  #isData = false;
  #isFinal = false;
  /** The beginning of a head that came in two. */
  #cutOff: Buffer | undefined;

  get message(): MessageUnderWay | undefined {
    return this.#message;
  }

  read(chunk: Buffer): void {
    const bytes = this.#cutOff ? Buffer.concat([this.#cutOff, chunk]) : chunk;
    this.#cutOff = undefined;
    let at = 0;
    while (at < bytes.length) {
      if (this.#missingBytes > 0) {
        const count = Math.min(this.#missingBytes, bytes.length - at);
        at += count;
        this.#pass(count);
        continue;
      }
      const head = headAt(bytes, at);
      if (!head) {
        this.#cutOff = Buffer.from(bytes.subarray(at));
        return;
      }
      at += head.bytes;
      this.#begin(head);
    }
  }

  #begin({ payloadBytes, opcode, isFinal, kind }: FrameHead): void {
    this.#isData = opcode < opcodes.firstOfControl;
    this.#isFinal = isFinal;
    this.#missingBytes = payloadBytes;
    if (this.#isData) {
      if (opcode !== opcodes.continuation) this.#message = { kind, announcedBytes: 0, readBytes: 0 };
      if (this.#message) this.#message.announcedBytes += payloadBytes;
    }
    this.#pass(0);
  }

  #pass(count: number): void {
    this.#missingBytes -= count;
    if (!this.#isData || !this.#message) return;
    this.#message.readBytes += count;
    if (this.#missingBytes === 0 && this.#isFinal) this.#message = undefined;
  }
}

/** @returns undefined when not all of it has come */
function headAt(bytes: Buffer, at: number): FrameHead | undefined {
  const first = bytes[at] as number;
  const second = bytes[at + 1];
  if (second === undefined) return undefined;
  const shortLength = second & 0x7f;
  const lengthBytes = shortLength === 127 ? 8 : shortLength === 126 ? 2 : 0;
  const isMasked = (second & 0x80) !== 0;
  const headBytes = 2 + lengthBytes + (isMasked ? maskBytes : 0);
  if (bytes.length < at + headBytes) return undefined;
  const payloadBytes =
    lengthBytes === 8
      ? bytes.readUInt32BE(at + 2) * 2 ** 32 + bytes.readUInt32BE(at + 6)
      : lengthBytes === 2
        ? bytes.readUInt16BE(at + 2)
        : shortLength;
  const opcode = first & 0x0f;
  const isNewBinary = opcode === opcodes.binary;
  const kindIsThere = payloadBytes >= kindBytes;
  const payloadAt = at + headBytes;
  if (isNewBinary && kindIsThere && bytes.length < payloadAt + kindBytes) return undefined;
  // Clients must mask what they send; the library refuses whoever does not.
  const unmasked = (index: number) =>
    (bytes[payloadAt + index] as number) ^ (bytes[payloadAt - maskBytes + index] as number);
  return {
    bytes: headBytes,
    payloadBytes,
    opcode,
    isFinal: (first & 0x80) !== 0,
    kind: isNewBinary && kindIsThere ? messageKindOf(unmasked(0), unmasked(1)) : 'unknown',
  };
}
