type Held = Partial<Record<'shift' | 'alt' | 'ctrl' | 'meta', boolean>>;

/** What a browser tells of one key that is pressed. */
export function press(key: string, { shift = false, alt = false, ctrl = false, meta = false }: Held = {}) {
  return { key, shiftKey: shift, altKey: alt, ctrlKey: ctrl, metaKey: meta };
}
