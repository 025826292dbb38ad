import type { Point } from './viewport.ts';

/**
 * A press this soon after one that the sheet acted on, in ms, and this near it, in CSS pixels, still belongs to it: the
 * finger's own click, or the second tap of somebody used to double clicks.
 */
const sameHandMs = 400;
const sameHandReach = { mouse: 12, pen: 16, touch: 24 } as const;

/** Everything by which a press can be heard. */
const pressEvents = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const;

/**
 * Keeps a press on the sheet from reaching what it brought up. The sheet acts when the finger leaves it, and an editor or its
 * tools may then lie where the finger was; the browser goes on to make a click of the same tap, for whatever is there by then.
 */
export class PressGuard {
  readonly #surface: HTMLElement;
  readonly #onSecondPress: (event: PointerEvent) => void;
  #acted: (Point & { readonly timeStamp: number; readonly pointerType: string }) | undefined;
  #beganOnSurface = false;
  /** The press that is under way beside the sheet is kept from everything there. */
  #isKept = false;

  /** @param onSecondPress called when a press that fell on what had come up, and was meant for the sheet, is let go of */
  constructor(surface: HTMLElement, signal: AbortSignal, onSecondPress: (event: PointerEvent) => void) {
    this.#surface = surface;
    this.#onSecondPress = onSecondPress;
    // The one thing that tells a browser not to make a click of a tap.
    surface.addEventListener('touchend', preventDefault, { signal, passive: false });
    for (const kind of pressEvents) window.addEventListener(kind, this.#hear, { signal, capture: true });
  }

  /** The sheet has done what this press asked for. */
  acted({ clientX: x, clientY: y, timeStamp, pointerType }: PointerEvent): void {
    this.#acted = { x, y, timeStamp, pointerType };
  }

  readonly #hear = (event: MouseEvent): void => {
    const isOnSurface = this.#surface.contains(event.target as Node);
    if (event.type === 'pointerdown') {
      this.#beganOnSurface = isOnSurface;
      this.#isKept = !isOnSurface && this.#isSameHand(event);
    }
    // A key makes a click too, which comes from nowhere on the screen.
    if (isOnSurface || (event.type === 'click' && event.detail === 0)) return;
    if (!(this.#isKept || (this.#beganOnSurface && this.#isSameHand(event)))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'pointerup' && this.#isKept) this.#onSecondPress(event as PointerEvent);
  };

  #isSameHand(event: MouseEvent): boolean {
    const acted = this.#acted;
    if (!acted || event.timeStamp - acted.timeStamp > sameHandMs) return false;
    const reach = sameHandReach[acted.pointerType as keyof typeof sameHandReach] ?? sameHandReach.mouse;
    return Math.hypot(event.clientX - acted.x, event.clientY - acted.y) <= reach;
  }
}

function preventDefault(event: Event): void {
  if (event.cancelable) event.preventDefault();
}
