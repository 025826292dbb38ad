import { dimLook, dimLookInContrast, paperLook, paperLookInContrast, type SheetLook } from '@duken/shared/sheet';
import { useSyncExternalStore } from 'react';

const dim = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');

function subscribe(listener: () => void): () => void {
  for (const query of [dim, contrast]) query.addEventListener('change', listener);
  return () => {
    for (const query of [dim, contrast]) query.removeEventListener('change', listener);
  };
}

function lookNow(): SheetLook {
  if (contrast.matches) return dim.matches ? dimLookInContrast : paperLookInContrast;
  return dim.matches ? dimLook : paperLook;
}

/** The colours of the sheet for the light and the contrast that people have asked their device for. */
export function useSheetLook(): SheetLook {
  return useSyncExternalStore(subscribe, lookNow);
}
