import { describe, expect, it } from 'vitest';
import { commandOf } from './canvasKeys.ts';
import { press } from './keysForTests.ts';

describe('keys on the sheet', () => {
  it.each([
    ['an arrow goes on', press('ArrowDown'), { kind: 'step', direction: 'down' }],
    ['Shift and an arrow moves the sheet', press('ArrowLeft', { shift: true }), { kind: 'pan', direction: 'left' }],
    ['Alt and an arrow moves the note', press('ArrowUp', { alt: true }), { kind: 'moveNote', direction: 'up' }],
    ['Enter writes', press('Enter'), { kind: 'write' }],
    ['n lays a new note', press('n'), { kind: 'newNote' }],
    ['N does too, with Caps Lock on', press('N'), { kind: 'newNote' }],
    ['m moves to another cell', press('m'), { kind: 'moveTo' }],
    ['t makes a tiltak', press('t'), { kind: 'action' }],
    ['Delete deletes', press('Delete'), { kind: 'delete' }],
    ['0 shows everything', press('0'), { kind: 'showAll' }],
    ['Home shows everything', press('Home'), { kind: 'showAll' }],
    ['Escape leaves', press('Escape'), { kind: 'leave' }],
    ['Ctrl and D lays one more', press('d', { ctrl: true }), { kind: 'duplicate' }],
    ['⌘ and D does too', press('d', { meta: true }), { kind: 'duplicate' }],
    ['Space chooses', press(' '), { kind: 'select' }],
  ])('%s', (_, key, command) => {
    expect(commandOf(key, true)).toEqual(command);
  });

  it('zooms in and out by as much', () => {
    const closer = commandOf(press('+', { shift: true }), true);
    const farther = commandOf(press('-'), true);
    if (closer?.kind !== 'zoom' || farther?.kind !== 'zoom') throw new Error('no zoom');
    expect(closer.factor).toBeGreaterThan(1);
    expect(closer.factor * farther.factor).toBeCloseTo(1);
  });

  it('leaves the browser and the page their own', () => {
    for (const key of [
      press('z', { ctrl: true }),
      press('c', { ctrl: true }),
      press('n', { ctrl: true }),
      press('+', { ctrl: true }),
      press('p', { meta: true }),
      press('Tab'),
      press('F5'),
      press('æ'),
      press('d', { alt: true }),
    ])
      expect(commandOf(key, true)).toBeUndefined();
  });

  it('lets those who only read look around, and change nothing', () => {
    for (const key of ['n', 'p', 'Enter', 'F2', 'Delete', 'Backspace', 'm', 't'])
      expect(commandOf(press(key), false)).toBeUndefined();
    for (const key of ['ArrowDown', '+', '-', '0', 'Home', 'Escape'])
      expect(commandOf(press(key), false)).toBeDefined();
  });
});
