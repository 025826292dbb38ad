import type { Action } from '@duken/shared/board';
import { reporterOf } from '@duken/shared/people';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, dayOf, useLanguage } from '../../texts/index.ts';

/** What is agreed about a note: who, for which service, by when, and how far it has come. */
export function ActionStrip({ action }: { readonly action: Action }): ReactNode {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const who = [action.owner, action.service].filter(Boolean).join(' · ') || t('noOwner');
  const when = action.due ? t('dueBy', { day: dayInWords(action.due, language) }) : t('noDate');
  return (
    <p className="actionStrip">
      <span className="ds-sr-only">{`${t('actionTitle')}: `}</span>
      <span>{who}</span>
      <span aria-hidden>·</span>
      <span>{when}</span>
      <span className={`statusMark statusMark-${action.status}`}>{t(`status_${action.status}`)}</span>
      <Reported action={action} />
    </p>
  );
}

/** Who told how far it has come, and on which day, where somebody was asked. */
export function Reported({ action }: { readonly action: Action }): ReactNode {
  const { t } = useTranslation('list');
  const language = useLanguage();
  const name = reporterOf(action);
  if (name === undefined || action.reportedAt === undefined) return null;
  const day = dayInWords(dayOf(new Date(action.reportedAt)), language, { year: false });
  return <span className="actionReported">{t('reported', { name, day })}</span>;
}
