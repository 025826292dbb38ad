import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSurface, press } from './handsForTests.ts';
import { PressGuard } from './pressGuard.ts';

const surface = new FakeSurface();
const ending = new AbortController();
const seconds: PointerEvent[] = [];
let guard: PressGuard;

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  seconds.length = 0;
  guard = new PressGuard(surface.element, ending.signal, (event) => seconds.push(event));
});
afterEach(() => vi.unstubAllGlobals());

/** What somebody's button hears of a press: what nothing stopped on its way there. */
function heardBeside(...events: readonly Event[]): readonly string[] {
  return events.filter((event) => window.dispatchEvent(event)).map(({ type }) => type);
}

/** A tap on the sheet that the sheet has acted on, at 100, 100 and 1000 ms. */
function tapOnSheet(): void {
  window.dispatchEvent(surface.hears(press('pointerdown', { x: 100, y: 100, at: 980, by: 'touch' })));
  guard.acted(press('pointerup', { x: 100, y: 100, at: 1000, by: 'touch' }));
}

describe('a press that brought something up under itself', () => {
  it('makes no click at all of a tap', () => {
    const touchEnd = new Event('touchend', { cancelable: true });
    surface.dispatchEvent(touchEnd);
    expect(touchEnd.defaultPrevented).toBe(true);
  });

  it('keeps its own click from what has come up, where the browser makes one all the same', () => {
    tapOnSheet();
    const own = ['mousedown', 'mouseup', 'click'].map((kind) => press(kind, { x: 100, y: 100, at: 1010, detail: 1 }));
    expect(heardBeside(...own)).toEqual([]);
    expect(seconds).toEqual([]);
  });

  it('takes a second tap at the same place for the sheet', () => {
    tapOnSheet();
    const second = [
      press('pointerdown', { x: 108, y: 95, at: 1200, by: 'touch' }),
      press('pointerup', { x: 108, y: 95, at: 1390, by: 'touch' }),
      press('click', { x: 108, y: 95, at: 1450, detail: 1 }),
    ];
    expect(heardBeside(...second)).toEqual([]);
    expect(seconds.map(({ timeStamp }) => timeStamp)).toEqual([1390]);
  });

  it.each([
    ['later', { x: 100, y: 100, at: 1401 }],
    ['elsewhere', { x: 130, y: 100, at: 1100 }],
  ])('leaves alone what is pressed %s', (_, at) => {
    tapOnSheet();
    const other = ['pointerdown', 'pointerup', 'click'].map((kind) => press(kind, { ...at, detail: 1 }));
    expect(heardBeside(...other)).toEqual(['pointerdown', 'pointerup', 'click']);
    expect(seconds).toEqual([]);
  });

  it('leaves alone a click that a key makes', () => {
    tapOnSheet();
    expect(heardBeside(press('click', { x: 100, y: 100, at: 1010, detail: 0 }))).toEqual(['click']);
  });
});
