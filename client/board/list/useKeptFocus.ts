import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** Where the focus was: on which control of which note, and which notes stood after and before it. */
interface FocusedPlace {
  readonly noteId: string;
  readonly control: string;
  readonly neighbours: readonly string[];
}

/**
 * Keeps the keyboard's place in the list when the board changes under it. A note that moves takes the focus with it; when
 * a note goes away, the focus lands on the same control of the next one. Notes carry `data-note`, their controls
 * `data-control`.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>): void {
  const place = useRef<FocusedPlace>(undefined);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      // A dialog gives the focus back when it closes; until then the place in the list still counts.
      if (target.closest('dialog')) return;
      place.current = list.current?.contains(target) ? placeOf(list.current, target) : undefined;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [list]);
  const restore = useCallback((): void => {
    const wanted = place.current;
    const active = document.activeElement;
    if (!wanted || !list.current || (active && active !== document.body)) return;
    for (const noteId of [wanted.noteId, ...wanted.neighbours]) {
      const note = noteIn(list.current, noteId);
      const control = note && (controlIn(note, wanted.control) ?? controlIn(note, 'options'));
      if (!control) continue;
      control.focus({ preventScroll: noteId === wanted.noteId && isOnScreen(control) });
      return;
    }
    place.current = undefined;
  }, [list]);
  // After every rendering, since any of them may have taken the focused control away.
  useLayoutEffect(restore);
  // A dialog closes after the rendering that moved the note, and gives the focus back to a control that is gone.
  useEffect(() => {
    document.addEventListener('close', restore, true);
    return () => document.removeEventListener('close', restore, true);
  }, [restore]);
}

function placeOf(list: HTMLElement, target: Element): FocusedPlace | undefined {
  const note = target.closest<HTMLElement>('[data-note]');
  const noteId = note?.dataset.note;
  if (!note || noteId === undefined) return undefined;
  const all = [...list.querySelectorAll<HTMLElement>('[data-note]')];
  const index = all.indexOf(note);
  return {
    noteId,
    control: target.closest<HTMLElement>('[data-control]')?.dataset.control ?? 'options',
    neighbours: [...all.slice(index + 1), ...all.slice(0, index).reverse()].map(({ dataset }) => dataset.note ?? ''),
  };
}

function noteIn(list: HTMLElement, noteId: string): HTMLElement | null {
  return list.querySelector<HTMLElement>(`[data-note="${CSS.escape(noteId)}"]`);
}

function controlIn(note: HTMLElement, control: string): HTMLElement | null {
  // What is open holds its controls; the button that opened it has the same name.
  const name = CSS.escape(control);
  return note.querySelector<HTMLElement>(`textarea, [data-control="${name}"]:is(button, select)`);
}

function isOnScreen(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
