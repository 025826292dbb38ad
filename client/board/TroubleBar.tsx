import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession, Trouble } from '../session/index.ts';
import { useTrouble } from './useBoardSession.ts';

/** What may be over the moment somebody has done something about it. */
const worthATry: readonly Trouble[] = ['noLine', 'noServer', 'cannotLoad', 'tooManyWindows', 'boardFull'];

/** Says what stands in the way, what becomes of what one writes meanwhile, and goes away when it is over. */
export function TroubleBar({ session }: { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation('common');
  const trouble = useTrouble(session);
  return (
    <div role="status">
      {trouble && (
        <div className="trouble">
          <span aria-hidden className="trouble-mark">
            !
          </span>
          <span>{t(`trouble-${trouble}`)}</span>
          {worthATry.includes(trouble) && (
            <Button data-size="sm" variant="secondary" onClick={() => session.tryAgain()}>
              {common('tryAgain')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
