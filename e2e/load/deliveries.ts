import * as Y from 'yjs';
import type { PreparedEdits } from './preparedEdits.ts';

/** From which clock to which an update brings a client. */
interface Stretch {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Who on one board has received which edits. An edit has been delivered when the receiver's clock of its author says so:
 * a server may send edits one by one or merged into one update, and gets the same credit.
 *
 * Receivers are numbered; the first are the authors, in order.
 */
export class Deliveries {
  readonly #authors: readonly PreparedEdits[];
  readonly #receivers: number;
  /** For each author: edits each receiver has, how many receivers have each edit, when each was sent (ms). */
  readonly #arrived: readonly Int32Array[];
  readonly #spread: readonly Uint16Array[];
  readonly #sentAt: readonly Float64Array[];
  readonly #everywhere: number[];
  readonly #recent = new Map<string, readonly Stretch[]>();
  #total = 0;
  #latencies: number[] | undefined;

  /** Called when one more edit of an author has come to everybody. */
  onEverywhere: (author: number) => void = () => {};

  constructor(authors: readonly PreparedEdits[], receivers: number) {
    this.#authors = authors;
    this.#receivers = receivers;
    this.#arrived = authors.map(() => new Int32Array(receivers));
    this.#spread = authors.map(({ updates }) => new Uint16Array(updates.length));
    this.#sentAt = authors.map(({ updates }) => new Float64Array(updates.length));
    this.#everywhere = authors.map(() => 0);
  }

  /** Deliveries so far: each edit counts once for each who received it. */
  get total(): number {
    return this.#total;
  }

  /** How many of an author's edits, counted from the first, everybody else has. */
  everywhere(author: number): number {
    return this.#everywhere[author] ?? 0;
  }

  /** How many of an author's edits, counted from the first, somebody else has. */
  seen(author: number): number {
    return Math.max(...(this.#arrived[author] ?? []));
  }

  /** Keeps the time from hand to hand of each delivery from now on, in ms, in this list. */
  keepLatencies(list: number[]): void {
    this.#latencies = list;
  }

  sent(author: number, edit: number): void {
    const times = this.#sentAt[author];
    if (times) times[edit] = performance.now();
  }

  /** @throws when edits came out of order, or some were left out */
  heard(receiver: number, update: Uint8Array): void {
    if (this.#heardOne(receiver, update)) return;
    for (const stretch of this.#stretchesOf(update)) {
      const author = this.#authors.findIndex(({ clientId }) => clientId === stretch.client);
      if (author < 0 || author === receiver) continue;
      const arrived = this.#arrived[author]?.[receiver] ?? 0;
      const clock = this.#authors[author]?.ends[arrived - 1] ?? 0;
      if (stretch.from > clock) throw new Error(`Receiver ${receiver} got clock ${stretch.from} after ${clock}`);
      this.#advance(author, receiver, stretch.to);
    }
  }

  /** The usual case, without reading the update: exactly the edit that comes next. */
  #heardOne(receiver: number, update: Uint8Array): boolean {
    if (update[0] !== 1) return false;
    let at = 1;
    const next = () => {
      let value = 0;
      for (let factor = 1; ; factor *= 128) {
        const byte = update[at++] ?? 0;
        value += (byte & 127) * factor;
        if (byte < 128) return value;
      }
    };
    next(); // How many parts.
    const client = next();
    const clock = next();
    for (let author = 0; author < this.#authors.length; author++) {
      const edits = this.#authors[author] as PreparedEdits;
      if (edits.clientId !== client) continue;
      const arrived = this.#arrived[author]?.[receiver] ?? 0;
      // From the same clock, a merged update is always longer.
      if (edits.starts[arrived] !== clock || edits.updates[arrived]?.length !== update.length) return false;
      if (author !== receiver) this.#advance(author, receiver, edits.ends[arrived] as number);
      return true;
    }
    return false;
  }

  #advance(author: number, receiver: number, clock: number): void {
    const { ends } = this.#authors[author] as PreparedEdits;
    const arrived = this.#arrived[author] as Int32Array;
    const spread = this.#spread[author] as Uint16Array;
    const others = author < this.#receivers ? this.#receivers - 1 : this.#receivers;
    let edit = arrived[receiver] as number;
    while (edit < ends.length && (ends[edit] as number) <= clock) {
      this.#total += 1;
      this.#latencies?.push(performance.now() - (this.#sentAt[author]?.[edit] as number));
      spread[edit] = (spread[edit] as number) + 1;
      edit += 1;
      arrived[receiver] = edit;
      if (spread[edit - 1] !== others) continue;
      this.#everywhere[author] = edit;
      this.onEverywhere(author);
    }
  }

  #stretchesOf(update: Uint8Array): readonly Stretch[] {
    // All receivers get the same bytes: reading a merged update once will do.
    const key = `${update.length}:${Buffer.from(update.buffer, update.byteOffset, Math.min(48, update.length)).toString('latin1')}`;
    const known = this.#recent.get(key);
    if (known) return known;
    const { from, to } = Y.parseUpdateMeta(update);
    const stretches = [...to].map(([client, end]) => ({ client, from: from.get(client) ?? 0, to: end }));
    if (this.#recent.size > 500) this.#recent.clear();
    this.#recent.set(key, stretches);
    return stretches;
  }
}
