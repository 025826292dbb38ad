import type { RelayCounters } from '../counters.ts';
import { maxFrameHeadBytes, type RelayLimits } from '../limits.ts';
import type { Connection } from '../people/connection.ts';
import type { RateLimit } from '../people/rateLimits.ts';
import { malformed, type Refusal, tooLarge, tooOften } from '../refusal.ts';
import { readClientMessage, sizeRefusal } from '../wire/clientMessage.ts';
import type { MessageHead } from '../wire/messageScanner.ts';
import { checkStateVector, checkUpdate, isEmptyUpdate, knowsNothing, type UpdateParts } from '../wire/updateGate.ts';
import { bytesOf } from '../wire/wireFrame.ts';
import { DocumentLine, type DocumentLineSurroundings } from './documentLine.ts';
import type { Room } from './room.ts';

/** Bytes of what counts as one movement: a pointer takes some 200, a caret in a note some 400. A larger one counts for several. */
const cursorBytes = 1024;

const notAllowed: Refusal = { reason: 'notAllowed', detail: 'This role may not write' };

export interface ConversationSurroundings extends DocumentLineSurroundings {
  readonly limits: RelayLimits;
  readonly counters: RelayCounters;
  readonly later: Later;
}

/** What costs much more than an edit, and waits for its turn. */
export interface Later {
  /** Sends everything that is on the board: it is made once for all who wait for it. */
  readonly tellAll: (send: (whole: readonly Buffer[]) => void) => void;
  /** Makes and sends an answer for this person alone. @param act says of how many bytes: 0 when there was nothing to do */
  readonly tellWhatLacks: (act: () => number) => void;
}

/** Hears one connection out: each message is judged by size, shape, rate and role before it reaches the room. */
export class Conversation {
  readonly #connection: Connection;
  readonly #room: Room;
  readonly #limits: RelayLimits;
  readonly #counters: RelayCounters;
  readonly #rates: RateLimit;
  readonly #later: Later;
  readonly #line: DocumentLine;

  constructor(connection: Connection, room: Room, around: ConversationSurroundings) {
    const { rates, limits, counters, later } = around;
    this.#connection = connection;
    this.#room = room;
    this.#line = new DocumentLine(connection, room, around);
    this.#rates = rates;
    this.#limits = limits;
    this.#counters = counters;
    this.#later = later;
  }

  hear(frame: Uint8Array, isBinary: boolean): void {
    if (this.#connection.isClosing) return;
    this.#closeIf(isBinary ? this.#judge(frame) : malformed('Text instead of bytes'));
  }

  /**
   * Judges a large message before it is read, as far as its head tells. What is let pass is judged again when it is whole.
   * @returns why the connection is to be closed, if it is
   */
  judgeHead({ kind, announcedBytes }: MessageHead): Refusal | undefined {
    // At least so much will be what it carries.
    const bytes = announcedBytes - maxFrameHeadBytes;
    switch (kind) {
      case 'step1':
        // Only then is it worth a look at the whole board.
        if (bytes <= this.#limits.maxStateVectorBytes) return undefined;
        return this.#room.judgeStateVector(bytes) === 'refuse' ? this.#stateVectorTooLarge() : undefined;
      case 'step2':
        return this.#step2SizeRefusal(bytes) ?? this.#rateRefusal(bytes, this.#step2Account);
      case 'update':
        if (!this.#connection.mayWrite) return notAllowed;
        return sizeRefusal('update', bytes, this.#limits) ?? this.#rateRefusal(bytes, 'editBytes');
      case 'awareness':
        return sizeRefusal('awareness', bytes, this.#limits);
      case 'queryAwareness':
      case 'unknown':
        return malformed('No such message is so large');
    }
  }

  #closeIf(refusal: Refusal | undefined): void {
    if (refusal) this.#connection.close(refusal);
  }

  /** @returns why the connection is to be closed, if it is */
  #judge(frame: Uint8Array): Refusal | undefined {
    const read = readClientMessage(frame, this.#limits);
    if (!read.ok) return read.failure;
    const message = read.value;
    switch (message.kind) {
      case 'step1':
        return this.#takeStep1(message.stateVector);
      case 'step2':
        return this.#takeStep2(message.update);
      case 'update':
        return this.#takeUpdate(message.update, frame);
      case 'awareness':
        return this.#takeAwareness(message.entries, frame);
      case 'queryAwareness':
        if (!this.#rates.take('questions', 1)) return tooOften;
        this.#room.showCursors(this.#connection);
        return undefined;
    }
  }

  #takeStep1(stateVector: Uint8Array): Refusal | undefined {
    if (!this.#rates.take('questions', 1)) return tooOften;
    if (knowsNothing(stateVector)) this.#tellAll();
    else this.#later.tellWhatLacks(() => this.#tellWhatLacks(stateVector));
    return undefined;
  }

  #tellAll(): void {
    this.#later.tellAll((whole) => this.#answerStep1(whole));
  }

  #tellWhatLacks(stateVector: Uint8Array): number {
    if (this.#connection.isClosing) return 0;
    const verdict = this.#room.judgeStateVector(stateVector.length);
    if (verdict !== 'read') {
      if (verdict === 'refuse') this.#connection.close(this.#stateVectorTooLarge());
      else this.#tellAll();
      return stateVector.length;
    }
    const checked = checkStateVector(stateVector);
    if (!checked.ok) {
      this.#connection.close(checked.failure);
      return 0;
    }
    if (this.#room.knowsLittle(stateVector)) {
      this.#tellAll();
      return stateVector.length;
    }
    const answer = this.#room.since(stateVector);
    this.#answerStep1([answer]);
    return answer.length;
  }

  #stateVectorTooLarge(): Refusal {
    return tooLarge('State vector', this.#limits.maxStateVectorBytes);
  }

  #answerStep1(answer: readonly Buffer[]): void {
    if (this.#connection.isClosing) return;
    this.#room.answerStep1(this.#connection, answer);
    if (!this.#rates.take('answerBytes', bytesOf(answer))) this.#connection.close(tooOften);
  }

  #takeStep2(update: Uint8Array): Refusal | undefined {
    const refusal = this.#step2SizeRefusal(update.length);
    if (refusal) return refusal;
    if (!this.#isWithinRates(update, this.#step2Account)) return tooOften;
    const { owesStep2 } = this.#connection;
    this.#connection.tookStep2();
    // The ordinary provider answers every step 1 with one; a viewer that sends one on its own means no harm.
    if (!this.#connection.mayWrite) {
      this.#counters.ignoredStep2s += 1;
      this.#room.passOver(this.#connection);
      return undefined;
    }
    return this.#edit(update, undefined, owesStep2);
  }

  /** A whole document comes only from those who were asked for what the server lacks, and have not answered. */
  #step2SizeRefusal(bytes: number): Refusal | undefined {
    if (this.#connection.owesStep2) return sizeRefusal('step2', bytes, this.#limits);
    const { maxUpdateBytes } = this.#limits;
    return bytes > maxUpdateBytes ? tooLarge('Step 2 that was not asked for', maxUpdateBytes) : undefined;
  }

  get #step2Account(): 'editBytes' | 'homecomingBytes' {
    return this.#connection.owesStep2 ? 'homecomingBytes' : 'editBytes';
  }

  #takeUpdate(update: Uint8Array, frame: Uint8Array): Refusal | undefined {
    if (!this.#connection.mayWrite) return notAllowed;
    if (!this.#isWithinRates(update)) return tooOften;
    return this.#edit(update, frame, false);
  }

  #edit(update: Uint8Array, frame: Uint8Array | undefined, isOwedStep2: boolean): Refusal | undefined {
    let parts: UpdateParts | undefined;
    if (!isEmptyUpdate(update)) {
      const checked = checkUpdate(update);
      if (!checked.ok) return checked.failure;
      parts = checked.value;
    }
    const message = { update, parts, frame };
    return isOwedStep2 ? this.#line.takeStep2(message) : this.#line.take(message);
  }

  #takeAwareness(entries: Uint8Array, frame: Uint8Array): Refusal | undefined {
    const news = this.#room.moveCursor(this.#connection, frame, entries);
    if (!news.ok) return news.failure;
    const isEcho = !news.value.frame && !news.value.answer && this.#connection.takeEcho();
    return isEcho || this.#rates.take('cursors', Math.ceil(frame.length / cursorBytes)) ? undefined : tooOften;
  }

  /** What comes down a slow line takes so long that more will be allowed at its end: half of it must be now. */
  #rateRefusal(bytes: number, account: 'editBytes' | 'homecomingBytes'): Refusal | undefined {
    return this.#rates.allows(account, bytes / 2) ? undefined : tooOften;
  }

  #isWithinRates(update: Uint8Array, bytes: 'editBytes' | 'homecomingBytes' = 'editBytes'): boolean {
    const now = performance.now();
    return this.#rates.take('edits', 1, now) && this.#rates.take(bytes, update.length, now);
  }
}
