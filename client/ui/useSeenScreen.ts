import { type RefObject, useLayoutEffect } from 'react';

/**
 * Says in `--seen-top` and `--seen-height` of an element what of the page is seen while a keyboard lies over it: phones lay
 * theirs on top, and leave the page as tall as it was. Whoever has zoomed in has chosen what to see, and is left alone.
 */
export function useSeenScreen(element: RefObject<HTMLElement | null>, isOn: boolean): void {
  useLayoutEffect(() => {
    const { style } = element.current ?? {};
    const seen = window.visualViewport;
    if (!isOn || !style || !seen) return;
    const follow = (): void => {
      const isZoomed = seen.scale > 1.01;
      style.setProperty('--seen-top', isZoomed ? '0px' : `${seen.offsetTop}px`);
      style.setProperty('--seen-height', isZoomed ? '100dvh' : `${seen.height}px`);
    };
    follow();
    seen.addEventListener('resize', follow);
    seen.addEventListener('scroll', follow);
    return () => {
      seen.removeEventListener('resize', follow);
      seen.removeEventListener('scroll', follow);
    };
  }, [element, isOn]);
}
