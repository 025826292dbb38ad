import { useEffect } from 'react';

/** Of a key that is pressed, what tells which one it is. */
export type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** Ctrl or ⌘ and Z takes back; with Shift as well, or with Y, it is done again. @returns undefined for any other key */
export function undoOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Key): 'undo' | 'redo' | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' ? 'redo' : undefined;
}

/** Wherever on the page somebody was last. Boxes with words in them have their own, and behind a dialog nobody sees what changes. */
export function useUndoKeys(actions: Readonly<Record<'undo' | 'redo', () => void>>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const hear = (event: KeyboardEvent): void => {
      const asked = undoOf(event);
      if (!asked || isTextBox(event.target) || document.querySelector('dialog:modal')) return;
      event.preventDefault();
      actions[asked]();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [actions, isOn]);
}

const wordless = new Set(['radio', 'checkbox']);

/** Whether keys pressed there are words. */
export function isTextBox(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !wordless.has(target.type));
}
