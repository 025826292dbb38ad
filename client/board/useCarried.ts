import { useEffect, useMemo, useState } from 'react';

/** What somebody does things with. */
export type Hand = 'mouse' | 'touch' | 'keys';

/** What is in the hand, on its way to the sheet. */
export interface Carried {
  readonly by: Exclude<Hand, 'keys'>;
  /** What is to stand on the notes; none for one new note that is still to be written. */
  readonly texts: readonly string[];
}

/** New notes between *Ny lapp*, or the clipboard, and the cell where they are to lie. Escape lets them go. */
export function useCarried(): {
  readonly carried: Carried | undefined;
  readonly take: (carried: Carried) => void;
  readonly letGo: () => void;
} {
  const [carried, take] = useState<Carried>();
  useEffect(() => {
    if (!carried) return;
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      take(undefined);
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [carried]);
  return useMemo(() => ({ carried, take, letGo: () => take(undefined) }), [carried]);
}
