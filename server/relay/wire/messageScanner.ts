import { type MessageKind, messageKindOf } from './clientMessage.ts';

/** What a message says that it is. */
export interface MessageHead {
  /** By its first two bytes; unknown until they are there, and when it is text. */
  readonly kind: MessageKind;
  /** Bytes, as the heads of its frames so far say. */
  readonly announcedBytes: number;
}

/** A message while it comes in. */
export interface MessageUnderWay extends MessageHead {
  /** Bytes that have come. */
  readonly readBytes: number;
}

/** The same, as it grows. */
class Message implements MessageUnderWay {
  readonly #isText: boolean;
  #first: number | undefined;
  #second: number | undefined;
  announcedBytes = 0;
  readBytes = 0;

  constructor(isText: boolean) {
    this.#isText = isText;
  }

  get kind(): MessageKind {
    return this.#first === undefined || this.#second === undefined
      ? 'unknown'
      : messageKindOf(this.#first, this.#second);
  }

  /** How many more bytes tell what it is. */
  get missingKindBytes(): number {
    if (this.#isText || this.#second !== undefined) return 0;
    return this.#first === undefined ? 2 : 1;
  }

  /** Hears the next byte of those. */
  tell(byte: number): void {
    if (this.#first === undefined) this.#first = byte;
    else this.#second = byte;
  }
}

/** A frame's head (RFC 6455, 5.2). */
interface FrameHead {
  /** Bytes, the mask among them. */
  readonly bytes: number;
  readonly payloadBytes: number;
  readonly opcode: number;
  readonly isFinal: boolean;
}

const opcodes = { continuation: 0, text: 1, firstOfControl: 8 } as const;
const maskBytes = 4;

/**
 * Follows the messages in what a socket brings, by the heads of their frames alone: how much each will be, and of what kind,
 * is known before the socket library has all of it. What breaks the protocol is for the library to refuse.
 */
export class MessageScanner {
  /** The message of which some is still to come. */
  #message: Message | undefined;
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
      const begun = this.#begin(bytes, at);
      if (begun === 0) {
        this.#cutOff = Buffer.from(bytes.subarray(at));
        return;
      }
      at += begun;
    }
  }

  /** @returns bytes of the head; 0 when it is not there yet, or not as much of what follows as tells the kind */
  #begin(bytes: Buffer, at: number): number {
    const head = headAt(bytes, at);
    if (!head) return 0;
    const { opcode, payloadBytes } = head;
    const isData = opcode < opcodes.firstOfControl;
    const isNew = isData && opcode !== opcodes.continuation;
    const message = isNew ? new Message(opcode === opcodes.text) : this.#message;
    const payloadAt = at + head.bytes;
    const kindBytes = isData && message ? Math.min(message.missingKindBytes, payloadBytes) : 0;
    if (bytes.length < payloadAt + kindBytes) return 0;
    // Clients must mask what they send; the library refuses whoever does not.
    for (let index = payloadAt; index < payloadAt + kindBytes; index++) {
      message?.tell((bytes[index] as number) ^ (bytes[index - maskBytes] as number));
    }
    this.#isData = isData;
    this.#isFinal = head.isFinal;
    this.#missingBytes = payloadBytes;
    this.#message = message;
    if (isData && message) message.announcedBytes += payloadBytes;
    this.#pass(0);
    return head.bytes;
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
  const headBytes = 2 + lengthBytes + ((second & 0x80) !== 0 ? maskBytes : 0);
  if (bytes.length < at + headBytes) return undefined;
  return {
    bytes: headBytes,
    payloadBytes:
      lengthBytes === 0
        ? shortLength
        : lengthBytes === 2
          ? bytes.readUInt16BE(at + 2)
          : bytes.readUInt32BE(at + 2) * 2 ** 32 + bytes.readUInt32BE(at + 6),
    opcode: first & 0x0f,
    isFinal: (first & 0x80) !== 0,
  };
}
