/**
 * What is half written and not yet laid, by board and name. It lives in memory only, for as long as the tab: it survives a
 * look at another page, and leaves nothing behind on a device that the next person may borrow.
 */
export class Drafts {
  readonly #values = new Map<string, unknown>();
  /** Names of those that hold words, which the browser asks about before it throws them away. */
  readonly #withWords = new Set<string>();

  read<Value>(boardId: string, name: string): Value | undefined {
    return this.#values.get(keyOf(boardId, name)) as Value | undefined;
  }

  /** @param hasWords whether somebody would miss it */
  write<Value>(boardId: string, name: string, value: Value, hasWords: boolean): void {
    const key = keyOf(boardId, name);
    this.#values.set(key, value);
    if (hasWords) this.#withWords.add(key);
    else this.#withWords.delete(key);
  }

  forget(boardId: string, name: string): void {
    const key = keyOf(boardId, name);
    this.#values.delete(key);
    this.#withWords.delete(key);
  }

  haveWords(): boolean {
    return this.#withWords.size > 0;
  }
}

function keyOf(boardId: string, name: string): string {
  return `${boardId}/${name}`;
}
