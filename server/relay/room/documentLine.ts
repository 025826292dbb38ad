import type { RelayLimits } from '../limits.ts';
import type { Connection } from '../people/connection.ts';
import type { RateLimit } from '../people/rateLimits.ts';
import { missingParts, type Refusal, tooLarge, tooOften } from '../refusal.ts';
import type { DocumentMessage, Room } from './room.ts';

/** Bytes that a message which waits takes beside its own. */
const bytesBeside = 64;

export interface DocumentLineSurroundings {
  /** Of the person whose connection it is. */
  readonly rates: RateLimit;
  readonly limits: Pick<RelayLimits, 'maxWaitingBytes'>;
  /** Runs what comes later, unless the relay has stopped; what it throws ends the connection. */
  readonly guard: (act: () => void) => void;
}

/**
 * The document messages of one socket, in the order it sent them. What leans on parts that the document lacks waits here,
 * and all that follows with it, neither in the document nor in the journal, and not counted: what is typed before the first
 * step 2 does, and that step 2, which overtakes those who wait, brings what they lack. Whoever has given it leans on nothing
 * of their own; what they lack may have been written on another server, so the journal is read on, once, before it is
 * refused. So it is before a rule is called broken: what somebody brings along from another server may be others' doing.
 */
export class DocumentLine {
  readonly #connection: Connection;
  readonly #room: Room;
  readonly #around: DocumentLineSurroundings;
  #waiting: DocumentMessage[] = [];
  #waitingBytes = 0;
  /** For what the journal is being read on, or has been. */
  #sought: DocumentMessage | undefined;
  #isReadingOn = false;

  constructor(connection: Connection, room: Room, around: DocumentLineSurroundings) {
    this.#connection = connection;
    this.#room = room;
    this.#around = around;
  }

  /** @returns why the connection is to be closed, if it is */
  take(message: DocumentMessage): Refusal | undefined {
    if (this.#waiting.length > 0) {
      this.#waiting.push(message);
      return this.#makeRoomFor(message);
    }
    const taken = this.#room.take(this.#connection, message);
    if (!taken.ok && taken.failure.reason !== 'ruleBroken') return taken.failure;
    if (taken.ok && taken.value !== 'lacksParts') return undefined;
    this.#waiting.push(message);
    return this.#makeRoomFor(message) ?? (taken.ok ? this.#wait(message) : this.#readOnFor(message, taken.failure));
  }

  /** Takes the step 2 that the connection owed. @returns why the connection is to be closed, if it is */
  takeStep2(message: DocumentMessage): Refusal | undefined {
    this.#waiting.unshift(message);
    return this.#isReadingOn ? undefined : this.#goOn();
  }

  /** Takes those who wait, until one lacks something. */
  #goOn(): Refusal | undefined {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      const taken = this.#room.take(this.#connection, first);
      if (!taken.ok)
        return taken.failure.reason === 'ruleBroken' ? this.#readOnFor(first, taken.failure) : taken.failure;
      if (taken.value === 'lacksParts') return this.#wait(first);
      this.#waiting.shift();
    }
    this.#waitingBytes = 0;
    this.#sought = undefined;
    return undefined;
  }

  #makeRoomFor({ update }: DocumentMessage): Refusal | undefined {
    // Nothing more is read from whoever has given their step 2, until it is clear what they lean on.
    if (!this.#connection.owesStep2) return undefined;
    const { maxWaitingBytes } = this.#around.limits;
    this.#waitingBytes += update.length + bytesBeside;
    return this.#waitingBytes > maxWaitingBytes ? tooLarge('What waits', maxWaitingBytes) : undefined;
  }

  #wait(first: DocumentMessage): Refusal | undefined {
    if (this.#connection.owesStep2) return this.#around.rates.take('gaps', 1) ? undefined : tooOften;
    return this.#readOnFor(first, missingParts);
  }

  /** @param refusal why the first of those who wait is refused, should the journal hold nothing that says otherwise */
  #readOnFor(first: DocumentMessage, refusal: Refusal): Refusal | undefined {
    if (this.#sought === first) return refusal;
    if (!this.#around.rates.take('gaps', 1)) return tooOften;
    this.#sought = first;
    this.#isReadingOn = true;
    this.#connection.hold('seekingParts');
    void this.#room.readOn().then((wasRead) => this.#around.guard(() => this.#soughtIn(wasRead)));
    return undefined;
  }

  #soughtIn(wasRead: boolean): void {
    this.#isReadingOn = false;
    this.#connection.release('seekingParts');
    if (this.#connection.isClosing) return;
    const refusal: Refusal | undefined = wasRead
      ? this.#goOn()
      : { reason: 'cannotLoad', detail: 'The document cannot be read right now' };
    if (refusal) this.#connection.close(refusal);
  }
}
