import { Button } from '@digdir/designsystemet-react';
import type { PlanVersion } from '@duken/shared/plan';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFailureText } from '../http/index.ts';
import { FailureNote, TopBar, useDocumentTitle, ViewSwitch, Waiting } from '../ui/index.ts';
import './progress.css';
import { usePlanVersions } from './usePlanVersions.ts';

interface ProgressPageProps {
  readonly boardId: string;
  readonly current: 'journey' | 'services';
  /** What is shown of a case with at least one version that can be read. */
  readonly show: (versions: readonly PlanVersion[]) => ReactNode;
}

/** The frame of what a case's versions show together: the way to the other views, and what is said while there is nothing. */
export function ProgressPage({ boardId, current, show }: ProgressPageProps) {
  const { t } = useTranslation('progress');
  const failureText = useFailureText();
  const plans = usePlanVersions(boardId);
  const title = t(`${current}Title`);
  useDocumentTitle(`${title} · Duken`);
  return (
    <div className="sheetPage progressPage">
      <TopBar
        title={<p className="topBar-name">{title}</p>}
        middle={<ViewSwitch boardId={boardId} current="plan" hasPlan />}
      />
      <main className="cloth sheetPage-sheet progressPage-sheet">
        <nav className="progressPage-views" aria-label={t('views')}>
          <Link href={`/duk/${boardId}/plan`}>{t('toPlan')}</Link>
          <Link href={`/duk/${boardId}/ferden`} aria-current={current === 'journey' ? 'page' : undefined}>
            {t('journeyTitle')}
          </Link>
          <Link href={`/duk/${boardId}/rundt`} aria-current={current === 'services' ? 'page' : undefined}>
            {t('servicesTitle')}
          </Link>
        </nav>
        <div className="progressPage-head">
          <h1>{title}</h1>
          <Button variant="secondary" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
        {plans.kind === 'loading' && <Waiting />}
        {plans.kind === 'failed' && <FailureNote text={failureText(plans.failure)} onRetry={plans.reload} />}
        {plans.kind === 'here' && plans.value.leftOut > 0 && (
          <p className="muted">{t('leftOut', { count: plans.value.leftOut })}</p>
        )}
        {plans.kind === 'here' && show(plans.value.versions)}
      </main>
    </div>
  );
}

export function NothingYet({ text }: { readonly text: string }) {
  const { t } = useTranslation('progress');
  return (
    <section>
      <h2>{t('nothingTitle')}</h2>
      <p>{text}</p>
    </section>
  );
}
