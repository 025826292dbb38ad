import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { KeptWords, Modal } from '../ui/index.ts';
import { useKept } from './useBoardSession.ts';

/** Shows what a rule of the duk kept off it, until somebody says that they have what they need. */
export function KeptDialog({ session }: { readonly session: BoardSession }): ReactNode {
  const { t } = useTranslation('board');
  const kept = useKept(session);
  return (
    <Modal open={kept.length > 0} onClose={() => session.letKeptGo()} title={t('keptTitle')} isKept>
      <p>{t('keptText')}</p>
      <KeptWords kept={kept} onDone={() => session.letKeptGo()} />
    </Modal>
  );
}
