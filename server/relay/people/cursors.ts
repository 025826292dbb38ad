import type { ParticipantId } from '@duken/shared/board';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { Refusal } from '../refusal.ts';
import { type AwarenessEntry, readAwareness, readOwnState } from '../wire/awarenessGate.ts';
import { encodeAwareness, goneState } from '../wire/relayFrames.ts';

/** Whoever can have a cursor: a connection. */
export interface CursorHolder {
  readonly participantId: ParticipantId;
}

interface Cursor {
  readonly clock: number;
  readonly frame: Uint8Array;
}

/** What comes of an awareness message. */
export interface CursorNews {
  /** For everybody, its sender too: the ordinary provider lives on hearing its own. */
  readonly frame?: Uint8Array;
  /** For its sender alone. */
  readonly answer?: Uint8Array;
  /** How many entries were in somebody else's name, and dropped. */
  readonly foreign: number;
}

/**
 * The cursors on one board. A connection speaks for one Yjs client, the first it shows alone; what the ordinary provider
 * sends on of others' cursors is dropped without a word.
 */
export class Cursors<Holder extends CursorHolder> {
  readonly #clientOf = new Map<Holder, number>();
  readonly #holderOf = new Map<number, Holder>();
  readonly #shown = new Map<number, Cursor>();
  /** The clock at which a client's cursor was taken away. */
  readonly #gone = new Map<number, number>();

  receive(holder: Holder, frame: Uint8Array, content: Uint8Array): Result<CursorNews, Refusal> {
    const entries = readAwareness(content);
    if (!entries.ok) return entries;
    const [first, second] = entries.value;
    if (first && !second) this.#bind(holder, first);
    const clientId = this.#clientOf.get(holder);
    const own = entries.value.findLast((entry) => entry.clientId === clientId);
    if (!own) return succeeded({ foreign: entries.value.length });
    const state = readOwnState(own.state, holder.participantId);
    if (!state.ok) return failed(state.failure);
    if (state.value === 'foreign') return succeeded({ foreign: entries.value.length });
    const alone = second ? encodeAwareness(own.clientId, own.clock, own.state) : frame;
    const foreign = entries.value.length - 1;
    return succeeded({ ...this.#show(own, alone, state.value === 'gone'), foreign });
  }

  /** The Yjs client that a connection speaks for, once it has shown one. */
  clientOf(holder: Holder): number | undefined {
    return this.#clientOf.get(holder);
  }

  /** The cursor it shows, as it is shown to the others. */
  frameOf(holder: Holder): Uint8Array | undefined {
    const clientId = this.#clientOf.get(holder);
    return clientId === undefined ? undefined : this.#shown.get(clientId)?.frame;
  }

  /** @returns what tells the others, when there was a cursor */
  leave(holder: Holder): Uint8Array | undefined {
    const clientId = this.#clientOf.get(holder);
    if (clientId === undefined) return undefined;
    this.#clientOf.delete(holder);
    this.#holderOf.delete(clientId);
    const cursor = this.#shown.get(clientId);
    if (!cursor) return undefined;
    this.#shown.delete(clientId);
    this.#gone.set(clientId, cursor.clock + 1);
    return encodeAwareness(clientId, cursor.clock + 1, goneState);
  }

  /** One frame for each: the ordinary provider sends each back, and a frame with all of them could be too large. */
  *frames(): Iterable<Uint8Array> {
    for (const { frame } of this.#shown.values()) yield frame;
  }

  #bind(holder: Holder, entry: AwarenessEntry): void {
    if (this.#clientOf.has(holder)) return;
    const state = readOwnState(entry.state, holder.participantId);
    // A newcomer's word of somebody's leaving is no cursor of its own.
    if (!state.ok || state.value !== 'here') return;
    const before = this.#holderOf.get(entry.clientId);
    if (before) {
      // The same person on a new socket while the old one hangs. Only a newer clock proves that it isn't an echo.
      const isNewer = entry.clock > (this.#shown.get(entry.clientId)?.clock ?? this.#gone.get(entry.clientId) ?? -1);
      if (before.participantId !== holder.participantId || !isNewer) return;
      this.#clientOf.delete(before);
    }
    this.#clientOf.set(holder, entry.clientId);
    this.#holderOf.set(entry.clientId, holder);
  }

  #show({ clientId, clock }: AwarenessEntry, frame: Uint8Array, isGone: boolean): Omit<CursorNews, 'foreign'> {
    const shown = this.#shown.get(clientId);
    if (shown ? clock < shown.clock || (clock === shown.clock && !isGone) : isGone) return {};
    if (isGone) {
      this.#shown.delete(clientId);
      this.#gone.set(clientId, clock);
      return { frame };
    }
    const goneAt = this.#gone.get(clientId) ?? -1;
    if (clock <= goneAt) {
      // Back after a lost connection with its old clock, which the others would ignore. A client that hears of its own
      // leaving raises its clock and shows itself again.
      return { answer: encodeAwareness(clientId, goneAt, goneState) };
    }
    // A copy: the frame may be a view on what the socket read, and would keep all of that in memory.
    this.#shown.set(clientId, { clock, frame: new Uint8Array(frame) });
    return { frame };
  }
}
