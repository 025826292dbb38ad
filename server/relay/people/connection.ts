import type { Socket } from 'node:net';
import {
  type DocumentId,
  type DocumentRights,
  documentRights,
  type ParticipantId,
  partOf,
  type Writer,
} from '@duken/shared/access';
import { closeCode, encodeSaved } from '@duken/shared/protocol';
import type { WebSocket } from 'ws';
import type { RelayCounters } from '../counters.ts';
import type { RelayLimits } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import type { Parcel } from '../wire/batchNews.ts';
import { keepAlive } from '../wire/relayFrames.ts';
import type { TurnWriter } from '../wire/turnWriter.ts';
import { toWireFrame, type WireFrame } from '../wire/wireFrame.ts';
import type { Admitted } from './admission.ts';

export interface ConnectionSurroundings {
  readonly limits: RelayLimits;
  readonly counters: RelayCounters;
  readonly writer: TurnWriter;
  /** Called once, as soon as it is closed from either side. */
  readonly onEnd: () => void;
}

const keepAliveFrame = toWireFrame(keepAlive);

/** Why nothing is read from a connection for now, each a bit. */
const holds = {
  /** Its room is being opened. */
  lettingIn: 1,
  /** It has sent more than the disk takes. */
  unsaved: 2,
  /** It is in the midst of something large. */
  large: 4,
  /** What it leans on is looked for in the journal. */
  seekingParts: 8,
} as const;

export type Hold = keyof typeof holds;

/**
 * One socket, seen from the inside: what it is sent, how far it lags behind, and how it ends. Its frames go straight to the
 * stream: the socket library's own, pings and the close, are written at once too, so all keep their order.
 */
export class Connection {
  readonly participantId: ParticipantId;
  readonly #documentId: DocumentId;
  #admitted: Admitted;
  #rights: DocumentRights;
  readonly #socket: WebSocket;
  readonly #stream: Socket;
  readonly #limits: RelayLimits;
  readonly #counters: RelayCounters;
  readonly #writer: TurnWriter;
  readonly #onEnd: () => void;
  /** How many of its document messages are on disk. */
  #saved = 0;
  /** Bytes of whole documents that have not left yet; they do not count as lagging. */
  #documentBytes = 0;
  /** Others' cursors it was sent and has not echoed. */
  #echoes = 0;
  #isClosing = false;
  #owesStep2: boolean;
  /** Bytes of its updates since it was last told how many are saved. */
  #unsavedBytes = 0;
  #holds = 0;
  #wasSentSomething = false;
  #unansweredPings = 0;
  /** Bytes that it had sent when it was last looked after. */
  #bytesRead = 0;

  /**
   * @param stream what the socket writes to
   * @throws when the socket compresses: it would not see our frames, and its own could be overtaken by them
   */
  constructor(
    socket: WebSocket,
    stream: Socket,
    documentId: DocumentId,
    admitted: Admitted,
    around: ConnectionSurroundings,
  ) {
    if (socket.extensions !== '') throw new Error(`Frames cannot pass by ${socket.extensions}`);
    this.participantId = admitted.participantId;
    this.#documentId = documentId;
    this.#admitted = admitted;
    this.#rights = rightsOf(documentId, admitted);
    // Whoever may write is asked, once, on the way in.
    this.#owesStep2 = this.mayWrite;
    this.#socket = socket;
    this.#stream = stream;
    this.#limits = around.limits;
    this.#counters = around.counters;
    this.#writer = around.writer;
    this.#onEnd = around.onEnd;
    socket.on('close', () => this.#end());
    // A fault in what the socket read: it is closing itself.
    socket.on('error', () => {
      this.#awaitAnswer();
      this.#end();
    });
  }

  /** Resolves when its socket is quite gone. */
  gone(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#socket.readyState === this.#socket.CLOSED) resolve();
      // Whatever it says on the way there: a fault in its last frame is no reason not to stop.
      else this.#socket.once('close', () => resolve());
    });
  }

  /** Sends something it cannot do without. If it lags too far behind, it is closed, and resyncs when it comes back. */
  send({ bytes, documentBytes }: Parcel): void {
    if (this.#isClosing) return;
    if (this.#backlog() > this.#limits.maxBacklogBytes) {
      this.close({ reason: 'tooSlow', detail: 'Too much is waiting to be received' });
      return;
    }
    if (documentBytes === 0) this.#write(bytes);
    else this.#writeDocument(bytes, documentBytes);
  }

  /** Sends a whole document, however large: one frame, or several side by side. */
  sendDocument(frame: Buffer): void {
    if (!this.#isClosing) this.#writeDocument(frame, frame.length);
  }

  /** Sends a cursor, unless it lags behind: the next one will do. */
  sendCursor(frame: WireFrame): void {
    if (this.#isClosing) return;
    if (this.#backlog() > this.#limits.cursorBacklogBytes) {
      this.#counters.droppedCursors += 1;
      return;
    }
    this.#echoes += 1;
    this.#write(frame);
  }

  /** Whether a message of others' cursors only is the ordinary provider's echo of one that it was sent. */
  takeEcho(): boolean {
    if (this.#echoes === 0) return false;
    this.#echoes -= 1;
    return true;
  }

  /** Counts its next document message as saved; `sendSaved` says so. */
  countSaved(): void {
    this.#saved += 1;
  }

  /** It has sent an update. Whoever sends more than the disk takes is heard again when that is there. */
  holdUnsaved(bytes: number): void {
    this.#unsavedBytes += bytes;
    if (this.#unsavedBytes > this.#limits.maxUnsavedBytes) this.hold('unsaved');
  }

  sendSaved(): void {
    this.release('unsaved');
    this.#unsavedBytes = 0;
    this.send({ bytes: toWireFrame(encodeSaved(this.#saved)), documentBytes: 0 });
  }

  /** Reads nothing more from it until each reason is gone; what it says meanwhile waits in the socket. */
  hold(reason: Hold): void {
    // Also when it is held already: after a fault the socket library reads on, to throw away what comes.
    this.#socket.pause();
    this.#holds |= holds[reason];
  }

  release(reason: Hold): void {
    if ((this.#holds & holds[reason]) === 0) return;
    this.#holds &= ~holds[reason];
    if (this.#holds === 0) this.#socket.resume();
  }

  /**
   * Called each half keep-alive: breaks the silence, and cuts off a peer that has stopped answering. Whoever is in the midst
   * of sending something large answers no ping before its end.
   */
  lookAfter(): void {
    if (this.#isClosing) return;
    const { bytesRead } = this.#stream;
    // What it answers while nothing is read from it nobody hears.
    if (bytesRead > this.#bytesRead || this.#holds !== 0) this.#unansweredPings = 0;
    this.#bytesRead = bytesRead;
    if (this.#unansweredPings >= this.#limits.maxUnansweredPings) {
      this.#counters.dead += 1;
      this.#socket.terminate();
      this.#end();
      return;
    }
    this.#unansweredPings += 1;
    this.#socket.ping();
    if (!this.#wasSentSomething) this.#write(keepAliveFrame);
    this.#wasSentSomething = false;
  }

  /** Closes it with a code and a reason. From here on it neither hears nor is heard. */
  close({ reason, detail }: Refusal): void {
    if (this.#isClosing) return;
    this.#counters.closed[reason] += 1;
    // It is read from until it has answered, and no longer waits for anything of ours.
    this.release('lettingIn');
    this.release('unsaved');
    this.release('seekingParts');
    this.#socket.close(closeCode[reason], detail);
    this.#awaitAnswer();
    this.#end();
  }

  #awaitAnswer(): void {
    const timer = setTimeout(() => this.#socket.terminate(), this.#limits.closeGraceMs);
    this.#socket.once('close', () => clearTimeout(timer));
  }

  /** Closes it without waiting for an answer: what it has sent half of is let go of at once. */
  cutOff(refusal: Refusal): void {
    this.close(refusal);
    this.#stream.pause();
    this.#stream.destroySoon();
  }

  /** Who writes, for those who judge what they write. */
  get writer(): Writer {
    return this.#admitted.writer;
  }

  get mayRead(): boolean {
    return this.#rights.mayRead;
  }

  get mayWrite(): boolean {
    return this.#rights.mayWrite;
  }

  /** Goes on with what they may do now. Whoever may write only from now on is to be asked for what the server lacks. */
  become(admitted: Admitted): void {
    const couldWrite = this.mayWrite;
    this.#admitted = admitted;
    this.#rights = rightsOf(this.#documentId, admitted);
    if (this.mayWrite && !couldWrite) this.#owesStep2 = true;
  }

  /** Whether it has been asked for what the server lacks, and has not answered. */
  get owesStep2(): boolean {
    return this.#owesStep2;
  }

  tookStep2(): void {
    this.#owesStep2 = false;
  }

  #end(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.#onEnd();
  }

  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** Whether it is not ending, from either side. What it had sent before the other side ended it is still heard. */
  get isOpen(): boolean {
    return !this.#isClosing && this.#socket.readyState === this.#socket.OPEN;
  }

  #backlog(): number {
    return this.#stream.writableLength - this.#documentBytes;
  }

  /** Nobody gets a document down their line at once: until it has left, its bytes do not count as lagging. */
  #writeDocument(bytes: Buffer, documentBytes: number): void {
    this.#documentBytes += documentBytes;
    this.#write(bytes, () => {
      this.#documentBytes -= documentBytes;
    });
  }

  #write(bytes: Buffer, left?: () => void): void {
    // After the library's own answer to a close nothing may follow; it tells us of the end a moment later.
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#wasSentSomething = true;
    this.#writer.hold(this.#stream);
    this.#stream.write(bytes, left);
  }
}

function rightsOf(documentId: DocumentId, { role, person, ...admitted }: Admitted): DocumentRights {
  const rights = documentRights(documentId, role, person);
  const isForReading = admitted.isForReading || (admitted.isDukForReading && partOf(documentId) === 'duk');
  return isForReading ? { ...rights, mayWrite: false } : rights;
}
