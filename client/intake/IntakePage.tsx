import { Button } from '@digdir/designsystemet-react';
import type { ProposalState } from '@duken/shared/intake';
import type { IntakeReply, ProposalInListReply } from '@duken/shared/protocol';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { readIntake, useFailureText, useRemote } from '../http/index.ts';
import { momentInWords, useLanguage } from '../texts/index.ts';
import { FailureNote, Waiting } from '../ui/index.ts';
import { IntakeFrame } from './IntakeFrame.tsx';

/** What a visitor of the list came from: said once, where they land. */
export const erasedState = 'proposalErased';

const groups = {
  open: ['proposed', 'asked', 'consented'],
  case: ['underway', 'closed'],
  ended: ['notNeeded', 'declined'],
} as const satisfies Readonly<Record<string, readonly ProposalState[]>>;
const groupNames = ['open', 'case', 'ended'] as const;

/** `/inntak`: those whom the core team has been told of, by how far they have come. */
export function IntakePage(): ReactNode {
  const { t } = useTranslation('intake');
  return <IntakeFrame title={t('title')}>{() => <IntakeList />}</IntakeFrame>;
}

function IntakeList(): ReactNode {
  const { t } = useTranslation('intake');
  const failureText = useFailureText();
  const intake = useRemote('intake', readIntake);
  const cameFrom = useHistoryState<unknown>();
  return (
    <>
      <p>{t('about')}</p>
      <p role="status">{cameFrom === erasedState && t('erased')}</p>
      <div className="row">
        <Button asChild>
          <Link href="/inntak/ny">{t('propose')}</Link>
        </Button>
      </div>
      {intake.kind === 'loading' && <Waiting />}
      {intake.kind === 'failed' && <FailureNote text={failureText(intake.failure)} onRetry={intake.reload} />}
      {intake.kind === 'here' && <Groups intake={intake.value} />}
    </>
  );
}

function Groups({ intake: { proposals } }: { readonly intake: IntakeReply }): ReactNode {
  const { t } = useTranslation('intake');
  const id = useId();
  if (proposals.length === 0) return <p>{t('none')}</p>;
  return groupNames.map((group) => {
    const states: readonly ProposalState[] = groups[group];
    const some = proposals.filter(({ state }) => states.includes(state));
    if (some.length === 0) return null;
    return (
      <section key={group} aria-labelledby={`${id}-${group}`}>
        <h2 id={`${id}-${group}`} className="intake-group">
          {t(`group_${group}`, { count: some.length })}
        </h2>
        <ul className="plainList intake-list">
          {some.map((proposal) => (
            <li key={proposal.proposalId}>
              <ProposalInList proposal={proposal} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function ProposalInList({ proposal }: { readonly proposal: ProposalInListReply }): ReactNode {
  const { t } = useTranslation('intake');
  const language = useLanguage();
  const { proposalId, called, state, leader, changedAt, isForErasing } = proposal;
  return (
    <Link href={`/inntak/${proposalId}`} className="intake-one">
      <bdi className="intake-called">{called}</bdi>
      <span className="intake-state">{t(`state_${state}`)}</span>
      <span className="muted">
        {[
          ...(leader === undefined ? [] : [t('ledBy', { navn: leader })]),
          t('since', { tid: momentInWords(changedAt, language) }),
        ].join(' · ')}
      </span>
      {isForErasing && <strong className="intake-erase">{t('forErasing')}</strong>}
    </Link>
  );
}
