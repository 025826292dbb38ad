import { describe, expect, it } from 'vitest';
import { press } from './keysForTests.ts';
import { undoOf } from './undoKeys.ts';

describe('keys that take back', () => {
  it.each([
    ['Ctrl+Z takes back', press('z', { ctrl: true }), 'undo'],
    ['⌘Z takes back', press('z', { meta: true }), 'undo'],
    ['Ctrl+Z takes back with Caps Lock on', press('Z', { ctrl: true }), 'undo'],
    ['Ctrl+Shift+Z does it again', press('Z', { ctrl: true, shift: true }), 'redo'],
    ['Ctrl+Y does it again', press('y', { ctrl: true }), 'redo'],
  ])('%s', (_, key, asked) => {
    expect(undoOf(key)).toBe(asked);
  });

  it('are no others', () => {
    // AltGr is Ctrl and Alt together, and writes letters.
    for (const key of [
      press('z'),
      press('Z', { shift: true }),
      press('z', { ctrl: true, alt: true }),
      press('c', { ctrl: true }),
    ])
      expect(undoOf(key)).toBeUndefined();
  });
});
