import type { BoardId } from '@duken/shared/board';
import type { Storage } from '../storage/index.ts';

/** How often we look for boards that have ended, in milliseconds. */
const everyMs = 60_000;

/**
 * Milliseconds between a board's end, when everything open on it is ended on every server, and its erasing: whatever was on
 * its way to the journal then has come there, and nothing comes after.
 */
const graceMs = 60_000;

export interface SweepOptions {
  readonly storage: Pick<Storage, 'directory' | 'eraseExpiredBoard'>;
  readonly clock: () => number;
  readonly onErased: (boardId: BoardId) => void;
  readonly onFailed: (error: unknown) => void;
}

/** Erases boards that have ended. Several servers may do so at once: each board is one server's to erase. */
export class Sweep {
  readonly #options: SweepOptions;
  readonly #timer: NodeJS.Timeout;
  #sweeping: Promise<void> | undefined;

  constructor(options: SweepOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.now(), everyMs).unref();
  }

  /** Resolves when all that had ended are erased. */
  now(): Promise<void> {
    this.#sweeping ??= this.#sweep().finally(() => {
      this.#sweeping = undefined;
    });
    return this.#sweeping;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  async #sweep(): Promise<void> {
    const { storage, clock, onErased, onFailed } = this.#options;
    try {
      const endedBy = clock() - graceMs;
      for (const boardId of await storage.directory.expiredBoards(endedBy)) {
        if (await storage.eraseExpiredBoard(boardId, endedBy)) onErased(boardId);
      }
    } catch (error) {
      // Storage is away, or the server stops meanwhile; they are still there at the next look.
      onFailed(error);
    }
  }
}
