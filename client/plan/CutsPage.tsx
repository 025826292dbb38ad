import { Button } from '@digdir/designsystemet-react';
import { may } from '@duken/shared/access';
import type { CutReply, MeReply } from '@duken/shared/protocol';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listCuts, type RequestFailure, useFailureText, useRemote, withdrawCut } from '../http/index.ts';
import { CasePage, FailureNote, Waiting } from '../ui/index.ts';
import { CutCard } from './CutCard.tsx';
import './plan.css';
import './cuts.css';

interface CutsPageProps {
  readonly boardId: string;
  readonly me: MeReply;
}

/** `/duk/:boardId/utdrag`: who has been given what of the plans, for whoever leads and whom the plan is about. */
export function CutsPage({ boardId, me }: CutsPageProps): ReactNode {
  const { t } = useTranslation('cuts');
  return (
    <CasePage boardId={boardId} me={me} title={t('title')}>
      {may(me, 'readCuts') ? (
        <>
          <p>{t('about')}</p>
          <CutList boardId={boardId} me={me} />
        </>
      ) : (
        <p>{t('notYours')}</p>
      )}
      <div className="row">
        <Button asChild variant="tertiary">
          <Link href={`/duk/${boardId}/plan`}>{t('toPlan')}</Link>
        </Button>
      </div>
    </CasePage>
  );
}

function CutList({ boardId, me }: CutsPageProps): ReactNode {
  const { t } = useTranslation('cuts');
  const failureText = useFailureText();
  const cuts = useRemote(`${boardId}/cuts`, () => listCuts(boardId));
  const [withdrawing, setWithdrawing] = useState<string>();
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<RequestFailure>();
  const gives = may(me, 'giveCuts');
  const withdraw = async ({ cutId, recipient }: CutReply): Promise<void> => {
    if (withdrawing !== undefined) return;
    setWithdrawing(cutId);
    setFailure(undefined);
    const withdrawn = await withdrawCut(boardId, cutId);
    setWithdrawing(undefined);
    if (withdrawn.ok) setSaid(t('withdrawnNow', { navn: recipient }));
    else setFailure(withdrawn.failure);
    cuts.reload();
  };
  if (cuts.kind === 'loading') return <Waiting />;
  if (cuts.kind === 'failed') return <FailureNote text={failureText(cuts.failure)} onRetry={cuts.reload} />;
  return (
    <>
      <p role="status">{said}</p>
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      {cuts.value.length === 0 && <p>{t('none')}</p>}
      {cuts.value.map((cut) => (
        <CutCard
          key={cut.cutId}
          boardId={boardId}
          cut={cut}
          layout={me.layout}
          canRead={gives}
          onWithdraw={gives ? () => void withdraw(cut) : undefined}
          isWithdrawing={withdrawing === cut.cutId}
        />
      ))}
    </>
  );
}
