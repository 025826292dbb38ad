import type { NoteId } from '@duken/shared/board';
import { useCallback, useEffect, useState } from 'react';
import { keyOf } from '../keyOf.ts';
import { isBehindDialog } from '../undoKeys.ts';
import type { NoteToSee } from '../useGoToNote.ts';

export interface Search {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** The note that search has come to. */
  readonly found: NoteToSee | undefined;
  readonly go: (noteId: NoteId) => void;
}

/** Search on the duk. Ctrl or ⌘ and F opens it in place of the browser's own, which cannot see what is painted. */
export function useSearch(isOn: boolean): Search {
  const [isOpen, setIsOpen] = useState(false);
  const [found, setFound] = useState<NoteToSee>();
  const open = useCallback(() => setIsOpen(true), []);
  const close = useCallback(() => {
    setIsOpen(false);
    setFound(undefined);
  }, []);
  const go = useCallback((noteId: NoteId) => setFound({ noteId }), []);
  useEffect(() => {
    if (!isOn) return;
    const hear = (event: KeyboardEvent): void => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && keyOf(event) === 'f';
      if (!isFind || isBehindDialog()) return;
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
