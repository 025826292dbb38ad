import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { BoardSession } from '../../session/index.ts';
import { recall, remember } from '../../ui/index.ts';
import { followNews } from './followNews.ts';
import type { OthersChange } from './othersChanges.ts';

/** How many are kept to be walked through. */
const mostKept = 200;

/** What of the others' changes somebody wants to hear. */
export const newsWishes = ['all', 'theme', 'none'] as const;
export type NewsWish = (typeof newsWishes)[number];

/** One thing that somebody else did, and when it was told, in ms since the epoch. */
export interface NewsItem {
  readonly change: OthersChange;
  readonly at: number;
}

export interface News {
  /** What is heard, in another value each time. */
  readonly spoken: { readonly words: string };
  /** What has been done since one last looked through it, newest first. */
  readonly items: readonly NewsItem[];
  readonly wish: NewsWish;
  readonly setWish: (wish: NewsWish) => void;
  /** All of it has been seen. */
  readonly forget: () => void;
}

const kept = 'duken-news';

/**
 * What others have done to the duk: in words for a live region, gathered, and never while they are still writing; and as a list
 * for whoever wants to go through it.
 *
 * @param themeNow the theme where one is, where only that is wished for
 * @param say makes one sentence of all that is new
 */
export function useNews(
  session: BoardSession,
  themeNow: RefObject<string | undefined>,
  say: (changes: readonly OthersChange[]) => string,
): News {
  const [spoken, setSpoken] = useState({ words: '' });
  const [items, setItems] = useState<readonly NewsItem[]>([]);
  const [wish, setWish] = useState<NewsWish>(() => newsWishes.find((one) => one === recall(kept)) ?? 'all');
  const latest = useRef({ say, wish });
  latest.current = { say, wish };
  useEffect(
    () =>
      followNews(
        {
          onOthersChange: (listener) => session.onOthersChange(listener),
          isWrittenIn: (noteId) => session.presence.others().some(({ writingIn }) => writingIn === noteId),
        },
        (changes) => {
          const at = Date.now();
          const told = changes.toReversed().map((change) => ({ change, at }));
          setItems((before) => [...told, ...before].slice(0, mostKept));
          const heard = changes.filter((change) => isWished(change, latest.current.wish, themeNow.current));
          if (heard.length > 0) setSpoken({ words: latest.current.say(heard) });
        },
      ),
    [session, themeNow],
  );
  return {
    spoken,
    items,
    wish,
    setWish: useCallback((next: NewsWish) => {
      remember(kept, next);
      setWish(next);
    }, []),
    forget: useCallback(() => setItems([]), []),
  };
}

/** Whether it is to be heard. Where one is in no theme, there is no other to leave out. */
export function isWished(change: OthersChange, wish: NewsWish, theme: string | undefined): boolean {
  if (wish === 'none') return false;
  return wish === 'all' || theme === undefined || ('note' in change && change.note.cell.theme === theme);
}
