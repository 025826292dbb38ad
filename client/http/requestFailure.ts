import type { Problem } from '@duken/shared/protocol';

/** Why a request gave no answer we can use. */
export type RequestFailure =
  /** No answer: no network, or no server. */
  | { readonly kind: 'offline' }
  /** The server said no, and why. `problem.type` is stable; `problem.detail` is for people, in bokmål. */
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** An answer in a shape we do not know, as from a proxy between. */
  | { readonly kind: 'unreadable'; readonly status: number };

/** Whether a secret opens nothing, as against too many tries and a server in trouble, after which one can try again. */
export function isRefused(failure: RequestFailure | undefined): boolean {
  return failure?.kind === 'problem' && failure.problem.status < 429;
}
