import { maxAwarenessBytes, maxStep2Bytes, maxUpdateBytes } from '@duken/shared/protocol';
import type { BucketSize } from './tokenBucket.ts';

/** Bytes of a frame around the largest thing it carries: two types and a length, and the socket's own head of 14. */
export const maxFrameHeadBytes = 32;

/** Sizes, rates and times of the relay. Tests shorten them; nobody else does. */
export interface RelayLimits {
  readonly maxPeople: number;
  readonly maxWindows: number;
  readonly maxConnections: number;
  readonly maxUpdateBytes: number;
  readonly maxStep2Bytes: number;
  readonly maxAwarenessBytes: number;
  readonly maxStateVectorBytes: number;
  readonly maxReadStateVectorBytes: number;
  readonly maxDocumentBytes: number;
  readonly maxBoardBytes: number;
  readonly weighBoardEveryMs: number;
  readonly maxUnfinishedBytes: number;
  readonly largeMessageBytes: BucketSize;
  readonly ownAnswerBytes: BucketSize;
  readonly maxUnsavedBytes: number;
  readonly maxWaitingBytes: number;
  readonly maxClientIds: number;
  readonly arrivals: BucketSize;
  readonly edits: BucketSize;
  readonly editBytes: BucketSize;
  readonly homecomingBytes: BucketSize;
  readonly cursors: BucketSize;
  readonly questions: BucketSize;
  readonly answerBytes: BucketSize;
  readonly gaps: BucketSize;
  readonly cursorBacklogBytes: number;
  readonly maxBacklogBytes: number;
  readonly keepAliveAfterMs: number;
  readonly maxUnansweredPings: number;
  readonly closeGraceMs: number;
  readonly peerPatienceMs: number;
  readonly peerLivesEveryMs: number;
  readonly peerSilentForMs: number;
  readonly lookForPeersEveryMs: number;
  readonly lookForPeersEveryMsWhileAway: number;
  readonly compactAfterUpdates: number;
  readonly compactAfterBytes: number;
  readonly compactWhenIdleMs: number;
  readonly minTailBytes: number;
  readonly maxTailBytes: number;
}

export const relayLimits: RelayLimits = {
  /** Different people at one board. A large meeting is 20; at 200 each edit is still sent to all of them within a batch. */
  maxPeople: 200,
  /**
   * Sockets of one person at one board. A handful of windows and devices, and what a bad line leaves hanging: the ordinary
   * provider comes back every 2.5 seconds at most, and a dead socket is noticed after 40.
   */
  maxWindows: 20,
  /** Sockets on this server. Each holds some 30 KiB when it is quiet, so that these fill 600 MB. */
  maxConnections: 20_000,

  /** Bytes. The three sizes are the protocol's, so that a client can know them too. */
  maxUpdateBytes,
  maxStep2Bytes,
  maxAwarenessBytes,
  /**
   * Bytes, some ten for each browser session that ever wrote: two a day for nine years. It may be larger when it is at most
   * twice as large as the board's.
   */
  maxStateVectorBytes: 64 * 1024,
  /**
   * Bytes. A larger one, unless it is at most twice as large as the board's, is not read: it knows of so many whom the board
   * has never seen that its sender gets all there is, and brings home what the board may have lost. Reading one of 1,700
   * sessions, and finding out what it lacks, took 5 ms.
   */
  maxReadStateVectorBytes: 4 * 1024,
  /**
   * Bytes. A document that has grown to this takes no more: it could not come home in one step 2, and each of its readers,
   * this server first, would have to hold it in memory. Some 10,000 full notes.
   */
  maxDocumentBytes: maxStep2Bytes,
  /**
   * Bytes of all documents of a board together, but for what is written between two compactions. A duk is at most 20 MiB, and so are its
   * translations: so much is kept for each, and nobody's private writing ever stops them. The other half is for private documents, in
   * their journals. In 20 MiB of that each may grow as it likes: that is 200 people with 100 KiB each, a thousand times what somebody
   * drafts before a meeting. The last 20 MiB are for whoever has less than those 100 KiB, so that nobody fills a document in
   * another's way.
   */
  maxBoardBytes: 4 * maxStep2Bytes,
  /** Milliseconds between two questions to the database of how much a board's private documents hold, while they are written in. */
  weighBoardEveryMs: 10_000,
  /** Bytes of all messages on this server that have come in half: five whole documents at the same time. */
  maxUnfinishedBytes: 5 * maxStep2Bytes,
  /**
   * Bytes read of messages larger than 64 KiB, of all together: what most people bring home comes in a second, a whole document
   * in twenty, which most lines take longer for. Clearing the memory of more than that away is what others would notice.
   */
  largeMessageBytes: { burst: 2 * 1024 * 1024, perSecond: 1024 * 1024 },
  /**
   * Bytes of answers to step 1 that are made for one person alone, of all together, and for the same reason: making one takes
   * several times its size. Newcomers share one that is made already; whoever comes back lacks little.
   */
  ownAnswerBytes: { burst: 2 * 1024 * 1024, perSecond: 1024 * 1024 },
  /**
   * Bytes of one connection's updates that are on their way to disk, at which we read no more from it until they are there:
   * what one batch writes and sends on stays so small that nobody else's edit waits long for it.
   */
  maxUnsavedBytes: 128 * 1024,
  /** Bytes of one connection's updates that wait for its first step 2: what is typed or pasted before it. */
  maxWaitingBytes: 128 * 1024,
  /** Yjs clients that one participant may write as while a board is open. Each opening of the page is one. */
  maxClientIds: 1_000,

  /** RateLimits of one person at one board, in all their windows together. */

  /** Coming in: every window, three times over, and a bad line after that. */
  arrivals: { burst: 60, perSecond: 2 },
  /**
   * Updates. A fast typist makes 15 a second and a pen 60; pasting 200 lines as notes makes 200 at once. The burst leaves
   * room for a program that fills a board, and for what a stalled connection let pile up.
   */
  edits: { burst: 3_000, perSecond: 300 },
  /**
   * Bytes of updates. A pen makes some 30 KB a second. All of it goes on to everybody at the board, down lines that may take
   * little more than this: half a megabit. The burst is one update as large as may be, and what is written meanwhile: far below
   * what may wait for a receiver, so that no writer alone makes others too slow. What was written offline comes home on
   * another account.
   */
  editBytes: { burst: 1.5 * 1024 * 1024, perSecond: 64 * 1024 },
  /** Bytes of answers to our step 1: a whole document twice over (come home, lose the connection, come home again). */
  homecomingBytes: { burst: 2 * maxStep2Bytes, perSecond: 64 * 1024 },
  /** Movements of one's own cursor. A screen refreshes 60 to 120 times a second. */
  cursors: { burst: 600, perSecond: 120 },
  /** Step 1 and cursor questions, each of which costs some work: the provider asks both once per connect. */
  questions: { burst: 120, perSecond: 4 },
  /** Bytes of answers to step 1: a whole document four times over. What has not been received lies in memory. */
  answerBytes: { burst: 4 * maxStep2Bytes, perSecond: 2 * 1024 * 1024 },
  /** Updates that lean on others: what is typed before a first step 2, and what was written on another server just now. */
  gaps: { burst: 300, perSecond: 5 },

  /** Bytes waiting for a receiver at which its cursors are left out: about a second on a slow mobile line. */
  cursorBacklogBytes: 256 * 1024,
  /** Bytes waiting for a receiver, whole documents aside, at which it is closed: it does better to resync. */
  maxBacklogBytes: 4 * 1024 * 1024,

  /** Milliseconds. The ordinary provider leaves a socket that is silent for 30 seconds. */
  keepAliveAfterMs: 20_000,
  /** Pings, one each half keep-alive. Four unanswered: the peer has been gone for 40 seconds. */
  maxUnansweredPings: 4,
  /** Milliseconds a peer gets to answer a close before its socket is cut. */
  closeGraceMs: 3_000,

  /**
   * Milliseconds that an entry of another server may be on its way while we have one that comes after it: several times
   * what a commit and a message take.
   */
  peerPatienceMs: 50,
  /** Milliseconds between signs of life to the other servers. */
  peerLivesEveryMs: 2_000,
  /** Milliseconds of silence after which a server's people are taken to be gone with it. */
  peerSilentForMs: 7_000,
  /** Milliseconds between looks at what other servers wrote, for what one of them died before it could tell. */
  lookForPeersEveryMs: 5_000,
  /** The same while nobody can tell anything: so long do people on different servers wait for each other's words. */
  lookForPeersEveryMsWhileAway: 500,

  /** Updates in the journal of one board. Reading 500 small ones takes some milliseconds, so opening a board stays instant. */
  compactAfterUpdates: 500,
  /** Bytes written to one board's journal at which it is compacted without waiting for a pause, unless the duk itself is larger. */
  compactAfterBytes: 8 * 1024 * 1024,
  /** Milliseconds without edits before a long journal is compacted under people's hands: a pause in the conversation. */
  compactWhenIdleMs: 30_000,
  /**
   * Bytes of updates kept beside the encoded state; from then on they are worked into it as soon as they weigh as much as
   * it does. Some forty letters typed one by one, which take a tenth of that in it.
   */
  minTailBytes: 4 * 1024,
  /** Bytes of them at which they are, however large the state and whatever it costs: bounds memory. */
  maxTailBytes: 4 * 1024 * 1024,
};
