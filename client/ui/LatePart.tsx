import { Button } from '@digdir/designsystemet-react';
import { type FunctionComponent, type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from './FailureNote.tsx';
import { Waiting } from './Waiting.tsx';

/** A part of the pages that is fetched when it is first shown. */
export interface Part<Props> {
  readonly load: () => Promise<FunctionComponent<Props>>;
  /** Once it has come: the next page that shows it need not wait. */
  loaded?: FunctionComponent<Props>;
  /** While it is on its way. */
  coming?: Promise<void> | undefined;
  /** Told when it has come. */
  listeners?: Set<() => void>;
}

/** Begins to fetch a part that will be shown soon. Whether it comes is seen where it is shown. */
export function fetchPart<Props>(part: Part<Props>): void {
  bring(part).catch(() => undefined);
}

function bring<Props>(part: Part<Props>): Promise<void> {
  part.coming ??= part
    .load()
    .then((loaded) => {
      part.loaded = loaded;
      for (const listener of part.listeners ?? []) listener();
    })
    .finally(() => {
      part.coming = undefined;
    });
  return part.coming;
}

interface LatePartProps<Props> {
  readonly part: Part<Props>;
  /** Whether it is the whole page. */
  readonly isPage?: boolean;
  readonly show: (Loaded: FunctionComponent<Props>) => ReactNode;
}

/**
 * Shows a part when it has come. One that cannot be had (no network, a server that was updated meanwhile) says so in its own
 * place, and can be asked for again: `React.lazy` would break the page round it, for good.
 */
export function LatePart<Props>({ part, isPage = false, show }: LatePartProps<Props>): ReactNode {
  const subscribe = useCallback(
    (listener: () => void) => {
      part.listeners ??= new Set();
      part.listeners.add(listener);
      return () => part.listeners?.delete(listener);
    },
    [part],
  );
  // It may come at any moment, also between a drawing and what follows on it: whoever fetched it need not be this place.
  const loaded = useSyncExternalStore(subscribe, () => part.loaded);
  const [hasFailed, setHasFailed] = useState(false);
  const ask = useCallback(() => {
    setHasFailed(false);
    bring(part).catch(() => setHasFailed(true));
  }, [part]);
  useEffect(() => {
    if (!part.loaded) ask();
  }, [part, ask]);
  if (loaded) return show(loaded);
  return hasFailed ? <Missing onRetry={ask} /> : <Waiting isPage={isPage} />;
}

function Missing({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  const { t } = useTranslation('errors');
  return (
    <div className="partMissing">
      <FailureNote text={t('partMissing')} onRetry={onRetry} />
      <Button variant="tertiary" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </div>
  );
}
