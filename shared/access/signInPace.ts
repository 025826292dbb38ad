/** Wrong passwords that cost nobody a wait: people mistype, and try the one they had before. */
const freeFailures = 5;
/** The first wait and the longest, in milliseconds. Whoever guesses at that pace has 1,350 guesses a day. */
const firstWaitMs = 1_000;
const longestWaitMs = 64_000;
/** In so long, in milliseconds, one failure is forgotten. */
const forgottenEveryMs = 5 * 60_000;

/** What is remembered of who has tried and failed to sign in. */
export interface SignInFailures {
  readonly count: number;
  readonly lastAt: number;
}

/**
 * How long whoever has failed must wait, in milliseconds from now: doubling with each failure up to about a minute, and never for good.
 * @param now in milliseconds since the epoch
 */
export function signInWait(failures: SignInFailures | undefined, now: number): number {
  if (!failures) return 0;
  const over = countNow(failures, now) - freeFailures;
  if (over < 0) return 0;
  return Math.max(0, failures.lastAt + Math.min(longestWaitMs, firstWaitMs * 2 ** over) - now);
}

/** The same with one failure more. */
export function withFailure(failures: SignInFailures | undefined, now: number): SignInFailures {
  return { count: failures ? countNow(failures, now) + 1 : 1, lastAt: now };
}

function countNow({ count, lastAt }: SignInFailures, now: number): number {
  return Math.max(0, count - Math.floor((now - lastAt) / forgottenEveryMs));
}
