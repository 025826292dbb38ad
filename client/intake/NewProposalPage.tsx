import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { propose, readIntake, useFailureText, useRemote } from '../http/index.ts';
import { FailureNote, Waiting } from '../ui/index.ts';
import { IntakeFrame } from './IntakeFrame.tsx';
import { ProposalForm } from './ProposalForm.tsx';

/** `/inntak/ny`: somebody is proposed. */
export function NewProposalPage(): ReactNode {
  const { t } = useTranslation('intake');
  return <IntakeFrame title={t('newTitle')}>{() => <NewProposal />}</IntakeFrame>;
}

function NewProposal(): ReactNode {
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  const intake = useRemote('intake', readIntake);
  if (intake.kind === 'loading') return <Waiting />;
  if (intake.kind === 'failed') return <FailureNote text={failureText(intake.failure)} onRetry={intake.reload} />;
  return (
    <ProposalForm
      leaders={intake.value.leaders}
      send={propose}
      onSaved={({ proposalId }) => navigate(`/inntak/${proposalId}`, { replace: true })}
      onCancel={() => navigate('/inntak')}
    />
  );
}
