import type { StoryReply } from '@duken/shared/protocol';
import { useCallback, useEffect, useState } from 'react';
import { listenForNews, type RequestFailure, readStory } from '../http/index.ts';

interface StoryNow {
  readonly story?: StoryReply;
  readonly failure?: RequestFailure;
}

/**
 * What somebody has told, for as long as one may read it. Unlike other rows nothing stays on the page when it is refused: a yes that was
 * taken back takes the words along.
 */
export function useStoryWords(boardId: string, personId: string): StoryNow & { readonly reload: () => void } {
  const [now, setNow] = useState<StoryNow>({});
  const reload = useCallback(async (): Promise<void> => {
    const read = await readStory(boardId, personId);
    setNow((before) => {
      if (read.ok) return { story: read.value };
      // Without a network nobody knows better; what was refused is gone.
      return read.failure.kind === 'problem' ? { failure: read.failure } : { failure: read.failure, ...before };
    });
  }, [boardId, personId]);
  useEffect(() => {
    void reload();
    return listenForNews(boardId, (changed) => {
      if (changed === 'everything' || changed === 'stories') void reload();
    });
  }, [boardId, reload]);
  return { ...now, reload: () => void reload() };
}
