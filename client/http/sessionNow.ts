import type { SessionReply } from '@duken/shared/protocol';
import { useEffect, useSyncExternalStore } from 'react';
import { readSession } from './accountApi.ts';
import type { RequestFailure } from './requestFailure.ts';

/** What the server last said of the installation and of who is signed in; undefined until it has. */
let now: SessionReply | undefined;
/** Why that is not known, where it could not be asked. */
let failure: RequestFailure | undefined;
let asking: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** Asks again: somebody has signed in or out here. Resolves when it is known, or cannot be. */
export function askSessionAgain(): Promise<void> {
  asking = readSession().then((session) => {
    if (session.ok) now = session.value;
    // Whoever wants to know next asks again.
    else asking = undefined;
    failure = session.ok ? undefined : session.failure;
    for (const listener of listeners) listener();
  });
  return asking;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How far the installation has come and who is signed in; undefined while it is not known. Asked once, and when somebody signs in or out. */
export function useSessionNow(): SessionReply | undefined {
  useEffect(() => {
    if (!asking) void askSessionAgain();
  }, []);
  return useSyncExternalStore(listen, () => now);
}

/** Why it is not known; undefined while it is, or is being asked. */
export function useSessionFailure(): RequestFailure | undefined {
  return useSyncExternalStore(listen, () => (now ? undefined : failure));
}
