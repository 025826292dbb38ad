import type { BoardId, ParticipantId } from '@duken/shared/access';
import { failed, type Result, succeeded } from '@duken/shared/result';

export type PlaceFailure = { readonly kind: 'serverFull' } | { readonly kind: 'tooManyWindows' };

/** Where sockets are counted, which take the same places. */
export interface SocketPlaces {
  /** Sockets on this server, those on the way in included. */
  sockets(): number;
  /** Those of one person at one board, whatever they have open of it. */
  socketsOf(boardId: BoardId, participantId: ParticipantId): number;
}

/** How many streams of news may be open: they are counted together with sockets, of one person at a board and in all. */
export class StreamPlaces {
  readonly #places: SocketPlaces;
  readonly #limits: { readonly maxPerPerson: number; readonly maxInAll: number };
  readonly #taken = new Map<string, number>();
  #inAll = 0;

  /** @param limits.maxPerPerson sockets and streams of one person at one board */
  constructor(limits: { readonly maxPerPerson: number; readonly maxInAll: number }, places: SocketPlaces) {
    this.#limits = limits;
    this.#places = places;
  }

  /** How many streams are open. */
  get inAll(): number {
    return this.#inAll;
  }

  /** @returns gives the place back, once */
  take(boardId: BoardId, participantId: ParticipantId): Result<() => void, PlaceFailure> {
    const { maxPerPerson, maxInAll } = this.#limits;
    if (this.#inAll + this.#places.sockets() >= maxInAll) return failed({ kind: 'serverFull' });
    const key = `${boardId} ${participantId}`;
    const theirs = this.#taken.get(key) ?? 0;
    if (theirs + this.#places.socketsOf(boardId, participantId) >= maxPerPerson) {
      return failed({ kind: 'tooManyWindows' });
    }
    this.#taken.set(key, theirs + 1);
    this.#inAll += 1;
    let isGivenBack = false;
    return succeeded(() => {
      if (isGivenBack) return;
      isGivenBack = true;
      this.#inAll -= 1;
      const left = (this.#taken.get(key) ?? 0) - 1;
      if (left > 0) this.#taken.set(key, left);
      else this.#taken.delete(key);
    });
  }
}
