import { Button } from '@digdir/designsystemet-react';
import type { StatusCalendarReply, StatusReply } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeStatusCalendar, type RequestFailure, useFailureText, withdrawStatusCalendars } from '../http/index.ts';
import { dayInWords, dayOf, useLanguage } from '../texts/index.ts';
import { Aloud, CopyField, FailureNote } from '../ui/index.ts';

interface AnswerCalendarProps {
  readonly secret: string | undefined;
  readonly calendars: number;
  readonly onChanged: (status: StatusReply) => void;
}

/** The days of what one has said yes to, in one's own calendar: an address for it, and the way to end it. */
export function AnswerCalendar({ secret, calendars, onChanged }: AnswerCalendarProps) {
  const { t } = useTranslation('answer');
  const language = useLanguage();
  const failureText = useFailureText();
  const [made, setMade] = useState<StatusCalendarReply>();
  const [isAsking, setIsAsking] = useState(false);
  const [hasWithdrawn, setHasWithdrawn] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();

  const make = async () => {
    if (isAsking) return;
    setIsAsking(true);
    const answer = await makeStatusCalendar(secret);
    setIsAsking(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    setMade(answer.value);
    setHasWithdrawn(false);
  };
  const withdraw = async () => {
    if (isAsking) return;
    setIsAsking(true);
    const answer = await withdrawStatusCalendars(secret);
    setIsAsking(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    setMade(undefined);
    setHasWithdrawn(true);
    onChanged(answer.value);
  };
  return (
    <details className="answer-item answer-more answer-calendar">
      <summary>{t('calendar')}</summary>
      <p>{t('calendarText')}</p>
      {made ? (
        <>
          <CopyField label={t('calendarLink')} value={made.url} />
          <p className="muted">{t('calendarMade', { dato: dayInWords(dayOf(new Date(made.expiresAt)), language) })}</p>
          <div className="row">
            <Button asChild variant="secondary">
              <a href={made.url} download="duken.ics">
                {t('calendarDownload')}
              </a>
            </Button>
          </div>
        </>
      ) : (
        <div className="row">
          <Button variant="secondary" aria-busy={isAsking} onClick={() => void make()}>
            {t('calendarMake')}
          </Button>
        </div>
      )}
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      {(made || calendars > 0) && (
        <div className="row">
          <Button variant="tertiary" data-color="danger" onClick={() => void withdraw()}>
            {t('calendarWithdraw')}
          </Button>
        </div>
      )}
      <Aloud className="answer-thanks" words={hasWithdrawn ? t('calendarWithdrawn') : ''} />
    </details>
  );
}
