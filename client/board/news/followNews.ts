import type { Board, NoteId } from '@duken/shared/board';
import { gather, nothingUntold, type OthersChange, tell, type Untold } from './othersChanges.ts';

/** How long changes gather before they are told, in ms: many at once become one sentence. */
const gatherMs = 1500;
/** What is told comes no closer than this, in ms: four times in ten seconds, however many write. */
const apartMs = 3300;

/** Where others' changes come from. */
interface NewsSource {
  /** @returns ends it */
  readonly onOthersChange: (listener: (before: Board, after: Board) => void) => () => void;
  readonly isWrittenIn: (noteId: NoteId) => boolean;
}

/**
 * Tells what others do: gathered, apart from each other, and never of a note while somebody writes in it.
 *
 * @returns ends it; what is untold then, is never told
 */
export function followNews(source: NewsSource, onTold: (changes: readonly OthersChange[]) => void): () => void {
  let untold: Untold = nothingUntold;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastTold = Number.NEGATIVE_INFINITY;
  const tellSoon = (): void => {
    timer ??= setTimeout(tellNow, Math.max(gatherMs, lastTold + apartMs - performance.now()));
  };
  const tellNow = (): void => {
    timer = undefined;
    const { changes, rest } = tell(untold, source.isWrittenIn);
    untold = rest;
    if (changes.length > 0) {
      lastTold = performance.now();
      onTold(changes);
    }
    if (rest.notes.size > 0) tellSoon();
  };
  const stop = source.onOthersChange((before, after) => {
    untold = gather(untold, before, after);
    tellSoon();
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
