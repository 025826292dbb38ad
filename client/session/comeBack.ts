/** The ordinary provider's own: it waits 100 ms · 2 to the power of tries in a row that failed. */
const firstWaitMs = 100;
/** The longest wait between two tries, in milliseconds. */
export const longestWaitMs = 2500;

/**
 * How long to wait before trying to reach the relay again. When a server stops, everybody at its boards is let go in the
 * same millisecond; each then comes back at a moment of their own, the first of them at once.
 *
 * @param failures tries in a row that failed, the connection that just ended among them: 1, 2, …
 * @param chance from 0 to 1, drawn anew for each wait
 * @returns milliseconds: at most 200 after a connection that had worked, so that a hand-over takes less than a second
 */
export function waitBeforeComingBackMs(failures: number, chance: number): number {
  return chance * Math.min(firstWaitMs * 2 ** failures, longestWaitMs);
}
