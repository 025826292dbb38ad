import type { NoteId } from '@duken/shared/board';
import { useCallback, useEffect, useState } from 'react';
import { keyOf } from '../keyOf.ts';

/** A note that search has come to; the number tells one visit from the next. */
export interface FoundNote {
  readonly noteId: NoteId;
  readonly visit: number;
}

export interface Search {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly found: FoundNote | undefined;
  readonly go: (noteId: NoteId) => void;
}

/** Search on the duk. Ctrl or ⌘ and F opens it in place of the browser's own, which cannot see what is painted. */
export function useSearch(isOn: boolean): Search {
  const [isOpen, setIsOpen] = useState(false);
  const [found, setFound] = useState<FoundNote>();
  const open = useCallback(() => setIsOpen(true), []);
  const close = useCallback(() => {
    setIsOpen(false);
    setFound(undefined);
  }, []);
  const go = useCallback((noteId: NoteId) => setFound((before) => ({ noteId, visit: (before?.visit ?? 0) + 1 })), []);
  useEffect(() => {
    if (!isOn) return;
    const hear = (event: KeyboardEvent): void => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && keyOf(event) === 'f';
      if (!isFind || document.querySelector('dialog:modal')) return;
      event.preventDefault();
      setIsOpen(true);
      // Asked for once more: the whole question is there to be written over.
      document.querySelector<HTMLInputElement>('.searchBar-box')?.select();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [isOn]);
  return { isOpen, open, close, found, go };
}
