import type { BoardId } from '@duken/shared/board';
import type { Directory, Storage } from '../storage/index.ts';

/** How often we look for boards that have ended, in milliseconds. */
const everyMs = 60_000;

/**
 * Milliseconds between a board's end, when everything open on it is ended on every server, and its erasing: whatever was on
 * its way to the journal then has come there, and nothing comes after.
 */
const graceMs = 60_000;

export interface SweepOptions {
  readonly storage: Pick<Storage, 'eraseExpiredBoard'> & { readonly directory: Pick<Directory, 'expiredBoards'> };
  readonly clock: () => number;
  readonly onErased: (boardId: BoardId) => void;
  readonly onFailed: (error: unknown) => void;
}

/** Erases boards that have ended. Several servers may do so at once: each board is one server's to erase. */
export class Sweep {
  readonly #options: SweepOptions;
  readonly #timer: NodeJS.Timeout;
  #sweeping: Promise<void> | undefined;
  #isStopped = false;

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

  /** What is being erased is erased whole; the others wait for the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  async #sweep(): Promise<void> {
    const { storage, clock, onFailed } = this.#options;
    const endedBy = clock() - graceMs;
    try {
      for (const boardId of await storage.directory.expiredBoards(endedBy)) {
        if (this.#isStopped) return;
        await this.#erase(boardId, endedBy);
      }
    } catch (error) {
      onFailed(error);
    }
  }

  /** One that cannot be erased now is still there at the next look, and keeps no other from being erased. */
  async #erase(boardId: BoardId, endedBy: number): Promise<void> {
    const { storage, onErased, onFailed } = this.#options;
    try {
      if (await storage.eraseExpiredBoard(boardId, endedBy)) onErased(boardId);
    } catch (error) {
      onFailed(error);
    }
  }
}
