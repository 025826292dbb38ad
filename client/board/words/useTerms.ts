import type { Term } from '@duken/shared/words';
import { useEffect, useSyncExternalStore } from 'react';
import { listTerms } from '../../http/index.ts';

let terms: readonly Term[] = [];
let isAsked = false;
const listeners = new Set<() => void>();

/** The operator's come last: a word that both explain is explained their way. What could not be had is asked for with the next note. */
async function ask(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  try {
    const [shipped, own] = await Promise.all([import('@duken/shared/welfareTerms'), listTerms()]);
    terms = own.ok ? [...shipped.welfareTerms, ...own.value] : shipped.welfareTerms;
    isAsked = own.ok;
  } catch {
    // The net is gone; there is no help with words, and nothing else is lost by it.
    isAsked = false;
  }
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The words that can be explained here, fetched when the first note needs them; none until they have come. */
export function useTerms(isNeeded: boolean): readonly Term[] {
  useEffect(() => {
    if (isNeeded) void ask();
  }, [isNeeded]);
  return useSyncExternalStore(listen, () => terms);
}
