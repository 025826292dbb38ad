import type { ProgrammeReply } from '@duken/shared/protocol';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { readProgramme, useFailureText, useRemote } from '../http/index.ts';
import { FailureNote, LanguageSwitch, Letter, TopBar, useDocumentTitle, Waiting } from '../ui/index.ts';
import { OwnCases } from './OwnCases.tsx';
import './programme.css';
import { ReportView } from './ReportView.tsx';

/** `/rapport`: what came of all cases together, in numbers that nobody can be found by; and the cases that one leads. */
export function ProgrammePage() {
  const { t } = useTranslation('programme');
  const failureText = useFailureText();
  const programme = useRemote('programme', readProgramme);
  useDocumentTitle(`${t('title')} · Duken`);
  const isNobodys =
    programme.kind === 'failed' &&
    programme.failure.kind === 'problem' &&
    [401, 403].includes(programme.failure.problem.status);
  if (isNobodys)
    return (
      <Letter title={t('notYours')}>
        <p>{t('notYoursText')}</p>
        <p>
          <Link href="/">{t('toFront')}</Link>
        </p>
      </Letter>
    );
  return (
    <div className="sheetPage programmePage">
      <TopBar title={<p className="topBar-name">{t('title')}</p>} end={<LanguageSwitch />} />
      <main className="cloth sheetPage-sheet programmePage-sheet">
        <header>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </header>
        {programme.kind === 'loading' && <Waiting />}
        {programme.kind === 'failed' && (
          <FailureNote text={failureText(programme.failure)} onRetry={programme.reload} />
        )}
        {programme.kind === 'here' && <Programme programme={programme.value} onChanged={programme.reload} />}
      </main>
    </div>
  );
}

function Programme({ programme, onChanged }: { readonly programme: ProgrammeReply; readonly onChanged: () => void }) {
  return (
    <>
      {programme.reports.map((told) => (
        <ReportView key={told.scope} told={told} />
      ))}
      {programme.cases && <OwnCases cases={programme.cases} onChanged={onChanged} />}
    </>
  );
}
