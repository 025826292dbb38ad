import { dimLook, paperLook, type SheetLook } from '@duken/shared/sheet';
import { useSyncExternalStore } from 'react';

const dim = matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  dim.addEventListener('change', listener);
  return () => dim.removeEventListener('change', listener);
}

/** The colours of the sheet for the light people have asked their device for. */
export function useSheetLook(): SheetLook {
  return useSyncExternalStore(subscribe, () => (dim.matches ? dimLook : paperLook));
}
