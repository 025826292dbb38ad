import { randomUUID } from 'node:crypto';
import { boardOf, type DocumentId } from '@duken/shared/access';
import type { RoomBus, Subscription } from '../../storage/index.ts';
import type { RelayCounters } from '../counters.ts';
import type { RelayLimits } from '../limits.ts';
import { encodePeerMessage, type PeerMessage, readPeerMessage } from './peerMessage.ts';

const serversTopic = 'servers';
const lives = 1;
const leaves = 0;

type Listener = (server: string, message: PeerMessage) => void;

/**
 * The servers that share a database, as one of them knows the others: what they say of a document, and when one is gone.
 * All of it may be lost on the way; the journal and the directory are the truth.
 */
export class PeerServers {
  readonly #limits: Pick<RelayLimits, 'peerLivesEveryMs' | 'peerSilentForMs'>;
  readonly #bus: RoomBus;
  readonly #counters: RelayCounters;
  readonly #server = randomUUID();
  /** When each was last heard, by `performance.now()`. */
  readonly #heard = new Map<string, number>();
  readonly #onGone: (server: string) => void;
  readonly #servers: Subscription;
  readonly #timer: NodeJS.Timeout | undefined;
  #sockets = 0;

  /** @param onGone told of a server whose people are gone with it */
  constructor(bus: RoomBus, limits: RelayLimits, counters: RelayCounters, onGone: (server: string) => void) {
    this.#limits = limits;
    this.#bus = bus;
    this.#counters = counters;
    this.#onGone = onGone;
    this.#servers = bus.subscribe(serversTopic, (message) => this.#hearServer(message));
    if (bus.isAlone) return;
    this.#sayThat(lives);
    this.#timer = setInterval(() => this.#lookAround(), limits.peerLivesEveryMs).unref();
  }

  /** Nobody else can have the database: there is nobody to tell, and nothing to look for. */
  get isAlone(): boolean {
    return this.#bus.isAlone;
  }

  /** A number for a socket, by which the others know it. */
  numberSocket(): number {
    this.#sockets += 1;
    return this.#sockets;
  }

  tell(documentId: DocumentId, message: PeerMessage): void {
    if (!this.isAlone)
      this.#bus.publish(topicOf(documentId), encodePeerMessage(this.#server, message), boardOf(documentId));
  }

  listen(documentId: DocumentId, listener: Listener): Subscription {
    const hear = (bytes: Uint8Array) => {
      const read = readPeerMessage(bytes);
      if (!read.ok) {
        this.#counters.strangePeerMessages += 1;
        return;
      }
      this.#heard.set(read.value.server, performance.now());
      listener(read.value.server, read.value.message);
    };
    return this.#bus.subscribe(topicOf(documentId), hear, boardOf(documentId));
  }

  /** Says goodbye, so that nobody waits to see whether we come back. */
  leave(): void {
    clearInterval(this.#timer);
    if (!this.isAlone) this.#sayThat(leaves);
    this.#servers.end();
  }

  #sayThat(sign: typeof lives | typeof leaves): void {
    this.#bus.publish(serversTopic, Buffer.concat([Uint8Array.of(sign), Buffer.from(this.#server)]));
  }

  #hearServer(message: Uint8Array): void {
    const server = Buffer.from(message.subarray(1)).toString();
    if (message[0] === leaves) this.#forget(server);
    else this.#heard.set(server, performance.now());
  }

  #lookAround(): void {
    this.#sayThat(lives);
    const now = performance.now();
    for (const [server, heardAt] of this.#heard) if (now - heardAt > this.#limits.peerSilentForMs) this.#forget(server);
  }

  #forget(server: string): void {
    if (this.#heard.delete(server)) this.#onGone(server);
  }
}

/** The duk's is its board's, as it was when a board had nothing else. */
function topicOf(documentId: DocumentId): string {
  return `board/${documentId}`;
}
