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
  /** The last presses that the sheet acted on: several hands press by turns. */
  #acted: readonly PointerEvent[] = [];
  /** Where each pointer's press began, and what is to be kept from everything there; a mouse event tells no pointer. */
  readonly #presses = new Map<number | undefined, { readonly beganOnSurface: boolean; readonly isKept: boolean }>();

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
    this.#acted = [...this.#acted.slice(-7), event];
  }

  readonly #hear = (event: MouseEvent): void => {
    const isOnSurface = this.#surface.contains(event.target as Node);
    if (event.type === 'pointerdown') {
      const press = { beganOnSurface: isOnSurface, isKept: !isOnSurface && this.#isMeantForSheet(event) };
      this.#presses.set((event as PointerEvent).pointerId, press).set(undefined, press);
    }
    // A key makes a click too, which comes from nowhere on the screen.
    if (isOnSurface || (event.type === 'click' && event.detail === 0)) return;
    const { pointerId } = event as Partial<PointerEvent>;
    const press = this.#presses.get(pointerId) ?? this.#presses.get(undefined);
    if (!press || !(press.isKept || (press.beganOnSurface && this.#isMeantForSheet(event)))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'pointerup' && press.isKept) this.#onSecondPress(event as PointerEvent);
  };

  #isMeantForSheet(event: MouseEvent): boolean {
    return this.#acted.some((acted) => isSameHand(acted, event));
  }
}

function preventDefault(event: Event): void {
  if (event.cancelable) event.preventDefault();
}
