import * as Y from 'yjs';
import { invite, newBoard, type Seat } from '../product/newBoard.ts';
import type { Chance } from './chance.ts';
import { SharedDocument } from './sharedDocument.ts';
import { Writer } from './writer.ts';

/** Somebody who came by a link: at the duk, and in a private document of their own. */
interface Guest {
  readonly linkId: string;
  readonly own: Writer;
  readonly ownDocument: SharedDocument;
}

/** One board with its documents, and those who write in them. */
export class Table {
  readonly leader: Seat;
  readonly #duk: SharedDocument;
  readonly #translations: SharedDocument;
  /** Each guest's own, also when they have left. */
  readonly #privates: SharedDocument[] = [];
  readonly #guests = new Map<Writer, Guest>();
  /** Those whose link was withdrawn: Yjs client → how far they had come when they were out. */
  readonly #turnedOut = new Map<number, number>();
  #guestsSeated = 0;

  private constructor(leader: Seat) {
    this.leader = leader;
    this.#duk = new SharedDocument(leader.boardId);
    this.#translations = new SharedDocument(`${leader.boardId}/translations`);
  }

  static async lay(url: string, people: number): Promise<Table> {
    const table = new Table(await newBoard({ url }));
    // Of those who come by a link nobody may write translations: the leader does, in two windows.
    for (const window of ['Mona', 'Mona 2']) {
      table.#translations.add(new Writer(window, table.leader, 'translations'));
    }
    for (let person = 0; person < people; person += 1) await table.seatGuest();
    return table;
  }

  get boardId(): string {
    return this.leader.boardId;
  }

  get documents(): readonly SharedDocument[] {
    return [this.#duk, this.#translations, ...this.#privates];
  }

  /** The guests at the duk. */
  get writers(): readonly Writer[] {
    return this.#duk.writers;
  }

  /** Everybody, in whichever document. */
  get everybody(): readonly Writer[] {
    return this.documents.flatMap(({ writers }) => writers);
  }

  /** Somebody new, by a link of their own. */
  async seatGuest(): Promise<Writer> {
    this.#guestsSeated += 1;
    const name = `Gjest ${this.#guestsSeated}`;
    const { seat, linkId } = await invite(this.leader, name);
    const ownDocument = new SharedDocument(`${this.boardId}/private/${seat.personId}`);
    this.#privates.push(ownDocument);
    return this.#add(name, seat, linkId, ownDocument);
  }

  /** Somebody who comes to a document that others have open. */
  async seatNewcomer(document: SharedDocument): Promise<Writer | undefined> {
    if (document === this.#duk) return this.seatGuest();
    const [here] = document.writers;
    if (!here) return undefined;
    const part = document === this.#translations ? 'translations' : 'private';
    const newcomer = new Writer(`${here.name}, nytt vindu`, here.seat, part);
    document.add(newcomer);
    return newcomer;
  }

  /** One goes on from another machine, and what was on the old one is gone. */
  changeDevice(chance: Chance): void {
    const old = chance.oneOf(this.writers);
    const { linkId, ownDocument } = this.#guestOf(old);
    this.forget(old);
    this.#add(`${old.name} igjen`, old.seat, linkId, ownDocument);
  }

  /** The leader withdraws somebody's link. Resolves when they are out of all they had open, with how long that took, in ms. */
  async turnOut(writer: Writer, withinMs: number): Promise<number> {
    const { linkId, own } = this.#guestOf(writer);
    const address = `${this.leader.url}/api/boards/${this.boardId}/links/${linkId}`;
    const reply = await fetch(address, { method: 'DELETE', headers: { cookie: this.leader.cookie } });
    if (!reply.ok) throw new Error(`Withdrawing a link was answered ${reply.status} ${await reply.text()}`);
    const withdrawnAt = performance.now();
    // By a code, or by a refusal when the connection was broken just then.
    while (writer.isConnected || own.isConnected) {
      if (performance.now() - withdrawnAt > withinMs) {
        throw new Error(`${writer.name} sat at the board ${withinMs} ms after the link was withdrawn`);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const tookMs = performance.now() - withdrawnAt;
    for (const { clientId, clock } of [writer, own]) this.#turnedOut.set(clientId, clock);
    return tookMs;
  }

  /** Somebody goes for good. What they had been promised stays promised. */
  forget(writer: Writer): void {
    const { own, ownDocument } = this.#guestOf(writer);
    this.#duk.dismiss(writer);
    ownDocument.dismiss(own);
    this.#guests.delete(writer);
  }

  collectPromises(): void {
    for (const document of this.documents) document.collectPromises();
  }

  /** What is wrong with a document that should hold one of this board's, in words. */
  faultsOf(document: SharedDocument, doc: Y.Doc): string[] {
    const intruders = [...this.#turnedOut]
      .filter(([client, clock]) => Y.getState(doc.store, client) > clock)
      .map(
        ([client, clock]) => `${client} wrote on after being out, from ${clock} to ${Y.getState(doc.store, client)}`,
      );
    return [...document.promises.brokenBy(doc), ...intruders];
  }

  leave(): void {
    for (const writer of this.everybody) writer.leave();
  }

  #add(name: string, seat: Seat, linkId: string, ownDocument: SharedDocument): Writer {
    const writer = new Writer(name, seat);
    const own = new Writer(`${name} for seg selv`, seat, 'private');
    this.#duk.add(writer);
    ownDocument.add(own);
    this.#guests.set(writer, { linkId, own, ownDocument });
    return writer;
  }

  #guestOf(writer: Writer): Guest {
    const guest = this.#guests.get(writer);
    if (!guest) throw new Error(`${writer.name} is no guest here`);
    return guest;
  }
}

/** Whether two documents hold the same, deletions included. */
export function areEqual(one: Y.Doc, other: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));
}
