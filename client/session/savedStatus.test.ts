import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SavedLedger, type SavedStatus } from './savedStatus.ts';

/**
 * One person's changes on their way to disk, kept the plain way: which changes each document message of this socket
 * carries, and which changes are on disk. The ledger under test hears only what a browser hears.
 */
class Road {
  readonly told: SavedStatus[] = [];
  readonly ledger = new SavedLedger(() => this.told.push(this.ledger.status()));
  #made = 0;
  #isOpen = false;
  /** Until the first step 2 has been sent, the server lacks what was made before this socket opened. */
  #hasSentStep2 = false;
  /** The changes that each message of this socket carries. */
  #messages: (readonly number[])[] = [];
  /** How many messages of this socket are on disk. */
  #onDisk = 0;
  readonly #saved = new Set<number>();

  get unsaved(): readonly number[] {
    return Array.from({ length: this.#made }, (_, change) => change).filter((change) => !this.#saved.has(change));
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#hasSentStep2 = false;
    this.#messages = [];
    this.#onDisk = 0;
    this.ledger.socketOpened();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.ledger.socketClosed();
  }

  /** The server asked for what it lacks. */
  sendStep2(): void {
    if (!this.#isOpen) return;
    this.#hasSentStep2 = true;
    this.#messages.push(Array.from({ length: this.#made }, (_, change) => change));
    this.ledger.messageSent(true);
  }

  /** The person writes; an open socket sends it at once. */
  write(): void {
    const change = this.#made;
    this.#made += 1;
    if (this.#isOpen) {
      this.#messages.push([change]);
      this.ledger.messageSent(false);
    }
    this.ledger.changed(this.#isOpen);
  }

  /** The provider sends on somebody else's change: a message that carries nothing of one's own. */
  sendOthers(): void {
    if (!this.#isOpen) return;
    this.#messages.push([]);
    this.ledger.messageSent(false);
  }

  /** The server has some more messages on disk, and says so. */
  save(more: number): void {
    if (!this.#isOpen) return;
    const count = Math.min(this.#messages.length, this.#onDisk + more);
    for (const change of this.#messages.slice(0, count).flat()) this.#saved.add(change);
    this.#onDisk = count;
    this.ledger.saved(count);
  }

  /** The server has some more on disk, but the socket closes before it can say so. */
  saveUnheard(more: number): void {
    if (!this.#isOpen) return;
    for (const change of this.#messages.slice(0, this.#onDisk + more).flat()) this.#saved.add(change);
    this.close();
  }

  /** The disk refuses: the server keeps nothing more of this socket, and closes it. */
  refuse(): void {
    this.ledger.storageRefused();
    this.close();
  }

  /** All comes right: a socket opens, the server asks, gets and keeps everything. */
  settle(): void {
    this.open();
    if (!this.#hasSentStep2) this.sendStep2();
    this.save(this.#messages.length);
  }
}

const someStep = fc.oneof(
  fc.constantFrom<(road: Road) => void>(
    (road) => road.open(),
    (road) => road.close(),
    (road) => road.sendStep2(),
    (road) => road.write(),
    (road) => road.sendOthers(),
    (road) => road.refuse(),
  ),
  fc.nat({ max: 4 }).map((more) => (road: Road) => road.save(more)),
  fc.nat({ max: 4 }).map((more) => (road: Road) => road.saveUnheard(more)),
);
const someSteps = fc.array(someStep, { maxLength: 40 });

describe('what people are told about their own changes', () => {
  it('begins as disconnected with nothing waiting', () => {
    expect(new Road().ledger.status()).toEqual({ kind: 'disconnected', waiting: 0 });
  });

  it('is «Lagrer…» from the first letter until it is on disk', () => {
    const road = new Road();
    road.open();
    road.sendStep2();
    road.write();
    expect(road.ledger.status()).toEqual({ kind: 'saving' });
    road.save(1);
    expect(road.ledger.status()).toEqual({ kind: 'saving' });
    road.save(1);
    expect(road.ledger.status()).toEqual({ kind: 'saved' });
    expect(road.told.map(({ kind }) => kind)).toEqual(['saved', 'saving', 'saved']);
  });

  it('counts what waits while the connection is gone, and is «Lagret» when all of it has come home', () => {
    const road = new Road();
    road.open();
    road.write();
    road.close();
    road.write();
    expect(road.ledger.status()).toEqual({ kind: 'disconnected', waiting: 2 });
    road.open();
    expect(road.ledger.status()).toEqual({ kind: 'saving' });
    road.sendStep2();
    road.save(1);
    expect(road.ledger.status()).toEqual({ kind: 'saved' });
  });

  it('is «Ikke lagret» from when the disk refuses until all of it is there, however often the socket comes and goes', () => {
    const road = new Road();
    road.open();
    road.sendStep2();
    road.save(1);
    road.write();
    road.refuse();
    expect(road.ledger.status()).toEqual({ kind: 'notSaved', waiting: 1 });
    road.open();
    road.sendStep2();
    road.write();
    road.refuse();
    expect(road.ledger.status()).toEqual({ kind: 'notSaved', waiting: 2 });
    road.open();
    road.sendStep2();
    expect(road.ledger.status()).toEqual({ kind: 'notSaved', waiting: 2 });
    road.save(1);
    expect(road.ledger.status()).toEqual({ kind: 'saved' });
    road.write();
    expect(road.ledger.status()).toEqual({ kind: 'saving' });
  });

  it('does not take the count of one socket for that of the next', () => {
    const road = new Road();
    road.open();
    road.sendStep2();
    road.write();
    road.write();
    road.close();
    road.open();
    road.sendOthers();
    road.save(1);
    expect(road.ledger.status()).toEqual({ kind: 'saving' });
  });

  it('is never «Lagret» while a change is not on disk, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const road = new Road();
        for (const step of steps) {
          step(road);
          if (road.ledger.status().kind === 'saved') expect(road.unsaved).toEqual([]);
          const { kind } = road.ledger.status();
          if (kind !== 'notSaved') expect(kind === 'disconnected').toBe(!road.isOpen);
          else expect(road.ledger.waiting()).toBeGreaterThan(0);
          expect(road.ledger.waiting()).toBeGreaterThanOrEqual(road.unsaved.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('always ends as «Lagret» once the server has everything', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const road = new Road();
        for (const step of steps) step(road);
        road.settle();
        expect([road.ledger.status(), road.unsaved, road.ledger.waiting()]).toEqual([{ kind: 'saved' }, [], 0]);
      }),
      { numRuns: 500 },
    );
  });

  it('is told when it changes, and only then', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const road = new Road();
        for (const step of steps) step(road);
        const all = [{ kind: 'disconnected', waiting: 0 }, ...road.told];
        expect(all.at(-1)).toEqual(road.ledger.status());
        all.slice(1).forEach((status, index) => {
          expect(status).not.toEqual(all[index]);
        });
      }),
    );
  });
});
