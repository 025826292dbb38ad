import { problemKindOf } from '@duken/shared/protocol';
import { useTranslation } from 'react-i18next';
import { readSurvey, useFailureText, useRemote } from '../http/index.ts';
import { FailureNote, TopBar, useDocumentTitle, Waiting } from '../ui/index.ts';
import { ResultTable } from './ResultTable.tsx';
import './survey.css';
import { useSurveySecret } from './surveySecret.ts';

/** `/undersokelse/resultat#secret`: what may be told of a survey so far. */
export function ResultPage() {
  const { t } = useTranslation('survey');
  const secret = useSurveySecret();
  useDocumentTitle(`${t('resultTitle')} · Duken`);
  return (
    <div className="sheetPage surveyPage">
      <TopBar title={<p className="topBar-name">{t('title')}</p>} />
      <main className="cloth sheetPage-sheet surveyPage-sheet">
        <h1>{t('resultTitle')}</h1>
        {secret ? <Result secret={secret} /> : <p>{t('noLinkText')}</p>}
      </main>
    </div>
  );
}

function Result({ secret }: { readonly secret: string }) {
  const { t } = useTranslation('survey');
  const failureText = useFailureText();
  const remote = useRemote('survey result', () => readSurvey(secret));
  if (remote.kind === 'loading') return <Waiting />;
  if (remote.kind === 'failed') {
    const { failure } = remote;
    const isGone = failure.kind === 'problem' && problemKindOf(failure.problem) === 'linkRefused';
    return <FailureNote text={isGone ? t('noLinkText') : failureText(failure)} onRetry={remote.reload} />;
  }
  return (
    <>
      <ResultTable result={remote.value.result} />
      <p className="muted">{t('linksLeft', { count: remote.value.linksLeft })}</p>
    </>
  );
}
