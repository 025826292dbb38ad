/** Largest request body, in bytes. The longest honest one is a meeting's list of who was present. */
export const maxBodyBytes = 64 * 1024;

/** What one address may ask for in a while. A whole municipality can sit behind one address. */
export interface RateLimits {
  /** Links that open nothing, before whoever tries is told to wait. A right one is never counted. */
  readonly joinsPerMinute: number;
  /** New boards. Each is kept, so this bounds what a stranger can fill the disk with. */
  readonly newBoardsPerMinute: number;
  /** Demo copies. Each is three meetings played and frozen: some 50 ms of the server's time, where a new board takes one. */
  readonly newDemosPerMinute: number;
  /**
   * New boards and demo copies together, on this server. Two for each of 500 caseworkers of one municipality; a stranger's, all
   * demos, come to 500 MB at most: a thousand at once, and as many as the day passes, after which the first are gone.
   */
  readonly newBoardsPerDay: number;
}

export const rateLimits: RateLimits = {
  joinsPerMinute: 60,
  newBoardsPerMinute: 120,
  newDemosPerMinute: 20,
  newBoardsPerDay: 1_000,
};

/**
 * Bytes that must be free on the disk for a new board to be made. Below that, what is left is kept for those who have begun:
 * two hundred freezes of a duk with 1,500 notes, at 2.5 MiB each.
 */
export const minFreeDiskBytes = 512 * 1024 * 1024;

/** How often an open stream of news says that it is alive, in milliseconds. Proxies cut what is silent for a minute. */
export const keepAliveMs = 20_000;

/** How long a request may take to arrive, in milliseconds: who sends a byte a second holds a connection no longer. */
export const requestTimeoutMs = 30_000;
