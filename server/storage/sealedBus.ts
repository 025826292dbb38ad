import { isSealed, type Keyring, open, SealBroken, type SealPlace, seal } from '../sealing/index.ts';
import type { RoomBus, Subscription, UnsealedBus } from './roomBus.ts';

/** How many messages of a topic wait for its key at most, while a database does not answer: what comes then is lost and counted. */
const maxWaiting = 1_000;

/** A case's keys, as the bus needs them. */
type Keys = Pick<Keyring, 'known' | 'toOpen' | 'toSeal'>;

/**
 * A bus on which the words of a case go sealed with its key: whoever reads the line, or what was recorded of it, reads nothing, and can
 * put nothing in. What is not about a case's words, such as which servers live, goes as it is.
 */
export class SealedBus implements RoomBus {
  readonly #bus: UnsealedBus;
  readonly #keys: Keys;
  #unsealed = 0;
  #unopened = 0;
  #isClosed = false;
  /** What waits on a topic for a key, so that nothing overtakes it. */
  readonly #saying = new Queues();

  constructor(bus: UnsealedBus, keys: Keys) {
    this.#bus = bus;
    this.#keys = keys;
  }

  get isAlone(): boolean {
    return this.#bus.isAlone;
  }

  get isUp(): boolean {
    return this.#bus.isUp;
  }

  get unsent(): number {
    return this.#bus.unsent + this.#unsealed;
  }

  get unopened(): number {
    return this.#unopened;
  }

  publish(topic: string, message: Uint8Array, caseId?: string): void {
    if (caseId === undefined) {
      this.#bus.publish(topic, message);
      return;
    }
    const place = placeOf(topic, caseId);
    const key = this.#saying.isEmpty(topic) ? this.#keys.known(caseId) : undefined;
    if (key) {
      this.#bus.publish(topic, seal(message, key, place));
      return;
    }
    const waits = this.#saying.add(topic, async () => {
      try {
        const keys = await this.#keys.toSeal([caseId]);
        if (!this.#isClosed) this.#bus.publish(topic, seal(message, keys.keyOf(caseId), place));
      } catch {
        // The database is away, or the case's key is damaged: it is lost, as anything may be on a bus.
        this.#unsealed += 1;
      }
    });
    if (!waits) this.#unsealed += 1;
  }

  subscribe(topic: string, listener: (message: Uint8Array) => void, caseId?: string): Subscription {
    if (caseId === undefined) return this.#bus.subscribe(topic, listener);
    const place = placeOf(topic, caseId);
    const hearing = new Queues();
    let hasEnded = false;
    const hear = (sealed: Uint8Array, key: ReturnType<Keys['known']>): void => {
      if (hasEnded || this.#isClosed) return;
      const message = key && openedOr(sealed, key, place);
      if (message) listener(message);
      else this.#unopened += 1;
    };
    const subscription = this.#bus.subscribe(topic, (sealed) => {
      const key = hearing.isEmpty(topic) ? this.#keys.known(caseId) : undefined;
      if (key) hear(sealed, key);
      else if (!hearing.add(topic, async () => hear(sealed, await this.#keyToOpen(caseId)))) this.#unopened += 1;
    });
    return {
      ready: subscription.ready,
      end() {
        hasEnded = true;
        subscription.end();
      },
    };
  }

  onChange(listener: (isUp: boolean) => void): void {
    this.#bus.onChange(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#bus.close();
  }

  async #keyToOpen(caseId: string): Promise<ReturnType<Keys['known']>> {
    try {
      return (await this.#keys.toOpen([caseId])).keyOf(caseId);
    } catch {
      // Erased, damaged, or the database is away: what was missed stands in the journal.
      return undefined;
    }
  }
}

function placeOf(topic: string, caseId: string): SealPlace {
  return [caseId, 'bus', topic];
}

function openedOr(sealed: Uint8Array, key: NonNullable<ReturnType<Keys['known']>>, place: SealPlace) {
  if (!isSealed(sealed)) return undefined;
  try {
    return open(sealed, key, place);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** Work that is done one piece after the other, for each name. */
class Queues {
  readonly #last = new Map<string, { readonly done: Promise<void>; readonly count: number }>();

  isEmpty(name: string): boolean {
    return !this.#last.has(name);
  }

  /**
   * @param work must not reject
   * @returns false when too much waits already
   */
  add(name: string, work: () => Promise<void>): boolean {
    const { done: before = Promise.resolve(), count = 0 } = this.#last.get(name) ?? {};
    if (count >= maxWaiting) return false;
    const done = before.then(work).then(() => {
      const last = this.#last.get(name);
      if (last?.done === done) this.#last.delete(name);
      else if (last) this.#last.set(name, { ...last, count: last.count - 1 });
    });
    this.#last.set(name, { done, count: count + 1 });
    return true;
  }
}
