import type { Direction } from './canvasFocus.ts';
import { type Key, keyOf } from './keyOf.ts';

/** What a key asks for on the sheet. */
export type KeyCommand =
  | { readonly kind: 'step' | 'pan' | 'moveNote'; readonly direction: Direction }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'showAll' | 'leave' | 'newNote' | 'pen' }
  /** On the focused cell or note, or on all notes that are chosen. */
  | { readonly kind: 'write' | 'delete' | 'moveTo' | 'action' | 'select' | 'duplicate' };

const arrows: Readonly<Record<string, Direction | undefined>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const plainKeys: Readonly<Record<string, KeyCommand | undefined>> = {
  '+': { kind: 'zoom', factor: 1.25 },
  '=': { kind: 'zoom', factor: 1.25 },
  '-': { kind: 'zoom', factor: 1 / 1.25 },
  0: { kind: 'showAll' },
  Home: { kind: 'showAll' },
  Escape: { kind: 'leave' },
  ' ': { kind: 'select' },
};

const writersKeys: Readonly<Record<string, KeyCommand | undefined>> = {
  n: { kind: 'newNote' },
  p: { kind: 'pen' },
  Enter: { kind: 'write' },
  F2: { kind: 'write' },
  Delete: { kind: 'delete' },
  Backspace: { kind: 'delete' },
  m: { kind: 'moveTo' },
  t: { kind: 'action' },
};

/** Reads a key pressed on the sheet; undefined when it is the browser's. */
export function commandOf(key: Key, mayWrite: boolean): KeyCommand | undefined {
  const direction = arrows[key.key];
  const letter = keyOf(key);
  if (direction) return { kind: key.shiftKey ? 'pan' : key.altKey ? 'moveNote' : 'step', direction };
  if ((key.ctrlKey || key.metaKey) && !key.altKey && !key.shiftKey && letter === 'd' && mayWrite)
    return { kind: 'duplicate' };
  if (key.ctrlKey || key.metaKey || key.altKey) return undefined;
  return plainKeys[letter] ?? (mayWrite ? writersKeys[letter] : undefined);
}
