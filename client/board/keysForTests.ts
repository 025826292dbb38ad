import type { Key } from './keyOf.ts';

type Held = Partial<Record<'shift' | 'alt' | 'ctrl' | 'meta', boolean>> & { readonly code?: string };

/** What a browser tells of one key that is pressed; a letter stands where it does on most keyboards. */
export function press(
  key: string,
  { shift = false, alt = false, ctrl = false, meta = false, code = placeOf(key) }: Held = {},
): Key {
  return { key, code, shiftKey: shift, altKey: alt, ctrlKey: ctrl, metaKey: meta };
}

function placeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  return /^\d$/.test(key) ? `Digit${key}` : key;
}
