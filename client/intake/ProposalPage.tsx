import { Button } from '@digdir/designsystemet-react';
import { criteria } from '@duken/shared/intake';
import type { AccountReply, IntakeReply, ProposalReply } from '@duken/shared/protocol';
import type { Result } from '@duken/shared/result';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  changeProposal,
  type RequestFailure,
  readIntake,
  readProposal,
  stepProposal,
  useFailureText,
  useRemote,
} from '../http/index.ts';
import { dayInWords, momentInWords, namesInWords, useLanguage } from '../texts/index.ts';
import { Aloud, FailureNote, Waiting } from '../ui/index.ts';
import { ConsentStep } from './ConsentStep.tsx';
import { EndDialog } from './EndDialog.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { IntakeFrame } from './IntakeFrame.tsx';
import { MakeDukDialog } from './MakeDukDialog.tsx';
import { ProposalForm } from './ProposalForm.tsx';

/** `/inntak/:proposalId`: what the core team thinks of somebody, and the steps from proposed to a duk. */
export function ProposalPage({ proposalId }: { readonly proposalId: string }): ReactNode {
  const { t } = useTranslation('intake');
  const failureText = useFailureText();
  const remote = useRemote(`intake/${proposalId}`, () => readProposal(proposalId));
  const intake = useRemote('intake', readIntake);
  const [changed, setChanged] = useState<ProposalReply>();
  const proposal = changed ?? (remote.kind === 'here' ? remote.value : undefined);
  return (
    <IntakeFrame title={proposal?.called ?? t('title')}>
      {(account) => (
        <>
          {!proposal && remote.kind === 'loading' && <Waiting />}
          {!proposal && remote.kind === 'failed' && (
            <FailureNote text={failureText(remote.failure)} onRetry={remote.reload} />
          )}
          {intake.kind === 'failed' && proposal && (
            <FailureNote text={failureText(intake.failure)} onRetry={intake.reload} />
          )}
          {proposal && intake.kind === 'here' && (
            <Proposal proposal={proposal} intake={intake.value} account={account} onChanged={setChanged} />
          )}
          <div className="row">
            <Button asChild variant="tertiary">
              <Link href="/inntak">{t('backToList')}</Link>
            </Button>
          </div>
        </>
      )}
    </IntakeFrame>
  );
}

interface ProposalProps {
  readonly proposal: ProposalReply;
  readonly intake: IntakeReply;
  readonly account: AccountReply;
  readonly onChanged: (proposal: ProposalReply) => void;
}

type Opened = 'consent' | 'notNeeded' | 'declined' | 'duk' | 'erase';

function Proposal({ proposal, intake, account, onChanged }: ProposalProps): ReactNode {
  const { t } = useTranslation('intake');
  const failureText = useFailureText();
  const [isEditing, setIsEditing] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  /** What was done last: another value each time. */
  const [said, setSaid] = useState<{ readonly words: string }>();
  const [failure, setFailure] = useState<RequestFailure>();
  const [isAsking, setIsAsking] = useState(false);
  const status = useRef<HTMLParagraphElement>(null);
  const { proposalId, revision, state } = proposal;
  const isOpen = state === 'proposed' || state === 'asked' || state === 'consented';
  const keep = (next: ProposalReply, words: string): void => {
    onChanged(next);
    setSaid({ words });
    setIsEditing(false);
    setOpened(undefined);
  };
  // What was pressed may be gone with the step.
  useEffect(() => {
    if (said) status.current?.focus();
  }, [said]);
  const step = async (taken: () => Promise<Result<ProposalReply, RequestFailure>>, words: string): Promise<void> => {
    if (isAsking) return;
    setIsAsking(true);
    const next = await taken();
    setIsAsking(false);
    setFailure(next.ok ? undefined : next.failure);
    if (next.ok) keep(next.value, words);
  };
  const close = () => setOpened(undefined);
  const ask = (
    <Button
      variant={state === 'proposed' ? 'primary' : 'secondary'}
      aria-busy={isAsking}
      onClick={() => void step(() => stepProposal(proposalId, 'ask', revision), t('askedNow'))}
    >
      <span>{t('ask')}</span>
    </Button>
  );
  const leadsElse = proposal.leaderId !== undefined && proposal.leaderId !== account.accountId;
  return (
    <>
      <p className="intake-standing">
        <strong className="intake-state">{t(`state_${state}`)}</strong> <Since changedAt={proposal.changedAt} />
      </p>
      <Aloud className="intake-said" words={said?.words ?? ''} of={said} ref={status} />
      {proposal.isForErasing && <p className="intake-hint">{t('forErasingWhy', { count: intake.eraseAfterDays })}</p>}
      {failure && <FailureNote of={failure} text={failureText(failure)} />}
      {proposal.reason !== undefined && <p dir="auto">{t('reasonIs', { grunn: proposal.reason })}</p>}
      {proposal.consented && <ConsentGiven consented={proposal.consented} />}
      {state === 'consented' && leadsElse && <p>{t('anotherMakes', { navn: proposal.leader ?? t('noLeader') })}</p>}
      {/* A step would be taken from what stood there before. */}
      {!isEditing && (
        <div className="row">
          {state === 'proposed' && ask}
          {(state === 'proposed' || state === 'asked') && (
            <Button variant={state === 'asked' ? 'primary' : 'secondary'} onClick={() => setOpened('consent')}>
              {t('consent')}
            </Button>
          )}
          {state === 'consented' && !leadsElse && <Button onClick={() => setOpened('duk')}>{t('makeDuk')}</Button>}
          {isOpen && (
            <>
              <Button variant="secondary" onClick={() => setOpened('notNeeded')}>
                {t('notNeeded')}
              </Button>
              <Button variant="secondary" onClick={() => setOpened('declined')}>
                {t('declined')}
              </Button>
            </>
          )}
          {(state === 'notNeeded' || state === 'declined') && (
            <Button
              variant="secondary"
              aria-busy={isAsking}
              onClick={() => void step(() => stepProposal(proposalId, 'reopen', revision), t('reopened'))}
            >
              <span>{t('reopen')}</span>
            </Button>
          )}
          {proposal.boardId !== undefined && (
            <Button asChild>
              <Link href={`/duk/${proposal.boardId}`}>{t('toDuk')}</Link>
            </Button>
          )}
        </div>
      )}
      {(state === 'underway' || state === 'closed') && proposal.boardId === undefined && <p>{t('othersCase')}</p>}
      {isEditing ? (
        <ProposalForm
          leaders={intake.leaders}
          before={proposal}
          send={(words) => changeProposal(proposalId, { revision, ...words })}
          onSaved={(next) => keep(next, t('saved'))}
          onCancel={() => setIsEditing(false)}
        />
      ) : (
        <ProposalWords proposal={proposal} />
      )}
      {isOpen && !isEditing && (
        <div className="row">
          <Button variant="secondary" onClick={() => setIsEditing(true)}>
            {t('edit')}
          </Button>
        </div>
      )}
      <ProposalLog log={proposal.log} />
      {state !== 'underway' && state !== 'closed' && (
        <div className="row">
          <Button variant="tertiary" data-color="danger" onClick={() => setOpened('erase')}>
            {t('erase')}
          </Button>
        </div>
      )}
      <ConsentStep
        proposal={proposal}
        open={opened === 'consent'}
        onClose={close}
        onSaved={(next) => keep(next, t('consentedNow'))}
      />
      <EndDialog
        proposal={proposal}
        as={opened === 'declined' ? 'declined' : 'notNeeded'}
        open={opened === 'notNeeded' || opened === 'declined'}
        onClose={close}
        onSaved={(next) => keep(next, t('ended'))}
      />
      <MakeDukDialog proposal={proposal} open={opened === 'duk'} onClose={close} />
      <EraseDialog proposalId={proposalId} open={opened === 'erase'} onClose={close} />
    </>
  );
}

function Since({ changedAt }: { readonly changedAt: number }): ReactNode {
  const { t } = useTranslation('intake');
  return <span className="muted">{t('since', { tid: momentInWords(changedAt, useLanguage()) })}</span>;
}

function ConsentGiven({ consented }: { readonly consented: NonNullable<ProposalReply['consented']> }): ReactNode {
  const { t } = useTranslation('intake');
  const language = useLanguage();
  const { givenBy, givenOn, until, services, words } = consented;
  return (
    <div className="intake-consent">
      <p>
        {t('consentGiven', {
          navn: givenBy,
          dag: dayInWords(givenOn, language),
          til: dayInWords(until, language),
          tjenester: namesInWords(services, language),
        })}
      </p>
      <blockquote dir="auto">{words}</blockquote>
    </div>
  );
}

/** What the core team thinks, to read. */
function ProposalWords({ proposal }: { readonly proposal: ProposalReply }): ReactNode {
  const { t } = useTranslation('intake');
  const hasCase = proposal.state === 'underway' || proposal.state === 'closed';
  return (
    <>
      <dl className="intake-facts">
        {!hasCase &&
          criteria.map((criterion) => (
            <div key={criterion}>
              <dt>{t(criterion)}</dt>
              <dd>{t(proposal.criteria[criterion])}</dd>
            </div>
          ))}
        <div>
          <dt>{t('leaderIs')}</dt>
          <dd>{proposal.leader ?? t('noLeader')}</dd>
        </div>
      </dl>
      {!hasCase && (
        <section className="intake-team" aria-labelledby="intake-team-read">
          <h2 id="intake-team-read">{t('team')}</h2>
          {proposal.team.length === 0 && <p>{t('noTeam')}</p>}
          <ul className="plainList intake-members">
            {proposal.team.map(({ name, service, why }) => (
              <li key={`${name} ${service} ${why}`}>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                {service !== undefined && <span className="muted">{` · ${service}`}</span>}
                <p dir="auto">{why}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ProposalLog({ log }: Pick<ProposalReply, 'log'>): ReactNode {
  const { t } = useTranslation('intake');
  const { t: sentence } = useTranslation('log');
  const language = useLanguage();
  return (
    <details className="intake-log">
      <summary>{t('log')}</summary>
      <ol className="plainList" reversed>
        {log.map(({ number, at, name, did }) => (
          <li key={number}>
            <span dir="auto">{sentence(did, { hvem: name })}</span>
            <span className="muted">{` · ${momentInWords(at, language)}`}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
