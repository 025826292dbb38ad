import type { PlanListReply } from '@duken/shared/protocol';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { dayInWords, useLanguage } from '../texts/index.ts';

interface PlanVersionsProps {
  readonly boardId: string;
  readonly plans: PlanListReply['plans'];
  readonly shown: number;
}

/** The versions along a time line, newest first. */
export function PlanVersions({ boardId, plans, shown }: PlanVersionsProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  return (
    <nav className="planVersions" aria-label={t('versions')}>
      <h2>{t('versions')}</h2>
      <ol className="plainList" reversed>
        {plans.toReversed().map(({ version, date, present, phase, state, isWhole, isUnreadable }) => (
          <li key={version}>
            <Link href={`/duk/${boardId}/plan/${version}`} aria-current={version === shown ? 'page' : undefined}>
              <strong>{t('version', { versjon: String(version) })}</strong>
              <time dateTime={date}>{dayInWords(date, language)}</time>
              <span>
                <span>{t('presentCount', { count: present })}</span>
                <span>{phase && ` · ${t(phase, { ns: 'journey' })}`}</span>
              </span>
              {state !== 'unasked' && <span>{t(`state-${state}`, { ns: 'planlife' })}</span>}
              {isUnreadable && <span>{t('isUnreadable')}</span>}
              {!isWhole && <span className="planVersions-broken">{t('isAltered')}</span>}
            </Link>
          </li>
        ))}
      </ol>
      <ul className="plainList planVersions-over">
        <li>
          <Link href={`/duk/${boardId}/ferden`}>{t('overTime', { ns: 'journey' })}</Link>
        </li>
        <li>
          <Link href={`/duk/${boardId}/rundt`}>{t('around', { ns: 'journey' })}</Link>
        </li>
        <li>
          <Link href={`/duk/${boardId}/puls`}>{t('pulse', { ns: 'journey' })}</Link>
        </li>
      </ul>
    </nav>
  );
}
