interface Press {
  readonly x: number;
  readonly y: number;
  /** In ms since the page was opened. */
  readonly at: number;
  readonly by?: 'mouse' | 'pen' | 'touch';
  readonly shift?: boolean;
  /** Which pointer it is. */
  readonly id?: number;
  /** How many presses in a row a mouse event counts. */
  readonly detail?: number;
  /** Which buttons are down, as bits. */
  readonly buttons?: number;
}

/** A pointer or mouse event, as a browser would make it. */
export function press(
  kind: string,
  { x, y, at, by = 'mouse', shift = false, id = 1, detail = 0, buttons = 1 }: Press,
): PointerEvent {
  const event = new Event(kind, { cancelable: true });
  const facts = { clientX: x, clientY: y, timeStamp: at, pointerType: by, shiftKey: shift, detail, buttons };
  for (const [name, value] of Object.entries({ pointerId: id, button: 0, pressure: 0.5, ...facts }))
    Object.defineProperty(event, name, { value });
  return event as PointerEvent;
}

/** The part of the stage that pointers meet, at the corner of the page. */
export class FakeSurface extends EventTarget {
  readonly element = this as unknown as HTMLElement;

  getBoundingClientRect() {
    return { left: 0, top: 0 };
  }

  contains(target: unknown): boolean {
    return target === this;
  }

  setPointerCapture(): void {}

  /** An event on its way to the surface, as the window hears it first. */
  hears(event: PointerEvent): PointerEvent {
    Object.defineProperty(event, 'target', { value: this });
    return event;
  }
}
