import { readClientMessage } from './clientMessage.ts';
import type { Connection } from './connection.ts';
import type { RelayCounters } from './counters.ts';
import type { RelayLimits } from './limits.ts';
import { malformed, type Refusal, tooLarge } from './refusal.ts';
import type { Room } from './room.ts';
import { TokenBucket } from './tokenBucket.ts';
import { checkStateVector, checkUpdate, isEmptyUpdate } from './updateGate.ts';

const tooOften: Refusal = { reason: 'tooOften', detail: 'Too many messages in a short time' };
const notAllowed: Refusal = { reason: 'notAllowed', detail: 'This role may not write' };

/** Hears one connection out: each message is judged by size, shape, pace and role before it reaches the room. */
export class Conversation {
  readonly #connection: Connection;
  readonly #room: Room;
  readonly #limits: RelayLimits;
  readonly #counters: RelayCounters;
  readonly #edits: TokenBucket;
  readonly #editBytes: TokenBucket;
  readonly #cursors: TokenBucket;
  readonly #questions: TokenBucket;
  readonly #gaps: TokenBucket;

  constructor(connection: Connection, room: Room, limits: RelayLimits, counters: RelayCounters) {
    this.#connection = connection;
    this.#room = room;
    this.#limits = limits;
    this.#counters = counters;
    const now = performance.now();
    this.#edits = new TokenBucket(limits.edits, now);
    this.#editBytes = new TokenBucket(limits.editBytes, now);
    this.#cursors = new TokenBucket(limits.cursors, now);
    this.#questions = new TokenBucket(limits.questions, now);
    this.#gaps = new TokenBucket(limits.gaps, now);
  }

  hear(frame: Uint8Array, isBinary: boolean): void {
    if (this.#connection.isClosing) return;
    const refusal = isBinary ? this.#judge(frame) : malformed('Text instead of bytes');
    if (refusal) this.#connection.close(refusal);
  }

  /** @returns why the connection is to be closed, if it is */
  #judge(frame: Uint8Array): Refusal | undefined {
    const read = readClientMessage(frame, this.#limits);
    if (!read.ok) return read.failure;
    const message = read.value;
    switch (message.kind) {
      case 'step1':
        return this.#answerStep1(message.stateVector);
      case 'step2':
        return this.#takeStep2(message.update);
      case 'update':
        return this.#takeUpdate(message.update, frame);
      case 'awareness':
        return this.#takeAwareness(message.entries, frame);
      case 'queryAwareness':
        if (!this.#questions.take(1, performance.now())) return tooOften;
        this.#room.showCursors(this.#connection);
        return undefined;
    }
  }

  #answerStep1(stateVector: Uint8Array): Refusal | undefined {
    if (!this.#questions.take(1, performance.now())) return tooOften;
    const checked = checkStateVector(stateVector);
    if (!checked.ok) return checked.failure;
    this.#room.answerStep1(this.#connection, stateVector);
    return undefined;
  }

  #takeStep2(update: Uint8Array): Refusal | undefined {
    if (!this.#isAtGoodPace(update)) return tooOften;
    if (update.length > this.#limits.maxUpdateBytes && !this.#connection.owesStep2) {
      return tooLarge('Step 2 that was not asked for', this.#limits.maxUpdateBytes);
    }
    this.#connection.tookStep2();
    // The ordinary provider answers every step 1 with one; a viewer that sends one on its own means no harm.
    if (!this.#connection.mayWrite) {
      this.#counters.ignoredStep2s += 1;
      this.#room.passOver(this.#connection);
      return undefined;
    }
    return this.#edit(update, undefined);
  }

  #takeUpdate(update: Uint8Array, frame: Uint8Array): Refusal | undefined {
    if (!this.#connection.mayWrite) return notAllowed;
    if (!this.#isAtGoodPace(update)) return tooOften;
    return this.#edit(update, frame);
  }

  #edit(update: Uint8Array, frame: Uint8Array | undefined): Refusal | undefined {
    if (isEmptyUpdate(update)) {
      this.#room.passOver(this.#connection);
      return undefined;
    }
    const checked = checkUpdate(update);
    if (!checked.ok) return checked.failure;
    const edited = this.#room.edit(this.#connection, update, checked.value, frame);
    if (!edited.ok) return edited.failure;
    return !edited.value.isMissingParts || this.#gaps.take(1, performance.now()) ? undefined : tooOften;
  }

  #takeAwareness(entries: Uint8Array, frame: Uint8Array): Refusal | undefined {
    const news = this.#room.moveCursor(this.#connection, frame, entries);
    if (!news.ok) return news.failure;
    const isEcho = !news.value.frame && !news.value.answer && this.#connection.takeEcho();
    return isEcho || this.#cursors.take(1, performance.now()) ? undefined : tooOften;
  }

  #isAtGoodPace(update: Uint8Array): boolean {
    const now = performance.now();
    return this.#edits.take(1, now) && this.#editBytes.take(update.length, now);
  }
}
