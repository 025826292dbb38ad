import { useEffect, useRef } from 'react';
import { appOnDevice } from '../device/index.ts';
import { useSessionStore } from '../session/index.ts';

/** Takes a newer version of the program where somebody goes from one page to another, and nothing that they wrote is on its way. */
export function NewVersion({ path }: { readonly path: string }): null {
  const store = useSessionStore();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    appOnDevice?.betweenPages(() => !store.holdsWork());
  }, [path, store]);
  return null;
}
