import type { FollowUpReply } from '@duken/shared/protocol';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

type Case = FollowUpReply['cases'][number];
/** How many cases are shown before what needs a person: those with most over. */
const firstCases = 4;
const parts = ['done', 'open', 'over'] as const;

interface CaseBarsProps {
  readonly cases: readonly Case[];
  readonly journey: (boardId: string) => ReactNode;
}

/** Each case with a bar of what is done, in time and over, and how far it has come. */
export function CaseBars({ cases, journey }: CaseBarsProps) {
  const { t } = useTranslation('followUp');
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? cases : cases.slice(0, firstCases);
  return (
    <section aria-labelledby="cases">
      <h2 id="cases" className="ds-sr-only">
        {t('cases')}
      </h2>
      <ul className="plainList week-cases">
        {shown.map((one) => (
          <li key={one.boardId} className="week-case">
            <Link href={`/duk/${one.boardId}?vis=tiltak`} dir="auto">
              {one.title}
            </Link>
            <Bar counts={one} />
            <span className="muted">{t('caseSum', { done: one.done, open: one.open, over: one.over })}</span>
            <Journey title={one.title}>{journey(one.boardId)}</Journey>
          </li>
        ))}
      </ul>
      {shown.length < cases.length && (
        <button type="button" className="week-more" onClick={() => setShowsAll(true)}>
          {t('showCases', { count: cases.length })}
        </button>
      )}
    </section>
  );
}

/** Folded away, and fetched when it is asked for. */
function Journey({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation('followUp');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="week-journey" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary aria-label={t('journeyOf', { tittel: title })}>{t('journey')}</summary>
      {isOpen && children}
    </details>
  );
}

/** What the words below it say, as lengths. */
function Bar({ counts }: { readonly counts: Case }) {
  const all = parts.reduce((sum, part) => sum + counts[part], 0);
  let start = 0;
  return (
    <svg className="week-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="week-bar-none" width="100" height="8" />
      {parts.map((part) => {
        const width = all === 0 ? 0 : (100 * counts[part]) / all;
        start += width;
        return <rect key={part} className={`week-bar-${part}`} x={start - width} width={width} height="8" />;
      })}
    </svg>
  );
}
