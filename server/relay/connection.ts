import type { Writable } from 'node:stream';
import { type LinkId, may } from '@duken/shared/access';
import type { ParticipantId } from '@duken/shared/board';
import { closeCode, encodeSaved } from '@duken/shared/protocol';
import type { WebSocket } from 'ws';
import type { Admitted } from './admission.ts';
import type { RelayCounters } from './counters.ts';
import type { RelayLimits } from './limits.ts';
import type { Refusal } from './refusal.ts';
import { keepAliveFrame } from './relayFrames.ts';
import type { TurnWriter } from './turnWriter.ts';

export interface ConnectionSurroundings {
  readonly limits: RelayLimits;
  readonly counters: RelayCounters;
  readonly writer: TurnWriter;
  /** Called once, as soon as it is closed from either side. */
  readonly onEnd: () => void;
}

/** One socket, seen from the inside: what it is sent, how far it lags behind, and how it ends. */
export class Connection {
  readonly participantId: ParticipantId;
  readonly linkId: LinkId;
  readonly mayWrite: boolean;
  readonly #socket: WebSocket;
  readonly #stream: Writable;
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
  #wasSentSomething = false;
  #unansweredPings = 0;

  /** @param stream what the socket writes to */
  constructor(socket: WebSocket, stream: Writable, admitted: Admitted, around: ConnectionSurroundings) {
    this.participantId = admitted.participantId;
    this.linkId = admitted.linkId;
    this.mayWrite = may(admitted.role, 'write');
    this.#socket = socket;
    this.#stream = stream;
    this.#limits = around.limits;
    this.#counters = around.counters;
    this.#writer = around.writer;
    this.#onEnd = around.onEnd;
    socket.on('pong', () => {
      this.#unansweredPings = 0;
    });
    socket.once('close', () => this.#end());
    // A fault in what the socket read: it is closing itself.
    socket.once('error', () => this.#end());
  }

  /** Sends something it cannot do without. If it lags too far behind, it is closed, and resyncs when it comes back. */
  send(frame: Uint8Array): void {
    if (this.#isClosing) return;
    // Somebody's long time offline, which nobody gets down their line at once.
    if (frame.length > this.#limits.maxUpdateBytes) {
      this.sendDocument(frame);
      return;
    }
    if (this.#backlog() > this.#limits.maxBacklogBytes) {
      this.close({ reason: 'tooSlow', detail: 'Too much is waiting to be received' });
      return;
    }
    this.#write(frame);
  }

  /** Sends a whole document, however large. */
  sendDocument(frame: Uint8Array): void {
    if (this.#isClosing) return;
    this.#documentBytes += frame.length;
    this.#write(frame, () => {
      this.#documentBytes -= frame.length;
    });
  }

  /** Sends a cursor, unless it lags behind: the next one will do. */
  sendCursor(frame: Uint8Array): void {
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

  sendSaved(): void {
    this.send(encodeSaved(this.#saved));
  }

  /** Called each half keep-alive: breaks the silence, and cuts off a peer that has stopped answering. */
  lookAfter(): void {
    if (this.#isClosing) return;
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
    this.#socket.resume();
    this.#socket.close(closeCode[reason], detail);
    const timer = setTimeout(() => this.#socket.terminate(), this.#limits.closeGraceMs);
    this.#socket.once('close', () => clearTimeout(timer));
    this.#end();
  }

  #end(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.#onEnd();
  }

  get isClosing(): boolean {
    return this.#isClosing;
  }

  #backlog(): number {
    return this.#socket.bufferedAmount - this.#documentBytes;
  }

  #write(frame: Uint8Array, sent?: () => void): void {
    this.#wasSentSomething = true;
    this.#writer.hold(this.#stream);
    this.#socket.send(frame, sent);
  }
}
