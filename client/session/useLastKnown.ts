import { useEffect } from 'react';
import { useSessionStore } from './SessionProvider.tsx';

/**
 * What was last known of a board in this tab, until it is known anew: a page that somebody comes back to without a network
 * is as they left it. Memory only, as drafts are.
 *
 * @param name what it is and whom it was told to; what one seat may know another may not
 * @param now what is known now; undefined while that is on its way or cannot be had
 */
export function useLastKnown<Value>(boardId: string, name: string, now: Value | undefined): Value | undefined {
  const { drafts } = useSessionStore();
  useEffect(() => {
    if (now !== undefined) drafts.write(boardId, name, now, false);
  }, [drafts, boardId, name, now]);
  return now ?? drafts.read<Value>(boardId, name);
}
