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
  readonly isClosing: boolean;
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
  /** In how many chunks it has come so far. */
  chunks: number;
  /** Bytes of memory that it holds; 0 unless it is large. */
  weight: number;
  /** Bytes that were announced when it was judged. */
  judgedBytes: number;
  /** When it became large, in milliseconds of `performance.now()`. */
  largeSince: number;
}

/** Bytes at which an unfinished message counts: below, it is what the system holds for a socket anyway. */
const largeBytes = 64 * 1024;
/** Bytes of memory that a chunk takes beside its own: whoever sends a byte at a time pays for it. */
const bytesAroundChunk = 256;

/** Milliseconds between two chunks of large messages, each of 64 KiB at most, when they come at their fastest. */
const chunkEveryMs = 16;
/** To judge a message may take a look at the whole board: after that, so many times as long is everybody else's. */
const restPerJudgement = 3;

type UnfinishedLimits = Pick<
  RelayLimits,
  'maxUpdateBytes' | 'maxStep2Bytes' | 'maxUnfinishedBytes' | 'largeFrameBytes'
>;

const crowdedOut: Refusal = { reason: 'crowdedOut', detail: 'Too much is on its way at once; come back in a moment' };

/**
 * The socket library keeps what it has read of a message until it is whole. A whole document may come in one, so many
 * sockets that each send half a document would fill the memory. They share a budget instead.
 *
 * A message that will be large is judged by its head, before more of it is read, and a person's sockets together hold no more
 * than one document. When all together hold more than the budget, the slowest is cut off: somebody coming home over a line
 * that works outruns whoever only holds on. It comes back when it likes, and begins again.
 *
 * What is large is read a chunk at a time, at a pace that all large messages share (`largeFrameBytes`): however fast the
 * line, everybody else is heard in between, and memory does not come faster than it can be cleared away.
 */
export class UnfinishedFrames {
  readonly #limits: UnfinishedLimits;
  readonly #pace: TokenBucket;
  readonly #turns = new Turns(chunkEveryMs);
  readonly #large = new Set<Unfinished>();
  #bytes = 0;

  constructor(limits: UnfinishedLimits) {
    this.#limits = limits;
    this.#pace = new TokenBucket(limits.largeFrameBytes, performance.now());
  }

  /** Bytes of memory held by unfinished messages that are large. */
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
      chunks: 0,
      weight: 0,
      judgedBytes: 0,
      largeSince: 0,
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
    const wasLarge = this.#large.has(unfinished);
    scanner.read(chunk);
    const { message } = scanner;
    if (message !== unfinished.message) {
      this.#drop(unfinished);
      unfinished.message = message;
    }
    if (message) this.#weigh(unfinished, message);
    const isLarge = this.#large.has(unfinished);
    if (!isLarge && !wasLarge) return;
    sender.hold('large');
    // Told to go, and going on all the same: read no further until its time to answer is over.
    if (sender.isClosing) return;
    this.#turns.take(sender.participantId, () => this.#readOn(unfinished, chunk.length));
    if (isLarge) this.#share(unfinished);
  }

  #weigh(unfinished: Unfinished, { announcedBytes, readBytes }: MessageUnderWay): void {
    unfinished.chunks += 1;
    const weight = readBytes + unfinished.chunks * bytesAroundChunk;
    if (Math.max(announcedBytes, weight) <= largeBytes) return;
    this.#bytes += weight - unfinished.weight;
    unfinished.weight = weight;
    if (this.#large.has(unfinished)) return;
    this.#large.add(unfinished);
    unfinished.largeSince = performance.now();
  }

  #drop(unfinished: Unfinished): void {
    this.#large.delete(unfinished);
    this.#bytes -= unfinished.weight;
    unfinished.weight = 0;
    unfinished.chunks = 0;
    unfinished.judgedBytes = 0;
  }

  #readOn(unfinished: Unfinished, chunkBytes: number): void {
    const { sender } = unfinished;
    const startedAt = performance.now();
    const forMemory = this.#pace.spend(chunkBytes, startedAt);
    const refusal = this.#judge(unfinished);
    this.#turns.rest(Math.max(forMemory, restPerJudgement * (performance.now() - startedAt)));
    if (refusal) {
      this.#drop(unfinished);
      sender.close(refusal);
    } else sender.release('large');
  }

  #judge(unfinished: Unfinished): Refusal | undefined {
    const { sender, message, judgedBytes } = unfinished;
    if (sender.isClosing || !message || message.announcedBytes <= Math.max(judgedBytes, largeBytes)) return undefined;
    unfinished.judgedBytes = message.announcedBytes;
    return unfinished.judge(message);
  }

  /** Sees to it that nobody holds more than their share. */
  #share(unfinished: Unfinished): void {
    const { maxUpdateBytes, maxUnfinishedBytes } = this.#limits;
    const { participantId } = unfinished.sender;
    if (unfinished.weight > maxUpdateBytes && this.#bytesOf(participantId) > this.#maxBytesEach())
      this.#cutOff(unfinished);
    while (this.#bytes > maxUnfinishedBytes) this.#cutOff(this.#slowest() ?? unfinished);
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
    let bytes = 0;
    for (const { sender, weight } of this.#large) if (sender.participantId === participantId) bytes += weight;
    return bytes;
  }

  #slowest(): Unfinished | undefined {
    const now = performance.now();
    let slowest: Unfinished | undefined;
    let slowestPace = Number.POSITIVE_INFINITY;
    for (const unfinished of this.#large) {
      const pace = unfinished.weight / (now - unfinished.largeSince + 1);
      if (pace >= slowestPace) continue;
      slowest = unfinished;
      slowestPace = pace;
    }
    return slowest;
  }
}
