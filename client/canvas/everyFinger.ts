/** What a press acts on. */
const controls = 'button, a[href], input, textarea, select, summary, label, [role="button"]';
/** How far a finger may slide on a button and still press it, in CSS pixels. */
const slide = 24;

interface Press {
  readonly control: HTMLElement;
  readonly x: number;
  readonly y: number;
}

/**
 * A browser makes a click only of a finger that is alone on the screen. Here every other finger's tap on a button becomes one
 * too, whatever the others do meanwhile. The keyboard stays where it is, unless it is a field that was tapped.
 *
 * @returns stops it
 */
export function hearEveryFinger(area: Document | HTMLElement): () => void {
  const ending = new AbortController();
  /** The presses on controls under way, by touch. */
  const presses = new Map<number, Press>();
  /** The touches that had company: the browser makes no click of them. */
  const inCompany = new Set<number>();
  const options = { signal: ending.signal, capture: true } as const;
  const end = (event: TouchEvent): void => {
    for (const { identifier, clientX, clientY } of event.changedTouches) {
      const press = presses.get(identifier);
      presses.delete(identifier);
      if (!inCompany.delete(identifier) || !press || event.type === 'touchcancel' || event.defaultPrevented) continue;
      if (Math.hypot(clientX - press.x, clientY - press.y) > slide || !press.control.isConnected) continue;
      // Should a browser make a click of it after all, there would be two.
      if (event.cancelable) event.preventDefault();
      press.control.dispatchEvent(
        new PointerEvent('click', {
          ...{ bubbles: true, cancelable: true, composed: true, detail: 1, pointerType: 'touch' },
          ...{ clientX, clientY, view: window },
        }),
      );
      if (press.control.matches('input, textarea, select')) press.control.focus();
    }
    if (event.touches.length === 0) {
      presses.clear();
      inCompany.clear();
    }
  };
  area.addEventListener(
    'touchstart',
    (event) => {
      const { changedTouches, touches } = event as TouchEvent;
      for (const { identifier, target, clientX: x, clientY: y } of changedTouches) {
        const control = target instanceof Element ? target.closest<HTMLElement>(controls) : null;
        if (control) presses.set(identifier, { control, x, y });
      }
      if (touches.length > 1) for (const { identifier } of touches) inCompany.add(identifier);
    },
    { ...options, passive: true },
  );
  area.addEventListener('touchend', (event) => end(event as TouchEvent), { ...options, passive: false });
  area.addEventListener('touchcancel', (event) => end(event as TouchEvent), options);
  return () => ending.abort();
}
