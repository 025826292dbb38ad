type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The invitation that is made together with a board, before anybody knows its id. */
export const withBoard = 'withBoard';

/**
 * Invitations that this window made, kept until it is closed: the server knows only their hashes, and so cannot show one again.
 * Whoever has the window open leads the board, and could make another. A leader's own link is never kept.
 */
export class OwnLinks {
  readonly #storage: Kept | undefined;
  readonly #inMemory = new Map<string, string>();

  /** @param storage the window's own; a browser that refuses it forgets them at the next page */
  constructor(storage: Kept | undefined) {
    this.#storage = storage;
  }

  keep(boardId: string, linkId: string, url: string): void {
    const key = keyOf(boardId, linkId);
    this.#inMemory.set(key, url);
    this.#try((storage) => storage.setItem(key, url));
  }

  /** The whole address; undefined for one that was made elsewhere, or before the window was closed. */
  urlOf(boardId: string, linkId: string): string | undefined {
    const key = keyOf(boardId, linkId);
    return this.#inMemory.get(key) ?? this.#try((storage) => storage.getItem(key)) ?? undefined;
  }

  forget(boardId: string, linkId: string): void {
    const key = keyOf(boardId, linkId);
    this.#inMemory.delete(key);
    this.#try((storage) => storage.removeItem(key));
  }

  #try<Value>(act: (storage: Kept) => Value): Value | undefined {
    try {
      return this.#storage && act(this.#storage);
    } catch {
      // Full, or refused: what is in memory will do.
      return undefined;
    }
  }
}

function keyOf(boardId: string, linkId: string): string {
  return `duk/link/${boardId}/${linkId}`;
}

/** Those of this window. */
export const ownLinks = new OwnLinks(windowStorage());

function windowStorage(): Kept | undefined {
  try {
    return globalThis.window?.sessionStorage;
  } catch {
    return undefined;
  }
}
