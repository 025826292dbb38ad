import type { RoomBus } from '../../storage/index.ts';

/** Joins servers in one process, and loses what the test says. */
export class Wire {
  readonly #ends = new Set<WireEnd>();
  #isUp = true;
  #cutOff: WireEnd | undefined;
  /** Whether a message from one server to another is lost. */
  loses: () => boolean = () => false;

  join(): RoomBus {
    const end = new WireEnd(this);
    this.#ends.add(end);
    return end;
  }

  reaches(end: WireEnd): boolean {
    return this.#isUp && end !== this.#cutOff;
  }

  cut(): void {
    this.#change(false);
  }

  mend(): void {
    this.#change(true);
  }

  carry(from: WireEnd, topic: string, message: Uint8Array): void {
    if (!this.#isUp || from === this.#cutOff) return;
    for (const end of this.#ends)
      if (end !== from && end !== this.#cutOff && !this.loses()) queueMicrotask(() => end.hear(topic, message));
  }

  /** The others stay joined, and are told nothing of it. */
  cutOff(end: RoomBus): void {
    this.#cutOff = end as WireEnd;
    this.#cutOff.tellChange(false);
  }

  takeBack(end: RoomBus): void {
    this.#cutOff = undefined;
    (end as WireEnd).tellChange(true);
  }

  /** This server says nothing more, and hears nothing: as if its power had been cut. */
  silence(end: RoomBus): void {
    this.#ends.delete(end as WireEnd);
    (end as WireEnd).isSilent = true;
  }

  #change(isUp: boolean): void {
    this.#isUp = isUp;
    for (const end of this.#ends) end.tellChange(isUp);
  }
}

class WireEnd implements RoomBus {
  readonly isAlone = false;
  readonly unsent = 0;
  readonly unopened = 0;
  isSilent = false;
  readonly #wire: Wire;
  readonly #listeners = new Set<{ readonly topic: string; readonly listener: (message: Uint8Array) => void }>();
  readonly #watchers: ((isUp: boolean) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  get isUp(): boolean {
    return this.#wire.reaches(this);
  }

  publish(topic: string, message: Uint8Array): void {
    if (!this.isSilent) this.#wire.carry(this, topic, message.slice());
  }

  subscribe(topic: string, listener: (message: Uint8Array) => void) {
    const ear = { topic, listener };
    this.#listeners.add(ear);
    return { ready: Promise.resolve(), end: () => void this.#listeners.delete(ear) };
  }

  hear(topic: string, message: Uint8Array): void {
    for (const ear of [...this.#listeners]) if (ear.topic === topic) ear.listener(message);
  }

  tellChange(isUp: boolean): void {
    for (const watcher of this.#watchers) watcher(isUp);
  }

  onChange(watcher: (isUp: boolean) => void): void {
    this.#watchers.push(watcher);
  }

  async close(): Promise<void> {
    this.#listeners.clear();
  }
}
