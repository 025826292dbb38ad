import { Button } from '@digdir/designsystemet-react';
import { type Marks, pulseQuestions } from '@duken/shared/survey';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { givePulse, type RequestFailure, readPulseState, useFailureText, useRemote } from '../http/index.ts';
import { FailureNote, Letter, Waiting } from '../ui/index.ts';
import { QuestionFields } from './QuestionFields.tsx';
import './survey.css';

/** `/duk/:boardId/puls`: three taps on how the meeting was, which nobody sees but added up. */
export function PulsePage({ boardId }: { readonly boardId: string }) {
  const { t } = useTranslation('survey');
  const failureText = useFailureText();
  const state = useRemote(`${boardId}/pulse`, () => readPulseState(boardId));
  const [marks, setMarks] = useState<Marks>({});
  const [failure, setFailure] = useState<RequestFailure | 'empty'>();
  const [isSending, setIsSending] = useState(false);
  const [thanks, setThanks] = useState<'pulseThanks' | 'pulseExample'>();

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isSending) return;
    if (Object.keys(marks).length === 0) return setFailure('empty');
    setIsSending(true);
    const given = Object.fromEntries(Object.entries(marks).map(([id, options]) => [id, [...options]]));
    const sent = await givePulse(boardId, { marks: given });
    setIsSending(false);
    if (sent.ok) setThanks(sent.value.counted ? 'pulseThanks' : 'pulseExample');
    else setFailure(sent.failure);
  };

  if (state.kind === 'loading') return <Waiting isPage />;
  const told =
    thanks ??
    (state.kind === 'here' && state.value.state !== 'open'
      ? ({ given: 'pulseGiven', none: 'pulseNone', notAsked: 'pulseNotAsked' } as const)[state.value.state]
      : undefined);
  return (
    <Letter title={t('pulseTitle')}>
      {state.kind === 'failed' && <FailureNote text={failureText(state.failure)} onRetry={state.reload} />}
      {told && <p role="status">{t(told)}</p>}
      {state.kind === 'here' && !told && (
        <form className="surveyForm" onSubmit={(event) => void send(event)}>
          <p>{t('pulseText')}</p>
          <QuestionFields
            questions={pulseQuestions}
            marks={marks}
            onChange={(next) => {
              setFailure(undefined);
              setMarks(next);
            }}
          />
          {failure && (
            <FailureNote text={failure === 'empty' ? t('markSomething') : failureText(failure)} of={failure} />
          )}
          <Button type="submit" aria-disabled={isSending}>
            {t('send')}
          </Button>
        </form>
      )}
      <p>
        <Link href={`/duk/${boardId}/plan`}>{t('toPlan')}</Link>
      </p>
    </Letter>
  );
}
