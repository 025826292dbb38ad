import type { Socket } from 'node:net';
import type { ParticipantId } from '@duken/shared/board';
import { maxFrameHeadBytes, type RelayLimits } from '../limits.ts';
import { type Refusal, tooLarge } from '../refusal.ts';
import { TokenBucket } from '../tokenBucket.ts';
import { Turns } from '../turns.ts';

/** Whoever sends frames: a connection. */
export interface FrameSender {
  readonly participantId: ParticipantId;
  readonly isClosing: boolean;
  hold(reason: 'large'): void;
  release(reason: 'large'): void;
  /** Whether it has been asked for what the server lacks, and has not answered. */
  readonly owesStep2: boolean;
  close(refusal: Refusal): void;
  cutOff(refusal: Refusal): void;
}

/** What has been read of one socket's frame that is not whole yet. */
export interface UnfinishedFrame {
  readonly sender: FrameSender;
  bytes: number;
  chunks: number;
  /** When it became large, in milliseconds of `performance.now()`. */
  largeSince: number;
}

/** Bytes at which an unfinished frame counts: below, it is what the system holds for a socket anyway. */
const largeBytes = 64 * 1024;
/** Bytes of memory that a chunk takes beside its own: whoever sends a byte at a time pays for it. */
const bytesAroundChunk = 256;

/** Milliseconds between two chunks of large frames, each of 64 KiB at most, when they come at their fastest. */
const chunkEveryMs = 16;

type UnfinishedLimits = Pick<
  RelayLimits,
  'maxUpdateBytes' | 'maxStep2Bytes' | 'maxUnfinishedBytes' | 'largeFrameBytes'
>;

const crowdedOut: Refusal = { reason: 'crowdedOut', detail: 'Too much is on its way at once; come back in a moment' };

/**
 * The socket library keeps what it has read of a frame until the frame is whole. A whole document may come in one, so many
 * sockets that each send half a document would fill the memory. They share a budget instead.
 *
 * What is larger than an update comes only from those who owe a step 2, and a person's sockets together hold no more than one
 * document. When all together hold more than the budget, the slowest is cut off: somebody coming home over a line that
 * works outruns whoever only holds on. It comes back when it likes, and begins again.
 *
 * What is large is read a chunk at a time, at a pace that all large frames share (`largeFrameBytes`): however fast the
 * line, everybody else is heard in between, and memory does not come faster than it can be cleared away.
 */
export class UnfinishedFrames {
  readonly #limits: UnfinishedLimits;
  readonly #pace: TokenBucket;
  readonly #turns = new Turns(chunkEveryMs);
  readonly #large = new Set<UnfinishedFrame>();
  #bytes = 0;

  constructor(limits: UnfinishedLimits) {
    this.#limits = limits;
    this.#pace = new TokenBucket(limits.largeFrameBytes, performance.now());
  }

  /** Bytes of memory held by unfinished frames that are large. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * @param stream what the socket reads from; nothing of it is taken
   * @returns the frame that is under way, to be dropped when it is whole
   */
  watch(sender: FrameSender, stream: Socket): UnfinishedFrame {
    const frame: UnfinishedFrame = { sender, bytes: 0, chunks: 0, largeSince: 0 };
    const grow = (chunk: Buffer) => this.#grow(frame, chunk.length);
    // Before the socket library, which tells of whole messages while it reads the chunk that ends them.
    stream.prependListener('data', grow);
    stream.once('close', () => {
      this.drop(frame);
      // A closed socket stays in Node until the next full collection: its connection and all it knows need not.
      stream.off('data', grow);
    });
    return frame;
  }

  drop(frame: UnfinishedFrame): void {
    if (this.#large.delete(frame)) this.#bytes -= weightOf(frame);
    frame.bytes = 0;
    frame.chunks = 0;
  }

  #grow(frame: UnfinishedFrame, chunkBytes: number): void {
    const before = weightOf(frame);
    frame.bytes += chunkBytes;
    frame.chunks += 1;
    const weight = weightOf(frame);
    if (weight <= largeBytes) return;
    const { sender } = frame;
    sender.hold('large');
    // Told to go, and going on all the same: read no further until its time to answer is over.
    if (sender.isClosing) return;
    this.#turns.take(sender.participantId, () => {
      this.#turns.rest(this.#pace.spend(chunkBytes, performance.now()));
      sender.release('large');
    });
    if (this.#large.has(frame)) this.#bytes += weight - before;
    else {
      this.#large.add(frame);
      this.#bytes += weight;
      frame.largeSince = performance.now();
    }
    this.#judge(frame);
  }

  #judge(frame: UnfinishedFrame): void {
    const { maxUpdateBytes, maxUnfinishedBytes } = this.#limits;
    const { sender } = frame;
    if (frame.bytes > maxUpdateBytes + maxFrameHeadBytes) {
      if (!sender.owesStep2) this.#refuse(frame);
      else if (this.#bytesOf(sender.participantId) > this.#maxBytesEach()) this.#cutOff(frame);
    }
    while (this.#bytes > maxUnfinishedBytes) this.#cutOff(this.#slowest() ?? frame);
  }

  #refuse(frame: UnfinishedFrame): void {
    this.drop(frame);
    frame.sender.close(tooLarge('Update', this.#limits.maxUpdateBytes));
  }

  #cutOff(frame: UnfinishedFrame): void {
    this.drop(frame);
    frame.sender.cutOff(crowdedOut);
  }

  /** A document, and what is written meanwhile in the person's other windows. */
  #maxBytesEach(): number {
    return this.#limits.maxStep2Bytes + 2 * this.#limits.maxUpdateBytes;
  }

  #bytesOf(participantId: ParticipantId): number {
    let bytes = 0;
    for (const frame of this.#large) if (frame.sender.participantId === participantId) bytes += frame.bytes;
    return bytes;
  }

  #slowest(): UnfinishedFrame | undefined {
    const now = performance.now();
    let slowest: UnfinishedFrame | undefined;
    let slowestPace = Number.POSITIVE_INFINITY;
    for (const frame of this.#large) {
      const pace = frame.bytes / (now - frame.largeSince + 1);
      if (pace >= slowestPace) continue;
      slowest = frame;
      slowestPace = pace;
    }
    return slowest;
  }
}

function weightOf({ bytes, chunks }: UnfinishedFrame): number {
  return bytes + chunks * bytesAroundChunk;
}
