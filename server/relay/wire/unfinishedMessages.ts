import type { Socket } from 'node:net';
import type { ParticipantId } from '@duken/shared/board';
import type { RelayLimits } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { TokenBucket } from '../tokenBucket.ts';
import { Turns } from '../turns.ts';
import { type MessageHead, MessageScanner, type MessageUnderWay } from './messageScanner.ts';

/** Whoever sends messages: a connection. */
export interface MessageSender {
  readonly participantId: ParticipantId;
  /** Whether it is not ending, from either side. */
  readonly isOpen: boolean;
  hold(reason: 'large'): void;
  release(reason: 'large'): void;
  close(refusal: Refusal): void;
  cutOff(refusal: Refusal): void;
}

/** What is read of one socket. */
export interface Incoming {
  /** Why a large message is not to be read on. Asked when it is its turn, and again when more of it is announced. */
  judge: (head: MessageHead) => Refusal | undefined;
}

/** A socket, and its message that is not whole yet. */
interface Unfinished extends Incoming {
  readonly sender: MessageSender;
  readonly scanner: MessageScanner;
  message: MessageUnderWay | undefined;
  /** Bytes that the socket library holds of it, and in how many chunks they came. */
  bytes: number;
  chunks: number;
  /** Bytes of memory that count of it: none unless they are many. */
  counted: number;
  /** When they began to count, in milliseconds of `performance.now()`. */
  countedSince: number;
  /** Bytes that were announced when it was judged. */
  judgedBytes: number;
}

/** Bytes from which a message is large: what is smaller, the system holds for a socket anyway. */
const largeBytes = 64 * 1024;
/** Bytes of memory that a chunk takes beside its own: whoever sends a byte at a time pays for it. */
const bytesAroundChunk = 256;

/** Milliseconds between two chunks of large messages, each of 64 KiB at most, when they come at their fastest. */
const chunkEveryMs = 16;
/** To judge a message may take a look at the whole board: after that, so many times as long is everybody else's. */
const restPerJudgement = 3;
/** Milliseconds that the longest rest after it lasts: others' large messages wait for it too. */
const longestRestMs = 100;

type UnfinishedLimits = Pick<
  RelayLimits,
  'maxUpdateBytes' | 'maxStep2Bytes' | 'maxUnfinishedBytes' | 'largeMessageBytes'
>;

const crowdedOut: Refusal = { reason: 'crowdedOut', detail: 'Too much is on its way at once; come back in a moment' };

/**
 * The socket library keeps what it has read of a message until it is whole. A whole document may come in one, so many
 * sockets that each send half a document would fill the memory. They share a budget instead.
 *
 * A message that will be large is judged by the heads of its frames, before more of it is read, and a person's sockets
 * together hold no more than one document. When all together hold more than the budget, the slowest is cut off: somebody
 * coming home over a line that works outruns whoever only holds on. It comes back when it likes, and begins again.
 *
 * What is large is read a chunk at a time, at a pace that all large messages share (`largeMessageBytes`): however fast the
 * line, everybody else is heard in between, and memory does not come faster than it can be cleared away.
 */
export class UnfinishedMessages {
  readonly #limits: UnfinishedLimits;
  readonly #rate: TokenBucket;
  readonly #turns = new Turns();
  readonly #counted = new Set<Unfinished>();
  #bytes = 0;

  constructor(limits: UnfinishedLimits) {
    this.#limits = limits;
    this.#rate = new TokenBucket(limits.largeMessageBytes, performance.now());
  }

  /** Bytes of memory held by unfinished messages, as far as they count. */
  get bytes(): number {
    return this.#bytes;
  }

  /** @param stream what the socket reads from; nothing of it is taken */
  watch(sender: MessageSender, stream: Socket): Incoming {
    const unfinished: Unfinished = {
      sender,
      judge: () => undefined,
      scanner: new MessageScanner(),
      message: undefined,
      bytes: 0,
      chunks: 0,
      counted: 0,
      countedSince: 0,
      judgedBytes: 0,
    };
    const hear = (chunk: Buffer) => this.#hear(unfinished, chunk);
    // Before the socket library, which lets go of a message while it reads the chunk that ends it.
    stream.prependListener('data', hear);
    stream.once('close', () => {
      this.#drop(unfinished);
      // A closed socket stays in Node until the next full collection: its connection and all it knows need not.
      stream.off('data', hear);
    });
    return unfinished;
  }

  #hear(unfinished: Unfinished, chunk: Buffer): void {
    const { sender, scanner } = unfinished;
    const wasLarge = isLarge(unfinished);
    scanner.read(chunk);
    if (scanner.message !== unfinished.message) {
      this.#drop(unfinished);
      unfinished.message = scanner.message;
    }
    if (unfinished.message) {
      // Of the first chunk other messages have their part. Any other is held whole, for whatever little it brings.
      unfinished.bytes += unfinished.chunks === 0 ? unfinished.message.readBytes : chunk.length;
      unfinished.chunks += 1;
    }
    if (!wasLarge && !isLarge(unfinished)) return;
    sender.hold('large');
    if (!sender.isOpen) {
      // Told to go, and going on all the same: read no further until its time to answer is over.
      this.#drop(unfinished);
      return;
    }
    const { length } = chunk;
    this.#turns.take(sender.participantId, () => this.#readOn(unfinished, length));
    this.#count(unfinished);
  }

  #readOn(unfinished: Unfinished, chunkBytes: number): void {
    const { sender } = unfinished;
    const startedAt = performance.now();
    this.#turns.rest(this.#rate.spend(chunkBytes, startedAt));
    const refusal = this.#judge(unfinished);
    const restMs = Math.min(longestRestMs, restPerJudgement * (performance.now() - startedAt));
    this.#turns.rest(Math.max(chunkEveryMs, restMs));
    if (refusal) {
      this.#drop(unfinished);
      sender.close(refusal);
    } else sender.release('large');
  }

  #judge(unfinished: Unfinished): Refusal | undefined {
    const { sender, message, judgedBytes } = unfinished;
    if (!sender.isOpen || !message || message.announcedBytes <= Math.max(judgedBytes, largeBytes)) return undefined;
    unfinished.judgedBytes = message.announcedBytes;
    return unfinished.judge(message);
  }

  /** Sees to it that nobody holds more than their share. */
  #count(unfinished: Unfinished): void {
    const weight = weightOf(unfinished);
    if (weight <= largeBytes) return;
    if (!this.#counted.has(unfinished)) {
      this.#counted.add(unfinished);
      unfinished.countedSince = performance.now();
    }
    this.#bytes += weight - unfinished.counted;
    unfinished.counted = weight;
    const { maxUpdateBytes, maxUnfinishedBytes } = this.#limits;
    if (unfinished.bytes > maxUpdateBytes && this.#bytesOf(unfinished.sender.participantId) > this.#maxBytesEach()) {
      this.#cutOff(unfinished);
    }
    while (this.#bytes > maxUnfinishedBytes) this.#cutOff(this.#slowest() ?? unfinished);
  }

  #drop(unfinished: Unfinished): void {
    this.#counted.delete(unfinished);
    this.#bytes -= unfinished.counted;
    unfinished.message = undefined;
    unfinished.counted = 0;
    unfinished.bytes = 0;
    unfinished.chunks = 0;
    unfinished.judgedBytes = 0;
  }

  #cutOff(unfinished: Unfinished): void {
    this.#drop(unfinished);
    unfinished.sender.cutOff(crowdedOut);
  }

  /** A document, and what is written meanwhile in the person's other windows. */
  #maxBytesEach(): number {
    return this.#limits.maxStep2Bytes + 2 * this.#limits.maxUpdateBytes;
  }

  #bytesOf(participantId: ParticipantId): number {
    let sum = 0;
    for (const { sender, bytes } of this.#counted) if (sender.participantId === participantId) sum += bytes;
    return sum;
  }

  #slowest(): Unfinished | undefined {
    const now = performance.now();
    let slowest: Unfinished | undefined;
    let slowestPace = Number.POSITIVE_INFINITY;
    for (const unfinished of this.#counted) {
      const pace = unfinished.bytes / (now - unfinished.countedSince + 1);
      if (pace >= slowestPace) continue;
      slowest = unfinished;
      slowestPace = pace;
    }
    return slowest;
  }
}

/** Whether it is, or will be. */
function isLarge(unfinished: Unfinished): boolean {
  return Math.max(unfinished.message?.announcedBytes ?? 0, weightOf(unfinished)) > largeBytes;
}

function weightOf({ bytes, chunks }: Unfinished): number {
  return bytes + chunks * bytesAroundChunk;
}
