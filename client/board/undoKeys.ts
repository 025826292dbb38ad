import { useEffect } from 'react';
import { type Key, keyOf } from './keyOf.ts';

/** Ctrl or ⌘ and Z takes back; with Shift as well, or with Y, it is done again. @returns undefined for any other key */
export function undoOf(key: Key): 'undo' | 'redo' | undefined {
  if (!(key.ctrlKey || key.metaKey) || key.altKey) return undefined;
  const letter = keyOf(key);
  if (letter === 'z') return key.shiftKey ? 'redo' : 'undo';
  return letter === 'y' ? 'redo' : undefined;
}

/**
 * Alt and L changes between canvas and list. In a box with words Alt writes letters on a Mac, such as the Polish ł: there it
 * is the writer's.
 */
export function isViewKey(key: Key, isInTextBox: boolean): boolean {
  if (!key.altKey || key.ctrlKey || key.metaKey) return false;
  return isInTextBox ? key.key.toLowerCase() === 'l' : keyOf(key) === 'l';
}

/** Wherever on the page somebody was last. Boxes with words in them have their own. */
export function useUndoKeys(actions: Readonly<Record<'undo' | 'redo', () => void>>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const hear = (event: KeyboardEvent): void => {
      const asked = undoOf(event);
      if (!asked || isTextBox(event.target) || isBehindDialog()) return;
      event.preventDefault();
      actions[asked]();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [actions, isOn]);
}

/** Whether a dialog lies over the page: nobody sees what keys do behind it. */
export function isBehindDialog(): boolean {
  return document.querySelector('dialog:modal') !== null;
}

const wordless = new Set(['radio', 'checkbox']);

/** Whether keys pressed there are words. */
export function isTextBox(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !wordless.has(target.type));
}
