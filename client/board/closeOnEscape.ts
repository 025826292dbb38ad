import type { KeyboardEvent } from 'react';

/** Escape in a note's tools closes them, and lets go of nothing that another hand at the table holds. */
export function closeOnEscape(onClose: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
}
