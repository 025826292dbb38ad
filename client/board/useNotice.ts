import type { NoteId } from '@duken/shared/board';
import { useCallback, useEffect, useState } from 'react';

/** A short word to the person, with at most one thing to do about it. */
export interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** The notes that it says are deleted: once they are back, whoever brought them, there is nothing to say. */
  readonly deleted?: readonly NoteId[];
}

export type Tell = (notice: Notice) => void;

/** How long a notice stays, in ms: long enough to reach *Angre* with a shaking hand. */
const noticeMs = 10_000;

/** One notice at a time; a new one takes the place of the old. */
/** Tells one notice from the next with the same words. */
let told = 0;

export function useNotice(): {
  readonly notice: (Notice & { readonly number: number }) | undefined;
  readonly tell: Tell;
  readonly dismiss: () => void;
} {
  const [notice, setNotice] = useState<Notice & { readonly number: number }>();
  const tell = useCallback<Tell>((next) => setNotice({ ...next, number: ++told }), []);

  const dismiss = useCallback(() => setNotice(undefined), []);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(dismiss, noticeMs);
    return () => clearTimeout(timer);
  }, [notice, dismiss]);
  return { notice, tell, dismiss };
}
