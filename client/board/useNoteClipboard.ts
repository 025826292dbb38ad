import { type RefObject, useEffect, useRef } from 'react';
import { itemsIn, listOf } from './pastedList.ts';

/** Tells another window of ours that what is on the clipboard are notes, one for each item, and nothing to ask about. */
const ours = 'application/x-duken-notes';

interface NoteClipboard {
  /** Who has the keyboard when the keys are about notes. */
  readonly surface: RefObject<HTMLElement | null>;
  readonly mayWrite: boolean;
  /** The words of the notes that are meant now, in reading order. */
  readonly textsNow: () => readonly string[];
  readonly onCut: () => void;
  /** @param isNotes they were copied as notes; otherwise more than one may be a list, or one text of several lines */
  readonly onPaste: (items: readonly string[], text: string, isNotes: boolean) => void;
}

/** Copy, cut and paste of notes, by whatever keys and menus the system has for it. */
export function useNoteClipboard(clipboard: NoteClipboard): void {
  const latest = useRef(clipboard);
  latest.current = clipboard;
  useEffect(() => {
    const isOnSheet = (): boolean => document.activeElement === latest.current.surface.current;
    const copy = (event: ClipboardEvent): void => {
      const texts = latest.current.textsNow();
      if (!isOnSheet() || texts.length === 0 || !event.clipboardData) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', listOf(texts));
      event.clipboardData.setData(ours, String(texts.length));
      if (event.type === 'cut' && latest.current.mayWrite) latest.current.onCut();
    };
    const paste = (event: ClipboardEvent): void => {
      if (!isOnSheet() || !latest.current.mayWrite || !event.clipboardData) return;
      const text = event.clipboardData.getData('text/plain');
      const items = itemsIn(text);
      if (items.length === 0) return;
      event.preventDefault();
      const wasOne = event.clipboardData.getData(ours) === '1';
      latest.current.onPaste(wasOne ? [text] : items, text, event.clipboardData.types.includes(ours));
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, []);
}
