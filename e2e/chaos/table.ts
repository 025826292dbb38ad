import * as Y from 'yjs';
import { invite, newBoard, type Seat } from '../product/newBoard.ts';
import type { Chance } from './chance.ts';
import { Promises } from './promises.ts';
import { Writer } from './writer.ts';

/** One board, those who write at it, and what they have been promised. */
export class Table {
  readonly leader: Seat;
  readonly promises = new Promises();
  /** Those whose link was withdrawn: Yjs client → how far they had come when they were out. */
  readonly #turnedOut = new Map<number, number>();
  readonly #linkOf = new Map<Writer, string>();
  #writers: Writer[] = [];
  #guests = 0;

  private constructor(leader: Seat) {
    this.leader = leader;
  }

  static async lay(url: string, people: number): Promise<Table> {
    const table = new Table(await newBoard({ url }));
    for (let person = 0; person < people; person += 1) await table.seatGuest();
    return table;
  }

  get boardId(): string {
    return this.leader.boardId;
  }

  get writers(): readonly Writer[] {
    return this.#writers;
  }

  /** Somebody new, by a link of their own. */
  async seatGuest(): Promise<void> {
    this.#guests += 1;
    const name = `Gjest ${this.#guests}`;
    const { seat, linkId } = await invite(this.leader, name);
    this.#add(new Writer(name, seat), linkId);
  }

  /** One goes on from another machine, and what was on the old one is gone. */
  changeDevice(chance: Chance): void {
    const old = chance.oneOf(this.#writers);
    const linkId = this.#linkOf.get(old) ?? '';
    this.#dismiss(old);
    this.#add(new Writer(`${old.name} igjen`, old.seat), linkId);
  }

  /** The leader withdraws somebody's link. Resolves when they are out, with how long that took, in ms. */
  async turnOut(writer: Writer, withinMs: number): Promise<number> {
    const address = `${this.leader.url}/api/boards/${this.boardId}/links/${this.#linkOf.get(writer)}`;
    const reply = await fetch(address, { method: 'DELETE', headers: { cookie: this.leader.cookie } });
    if (!reply.ok) throw new Error(`Withdrawing a link was answered ${reply.status} ${await reply.text()}`);
    const withdrawnAt = performance.now();
    // By a code, or by a refusal when the connection was broken just then.
    while (writer.isConnected) {
      if (performance.now() - withdrawnAt > withinMs) {
        throw new Error(`${writer.name} sat at the board ${withinMs} ms after the link was withdrawn`);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const tookMs = performance.now() - withdrawnAt;
    this.#turnedOut.set(writer.clientId, writer.clock);
    return tookMs;
  }

  /** What a writer had been promised stays promised. */
  forget(writer: Writer): void {
    this.#dismiss(writer);
  }

  collectPromises(): void {
    this.promises.collect(this.#writers);
  }

  /** What is wrong with a document that should hold this board, in words. */
  faultsOf(doc: Y.Doc): string[] {
    const intruders = [...this.#turnedOut]
      .filter(([client, clock]) => Y.getState(doc.store, client) > clock)
      .map(
        ([client, clock]) => `${client} wrote on after being out, from ${clock} to ${Y.getState(doc.store, client)}`,
      );
    return [...this.promises.brokenBy(doc), ...intruders];
  }

  leave(): void {
    for (const writer of this.#writers) writer.leave();
  }

  #add(writer: Writer, linkId: string): void {
    this.#writers.push(writer);
    this.#linkOf.set(writer, linkId);
  }

  #dismiss(writer: Writer): void {
    writer.leave();
    this.collectPromises();
    this.#writers = this.#writers.filter((other) => other !== writer);
    this.#linkOf.delete(writer);
  }
}

/** Whether two documents hold the same, deletions included. */
export function areEqual(one: Y.Doc, other: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));
}
