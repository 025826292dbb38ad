import { BoardClient } from './boardClient.ts';
import type { Contestant, Seat } from './contestant.ts';
import { Deliveries } from './deliveries.ts';
import { type PreparedEdits, prepareBoard } from './preparedEdits.ts';
import type { ServerGroup } from './serverGroup.ts';

/** A contestant that is running. */
export interface Arena {
  readonly contestant: Contestant;
  readonly server: ServerGroup;
}

/** People at one board, and who of them has received what. The first of them are the authors. */
export class Table {
  readonly people: readonly BoardClient[];
  readonly authors: readonly PreparedEdits[];
  readonly deliveries: Deliveries;
  readonly #frames: readonly (readonly Buffer[])[];
  readonly #sent: number[];

  private constructor(people: readonly BoardClient[], authors: readonly PreparedEdits[], deliveries: Deliveries) {
    this.people = people;
    this.authors = authors;
    this.deliveries = deliveries;
    this.#frames = authors.map(({ updates }, author) =>
      updates.map((update) => (people[author] as BoardClient).frameOf(update)),
    );
    this.#sent = authors.map(() => 0);
  }

  /**
   * Seats as many people as there are seats, with a board of so many notes before them.
   * @param existing what is on the board before anything is measured
   */
  static async lay(
    { contestant, server }: Arena,
    seats: readonly Seat[],
    authors: readonly PreparedEdits[],
    existing: PreparedEdits = prepareBoard(0),
  ): Promise<Table> {
    const deliveries = new Deliveries(authors, seats.length);
    const laying = new Deliveries([existing], seats.length);
    let ledger = laying;
    const people = await Promise.all(
      seats.map((seat, receiver) =>
        BoardClient.join(contestant, server, seat, { onEdits: (update) => ledger.heard(receiver, update) }),
      ),
    );
    const [first] = people;
    if (first && existing.updates.length > 0) {
      const laid = new Promise<void>((resolve) => {
        laying.onEverywhere = () => resolve();
      });
      for (const update of existing.updates) first.sendEdit(first.frameOf(update));
      await laid;
    }
    ledger = deliveries;
    return new Table(people, authors, deliveries);
  }

  /** How many edits an author has sent. */
  sent(author: number): number {
    return this.#sent[author] ?? 0;
  }

  /** Sends an author's next edit. @returns whether there was one */
  sendNext(author: number): boolean {
    const edit = this.sent(author);
    const frame = this.#frames[author]?.[edit];
    const person = this.people[author];
    if (!frame || !person) return false;
    this.#sent[author] = edit + 1;
    this.deliveries.sent(author, edit);
    person.sendEdit(frame);
    return true;
  }

  /** @throws what went wrong with anybody */
  check(): void {
    for (const person of this.people) person.check();
  }

  async leave(): Promise<void> {
    await Promise.all(this.people.map((person) => person.leave()));
  }
}
