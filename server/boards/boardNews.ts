import type { BoardId } from '@duken/shared/board';
import type { News } from '@duken/shared/protocol';

type Listener = (changed: News['changed']) => void;

/** Tells those who listen to a board that rows of it changed; what changed they ask for themselves. */
export class BoardNews {
  readonly #listeners = new Map<BoardId, Set<Listener>>();

  publish(boardId: BoardId, changed: News['changed']): void {
    for (const listener of [...(this.#listeners.get(boardId) ?? [])]) listener(changed);
  }

  /** @returns stops listening */
  subscribe(boardId: BoardId, listener: Listener): () => void {
    const listeners = this.#listeners.get(boardId) ?? new Set();
    this.#listeners.set(boardId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(boardId) === listeners) this.#listeners.delete(boardId);
    };
  }
}
