import { Button } from '@digdir/designsystemet-react';
import { may } from '@duken/shared/access';
import type { MeReply } from '@duken/shared/protocol';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { BoardSession } from '../session/index.ts';
import { CasePage } from '../ui/index.ts';
import { PhotographPart } from './PhotographPart.tsx';
import { PrintPart } from './PrintPart.tsx';
import './paper.css';

interface PaperPageProps {
  readonly session: BoardSession;
  readonly boardId: string;
  readonly me: MeReply;
}

/** `/duk/:boardId/papir`: an empty duk to print, and what was written on one, from a photograph onto the duk. */
export function PaperPage({ session, boardId, me }: PaperPageProps): ReactNode {
  const { t } = useTranslation('paper');
  return (
    <CasePage boardId={boardId} me={me} title={t('title')}>
      {may(me, 'write') && session.mayWrite ? (
        <>
          <p>{t('about')}</p>
          <PrintPart boardId={boardId} />
          <PhotographPart session={session} />
        </>
      ) : (
        <p>{t('notYours')}</p>
      )}
      <div className="row">
        <Button asChild variant="tertiary">
          <Link href={`/duk/${boardId}`}>{t('toDuk')}</Link>
        </Button>
      </div>
    </CasePage>
  );
}
