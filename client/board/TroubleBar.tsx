import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { useTrouble } from './useBoardSession.ts';

/** Says what stands in the way, what becomes of what one writes meanwhile, and goes away when it is over. */
export function TroubleBar({ session }: { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('board');
  const trouble = useTrouble(session);
  return (
    <div role="status">
      {trouble && (
        <p className="trouble">
          <span aria-hidden className="trouble-mark">
            !
          </span>
          <span>{t(`trouble-${trouble}`)}</span>
        </p>
      )}
    </div>
  );
}
