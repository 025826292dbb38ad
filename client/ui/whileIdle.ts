import { useEffect, useState } from 'react';

/** Safari has no idle callbacks: there the next step comes after what waits already. */
const whenIdle: (step: () => void) => () => void =
  typeof requestIdleCallback === 'function'
    ? (step) => {
        const asked = requestIdleCallback(step);
        return () => cancelIdleCallback(asked);
      }
    : (step) => {
        const asked = setTimeout(step, 50);
        return () => clearTimeout(asked);
      };

/**
 * For much that nobody sees at once: it is rendered a little at a time, while the page has nothing else to do.
 *
 * @param total how many there are
 * @param step how many more each time
 * @returns how many may be rendered now; never fewer than before
 */
export function useGrowingWhileIdle(total: number, step: number): number {
  const [upTo, setUpTo] = useState(0);
  useEffect(() => (upTo < total ? whenIdle(() => setUpTo(upTo + step)) : undefined), [upTo, total, step]);
  return upTo;
}
