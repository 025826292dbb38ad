import { type RefObject, useEffect, useState } from 'react';

/** Where the list has one column, or a screen is no taller than a phone on its side: there the composer takes the screen. */
const smallScreen = '(max-width: 700px), (max-height: 30em)';
/** Where the composer stands beside the notes, and both are seen. */
const twoColumns = '(min-width: 1000px)';

/** Whether one's own note is in sight from where one writes. */
export function isBesideNotes(): boolean {
  return matchMedia(twoColumns).matches && !matchMedia(smallScreen).matches;
}

/**
 * Whether what somebody writes in takes the whole screen: on a small one, from when they are in the box until they are out of
 * what lies round it. A keyboard that goes away, or a choice by thumb, leaves it as it is.
 *
 * @returns whether it does, what makes it so, and what ends it
 */
export function useFullScreen(part: RefObject<HTMLElement | null>): readonly [boolean, () => void, () => void] {
  const [isFull, setIsFull] = useState(false);
  useEffect(() => {
    if (!isFull) return;
    const leave = ({ target }: FocusEvent): void => {
      if (target instanceof Node && !part.current?.contains(target)) setIsFull(false);
    };
    const small = matchMedia(smallScreen);
    const grow = (): void => setIsFull(small.matches);
    document.addEventListener('focusin', leave);
    small.addEventListener('change', grow);
    return () => {
      document.removeEventListener('focusin', leave);
      small.removeEventListener('change', grow);
    };
  }, [isFull, part]);
  return [isFull, () => setIsFull(matchMedia(smallScreen).matches), () => setIsFull(false)];
}
