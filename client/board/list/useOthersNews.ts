import type { NoteId } from '@duken/shared/board';
import { useEffect, useRef, useState } from 'react';
import type { BoardSession } from '../../session/index.ts';
import { gather, nothingUntold, type OthersChange, tell, type Untold } from './othersChanges.ts';

/** How long changes gather before they are told, in ms: many at once become one sentence. */
const gatherMs = 1500;

/**
 * What others have done to the duk, in words for a live region: gathered, and never while they are still writing.
 *
 * @returns the words, in another value each time
 * @param say makes one sentence of all that is new
 */
export function useOthersNews(
  session: BoardSession,
  say: (changes: readonly OthersChange[]) => string,
): { readonly words: string } {
  const [news, setNews] = useState({ words: '' });
  const latestSay = useRef(say);
  latestSay.current = say;
  useEffect(() => {
    let untold: Untold = nothingUntold;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isWrittenIn = (noteId: NoteId): boolean =>
      session.presence.others().some(({ writingIn }) => writingIn === noteId);
    const tellNow = (): void => {
      timer = undefined;
      const { changes, rest } = tell(untold, isWrittenIn);
      untold = rest;
      if (changes.length > 0) setNews({ words: latestSay.current(changes) });
      if (rest.notes.size > 0) timer = setTimeout(tellNow, gatherMs);
    };
    const stop = session.onOthersChange((before, after) => {
      untold = gather(untold, before, after);
      timer ??= setTimeout(tellNow, gatherMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session]);
  return news;
}
