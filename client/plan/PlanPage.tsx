import type { PlanVersion } from '@duken/shared/plan';
import { type PlanListReply, problemKindOf } from '@duken/shared/protocol';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { readPlan, useFailureText, useLetter, usePlans, useRemote } from '../http/index.ts';
import { letterLanguage, templateIn, useLanguage } from '../texts/index.ts';
import { FailureNote, Letter, TopBar, useDocumentTitle, ViewSwitch, Waiting } from '../ui/index.ts';
import { Downloads } from './Downloads.tsx';
import './plan.css';
import { MeetingEnd } from './MeetingEnd.tsx';
import { OwnCuts } from './OwnCuts.tsx';
import { PlanChain } from './PlanChain.tsx';
import { PlanChanges } from './PlanChanges.tsx';
import { PlanDuk } from './PlanDuk.tsx';
import { PlanLetter } from './PlanLetter.tsx';
import { PlanNotShown } from './PlanNotShown.tsx';
import { PlanVersions } from './PlanVersions.tsx';

interface PlanPageProps {
  readonly boardId: string;
  /** The newest when none is named. */
  readonly version?: number;
  /** Draws the duk as it was; without it, its picture is shown. */
  readonly frozenBoard?: (planVersion: PlanVersion) => ReactNode;
  /** Whether it is approved, and what can be done about it. */
  readonly standing?: (planVersion: PlanVersion) => ReactNode;
}

/** `/duk/:boardId/plan/:version`: a version to read aloud, the others along a time line, and what changed since. */
export function PlanPage({ boardId, version, frozenBoard, standing }: PlanPageProps) {
  const { t } = useTranslation('plan');
  const failureText = useFailureText();
  const plans = usePlans(boardId);
  if (plans.kind === 'loading') return <Waiting isPage />;
  if (plans.kind === 'failed') {
    const refusal = (
      <Letter title={t('failedTitle')}>
        <FailureNote text={failureText(plans.failure)} onRetry={plans.reload} />
      </Letter>
    );
    const isForOthers = plans.failure.kind === 'problem' && problemKindOf(plans.failure.problem) === 'plansNotGiven';
    return isForOthers ? <OwnCuts boardId={boardId} none={refusal} /> : refusal;
  }
  const shown = version ?? plans.value.plans.at(-1)?.version;
  if (shown === undefined) return <NoPlanYet boardId={boardId} />;
  return (
    <PlanOfVersion
      boardId={boardId}
      version={shown}
      list={plans.value}
      {...(frozenBoard !== undefined && { frozenBoard })}
      {...(standing !== undefined && { standing })}
    />
  );
}

function PlanOfVersion({
  boardId,
  version,
  list,
  frozenBoard,
  standing,
}: PlanPageProps & { readonly version: number; readonly list: PlanListReply }) {
  const { t } = useTranslation('plan');
  const failureText = useFailureText();
  const remote = useRemote(`${boardId}/plans/${version}`, () => readPlan(boardId, version));
  const language = useLanguage();
  const frozen = remote.kind === 'here' ? remote.value.planVersion : undefined;
  const planVersion = useMemo(
    () => frozen && { ...frozen, template: templateIn(frozen.template, language) },
    [frozen, language],
  );
  const letterIn = letterLanguage(language);
  const letter = useLetter(boardId, version, { lang: letterIn });
  const title = planVersion?.plan.title ?? t('title');
  useDocumentTitle(`${t('title')} · ${t('version', { versjon: String(version) })}`);
  return (
    <div className="planPage">
      <TopBar
        title={
          <p className="topBar-name" dir="auto">
            {title}
          </p>
        }
        middle={<ViewSwitch boardId={boardId} current="plan" hasPlan />}
        end={planVersion && <Downloads boardId={boardId} version={version} />}
      />
      <div className="planPage-columns">
        <PlanVersions boardId={boardId} plans={list.plans} shown={version} />
        {planVersion && standing && <div className="planPage-standing">{standing(planVersion)}</div>}
        <main className="planPage-middle">
          <MeetingEnd boardId={boardId} />
          {remote.kind === 'loading' && <Waiting />}
          {remote.kind === 'failed' && (
            <PlanNotShown boardId={boardId} version={version} failure={remote.failure} onRetry={remote.reload} />
          )}
          {planVersion && (
            <>
              {letter.kind === 'loading' && <Waiting />}
              {letter.kind === 'failed' && <FailureNote text={failureText(letter.failure)} onRetry={letter.reload} />}
              {letter.kind === 'here' && <PlanLetter letter={letter.value} boardId={boardId} />}
              <PlanDuk planVersion={planVersion} {...(frozenBoard !== undefined && { frozenBoard })} />
            </>
          )}
        </main>
        <aside className="planPage-side" aria-label={t('changesAndChain')}>
          {planVersion && <PlanChanges boardId={boardId} version={version} plans={list.plans} />}
          {planVersion && remote.kind === 'here' && (
            <PlanChain
              boardId={boardId}
              version={version}
              frozenAt={planVersion.frozenAt}
              sha256={remote.value.sha256}
              isWhole={remote.value.chainIsWhole}
            />
          )}
        </aside>
      </div>
    </div>
  );
}

function NoPlanYet({ boardId }: { readonly boardId: string }) {
  const { t } = useTranslation('plan');
  return (
    <Letter title={t('noPlanTitle')}>
      <p>{t('noPlanText')}</p>
      <div className="row">
        <Link href={`/duk/${boardId}`}>{t('toBoard')}</Link>
      </div>
    </Letter>
  );
}
