import { Button, Textfield } from '@digdir/designsystemet-react';
import { mostSurveyLinks } from '@duken/shared/protocol';
import { csvOf } from '@duken/shared/text';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../chart/index.ts';
import { createSurvey, type RequestFailure, readPulse, useFailureText, useRemote } from '../http/index.ts';
import { CopyField, FailureNote, TopBar, useDocumentTitle, Waiting } from '../ui/index.ts';
import { ResultTable } from './ResultTable.tsx';
import './survey.css';

type Made = Extract<Awaited<ReturnType<typeof createSurvey>>, { readonly ok: true }>['value'];

/** `/undersokelse`: a survey is made, and what was felt after meetings is seen added up; for those who lead. */
export function SurveyPage() {
  const { t } = useTranslation('survey');
  const [made, setMade] = useState<Made>();
  useDocumentTitle(`${t('title')} · Duken`);
  return (
    <div className="sheetPage surveyPage">
      <TopBar title={<p className="topBar-name">{t('title')}</p>} />
      <main className="cloth sheetPage-sheet surveyPage-sheet">
        <section>
          <h1>{t('makeTitle')}</h1>
          <p>{t('makeText')}</p>
          {made ? <Links made={made} /> : <NewSurvey onMade={setMade} />}
        </section>
        <section>
          <h2>{t('pulseResult')}</h2>
          <PulseResult />
        </section>
      </main>
    </div>
  );
}

function NewSurvey({ onMade }: { readonly onMade: (made: Made) => void }) {
  const { t } = useTranslation('survey');
  const failureText = useFailureText();
  const [typed, setTyped] = useState('50');
  const [isWrong, setIsWrong] = useState(false);
  const [isMaking, setIsMaking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isMaking) return;
    const links = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
    if (links < 5 || links > mostSurveyLinks) return setIsWrong(true);
    setIsMaking(true);
    const answer = await createSurvey({ links });
    setIsMaking(false);
    if (answer.ok) onMade(answer.value);
    else setFailure(answer.failure);
  };
  return (
    <form className="surveyForm" onSubmit={(event) => void make(event)}>
      <Textfield
        label={t('howMany')}
        description={t('howManyHelp')}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setIsWrong(false);
        }}
        error={isWrong && t('howManyWrong')}
      />
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <Button type="submit" aria-disabled={isMaking}>
        {t('make')}
      </Button>
    </form>
  );
}

function Links({ made }: { readonly made: Made }) {
  const { t } = useTranslation('survey');
  const save = (): void =>
    saveFile('lenker.csv', 'text/csv', csvOf([[t('link')], ...made.answerUrls.map((url) => [url])]));
  return (
    <div className="surveyForm">
      <h2>{t('madeTitle')}</h2>
      <p>{t('madeText')}</p>
      <CopyField label={t('resultLink')} value={made.resultUrl} />
      <label className="surveyLinks">
        <span>{t('answerLinks')}</span>
        <textarea readOnly rows={6} value={made.answerUrls.join('\n')} />
      </label>
      <Button onClick={save}>{t('saveLinks')}</Button>
    </div>
  );
}

function PulseResult() {
  const failureText = useFailureText();
  const remote = useRemote('pulse', readPulse);
  if (remote.kind === 'loading') return <Waiting />;
  if (remote.kind === 'failed') return <FailureNote text={failureText(remote.failure)} onRetry={remote.reload} />;
  return <ResultTable result={remote.value.result} />;
}
