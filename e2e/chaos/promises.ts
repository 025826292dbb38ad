import * as Y from 'yjs';
import type { Strike, Writer } from './writer.ts';

/**
 * Everything that must be there from now on, in one document: what its author was told is saved, and what somebody else has
 * seen. It only grows: those who leave take no promise with them.
 */
export class Promises {
  /** Yjs client → how far. */
  readonly #saved = new Map<number, number>();
  readonly #seen = new Map<number, number>();
  readonly #strikes = new Map<string, Strike>();

  /** Notes what has been promised until now. */
  collect(writers: readonly Writer[]): void {
    for (const writer of writers) {
      raise(this.#saved, writer.clientId, writer.savedClock);
      for (const strike of writer.savedStrikes) this.#strikes.set(`${strike.client} ${strike.clock}`, strike);
      for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(writer.doc))) {
        if (client !== writer.clientId) raise(this.#seen, client, clock);
      }
    }
  }

  /** How much was promised, in characters, notes and strikes. */
  get totals(): { readonly saved: number; readonly seen: number; readonly strikes: number } {
    return { saved: sum(this.#saved), seen: sum(this.#seen), strikes: this.#strikes.size };
  }

  /** What was promised and is not in a document, in words. */
  brokenBy(doc: Y.Doc): string[] {
    const struck = Y.createDeleteSetFromStructStore(doc.store);
    const missing = (kind: string, promised: ReadonlyMap<number, number>) =>
      [...promised]
        .filter(([client, clock]) => Y.getState(doc.store, client) < clock)
        .map(
          ([client, clock]) => `${kind}: of ${client} up to ${clock}, there is up to ${Y.getState(doc.store, client)}`,
        );
    const unstruck = [...this.#strikes.values()]
      .filter(({ client, clock }) => !Y.isDeleted(struck, Y.createID(client, clock)))
      .map(({ client, clock }) => `saved: ${client} ${clock} struck out, and it stands`);
    return [...missing('saved', this.#saved), ...missing('seen', this.#seen), ...unstruck];
  }
}

function raise(clocks: Map<number, number>, client: number, clock: number): void {
  if (clock > (clocks.get(client) ?? 0)) clocks.set(client, clock);
}

function sum(clocks: ReadonlyMap<number, number>): number {
  return [...clocks.values()].reduce((total, clock) => total + clock, 0);
}
