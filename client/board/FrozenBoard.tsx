import type { FrozenDuk } from '@duken/shared/plan';
import { lazy, type ReactNode, Suspense } from 'react';
import { Waiting } from '../ui/index.ts';

/** The canvas brings Konva with it, which a phone that shows the duk as a list need not wait for. */
const FrozenSheet = lazy(async () => ({ default: (await import('./FrozenSheet.tsx')).FrozenSheet }));

/** The duk as it lay when a version was frozen, with the template and the names of that day. */
export function FrozenBoard({ planVersion }: { readonly planVersion: FrozenDuk }): ReactNode {
  return (
    <Suspense fallback={<Waiting />}>
      <FrozenSheet planVersion={planVersion} />
    </Suspense>
  );
}
