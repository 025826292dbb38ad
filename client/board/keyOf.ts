/** Of a key that is pressed, what tells which one it is. */
export type Key = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/**
 * What a key is called in a shortcut: the letter or sign that it writes. Where it writes none of our alphabet (Cyrillic,
 * Greek, Arabic, or whatever Alt writes on a Mac) it is the letter or digit that stands there on a keyboard that has them.
 */
export function keyOf({ key, code, altKey }: Pick<Key, 'key' | 'code' | 'altKey'>): string {
  // A dead key waits for the letter that it is to stand over.
  if (/^\w{2,}$/.test(key) && key !== 'Dead') return key;
  if (/^[ -~]$/.test(key) || (/^\p{Script=Latin}$/u.test(key) && !altKey)) return key.toLowerCase();
  const place = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code);
  return place?.[1]?.toLowerCase() ?? place?.[2] ?? key;
}
