/** A press this soon after another, in ms, and this near it, in CSS pixels, belongs to it: a double click, or a finger's own click. */
const sameHandMs = 400;
const sameHandReach = { mouse: 12, pen: 16, touch: 24 } as const;

type Press = Pick<PointerEvent, 'clientX' | 'clientY' | 'timeStamp'>;

export function isSameHand(before: Press & Pick<PointerEvent, 'pointerType'>, now: Press): boolean {
  const reach = sameHandReach[before.pointerType as keyof typeof sameHandReach] ?? sameHandReach.mouse;
  const distance = Math.hypot(now.clientX - before.clientX, now.clientY - before.clientY);
  return now.timeStamp - before.timeStamp <= sameHandMs && distance <= reach;
}

/** Everything by which a press can be heard. */
const pressEvents = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const;

/**
 * Keeps a press on the sheet from reaching what it brought up. The sheet acts when the finger leaves it, and an editor or its
 * tools may then lie where the finger was; the browser goes on to make a click of the same tap, for whatever is there by then.
 */
export class PressGuard {
  readonly #surface: HTMLElement;
  readonly #onSecondPress: (event: PointerEvent) => void;
  #acted: PointerEvent | undefined;
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
  acted(event: PointerEvent): void {
    this.#acted = event;
  }

  readonly #hear = (event: MouseEvent): void => {
    const isOnSurface = this.#surface.contains(event.target as Node);
    if (event.type === 'pointerdown') {
      this.#beganOnSurface = isOnSurface;
      this.#isKept = !isOnSurface && this.#isMeantForSheet(event);
    }
    // A key makes a click too, which comes from nowhere on the screen.
    if (isOnSurface || (event.type === 'click' && event.detail === 0)) return;
    if (!(this.#isKept || (this.#beganOnSurface && this.#isMeantForSheet(event)))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'pointerup' && this.#isKept) this.#onSecondPress(event as PointerEvent);
  };

  #isMeantForSheet(event: MouseEvent): boolean {
    return this.#acted !== undefined && isSameHand(this.#acted, event);
  }
}

function preventDefault(event: Event): void {
  if (event.cancelable) event.preventDefault();
}
