import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';

/** Tells whoever leads that somebody wants something read out. Whose it is stands with the words alone: others may see this screen. */
export function ReadOutLine({
  session,
  onShow,
}: {
  readonly session: BoardSession;
  readonly onShow: () => void;
}): ReactNode {
  const { t } = useTranslation('board');
  const quiet = session.quiet();
  const isAny = useSyncExternalStore(quiet.subscribe, () => quiet.read().toReadOut.length > 0);
  if (!isAny) return null;
  return (
    <>
      <span>{t('readOutWaits')}</span>
      <Button data-size="sm" variant="secondary" onClick={onShow}>
        {t('readOutShow')}
      </Button>
    </>
  );
}
