import { Button } from '@digdir/designsystemet-react';
import { problemKindOf } from '@duken/shared/protocol';
import { type Marks, staffQuestions } from '@duken/shared/survey';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerSurvey, openSurvey, type RequestFailure, useFailureText, useRemote } from '../http/index.ts';
import { FailureNote, Letter, Waiting } from '../ui/index.ts';
import { QuestionFields } from './QuestionFields.tsx';
import './survey.css';
import { useSurveySecret } from './surveySecret.ts';

/** `/undersokelse/svar#secret`: two questions for one of the staff. Opening the page changes nothing. */
export function AnswerPage() {
  const { t } = useTranslation('survey');
  const secret = useSurveySecret();
  if (!secret)
    return (
      <Letter title={t('noLinkTitle')}>
        <p>{t('noLinkText')}</p>
      </Letter>
    );
  return <Answer secret={secret} />;
}

function Answer({ secret }: { readonly secret: string }) {
  const { t } = useTranslation('survey');
  const failureText = useFailureText();
  const opened = useRemote('survey', () => openSurvey(secret));
  const [marks, setMarks] = useState<Marks>({});
  const [fault, setFault] = useState<RequestFailure | 'empty'>();
  const [stage, setStage] = useState<'open' | 'sending' | 'sent'>('open');

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (stage !== 'open') return;
    if (Object.values(marks).every((options) => options.length === 0)) return setFault('empty');
    setStage('sending');
    const sent = await answerSurvey({
      secret,
      marks: Object.fromEntries(Object.entries(marks).map(([id, options]) => [id, [...options]])),
    });
    setFault(sent.ok ? undefined : sent.failure);
    setStage(sent.ok ? 'sent' : 'open');
  };
  const wordsOf = (failure: RequestFailure): string => (isGone(failure) ? t('gone') : failureText(failure));

  if (stage === 'sent')
    return (
      <Letter title={t('thanksTitle')}>
        <p role="status">{t('thanksText')}</p>
      </Letter>
    );
  if (opened.kind === 'loading') return <Waiting isPage />;
  if (opened.kind === 'failed')
    return (
      <Letter title={t('answerTitle')}>
        <FailureNote text={wordsOf(opened.failure)} {...(!isGone(opened.failure) && { onRetry: opened.reload })} />
      </Letter>
    );
  return (
    <Letter title={t('answerTitle')}>
      <p>{t('answerText')}</p>
      <form className="surveyForm" onSubmit={(event) => void send(event)}>
        <QuestionFields
          questions={staffQuestions}
          marks={marks}
          onChange={(next) => {
            setFault(undefined);
            setMarks(next);
          }}
        />
        {fault && <FailureNote text={fault === 'empty' ? t('markSomething') : wordsOf(fault)} of={fault} />}
        <Button type="submit" aria-disabled={stage === 'sending'}>
          {t('send')}
        </Button>
      </form>
    </Letter>
  );
}

function isGone(failure: RequestFailure): boolean {
  return failure.kind === 'problem' && problemKindOf(failure.problem) === 'linkRefused';
}
