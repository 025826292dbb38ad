import { Button } from '@digdir/designsystemet-react';
import { isDay } from '@duken/shared/board';
import type { MeetingReply } from '@duken/shared/protocol';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarFileUrl, changeMeeting, type RequestFailure, useFailureText } from '../http/index.ts';
import { dayInWords, useLanguage } from '../texts/index.ts';
import { FailureNote } from '../ui/index.ts';
import { NextDateField } from './NextDateField.tsx';

/** When they meet again, as they said at the last meeting: what was frozen stands, and this can still be changed. */
export function NextMeeting({ boardId, last }: { readonly boardId: string; readonly last: MeetingReply }) {
  const { t } = useTranslation('meeting');
  const { t: boardText } = useTranslation('board');
  const language = useLanguage();
  const failureText = useFailureText();
  const { nextDate = '' } = last;
  const [day, setDay] = useState(nextDate);
  const [failure, setFailure] = useState<RequestFailure>();
  const [isSaved, setIsSaved] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (day !== '' && !isDay(day)) return;
    const saved = await changeMeeting(boardId, last.meetingId, { nextDate: day === '' ? null : day });
    setFailure(saved.ok ? undefined : saved.failure);
    setIsSaved(saved.ok);
  };

  return (
    <form className="meeting-next" aria-labelledby="meeting-next" onSubmit={(event) => void save(event)} noValidate>
      <h3 id="meeting-next">
        {nextDate === '' ? t('nextUnset') : boardText('nextMeeting', { day: dayInWords(nextDate, language) })}
      </h3>
      <div className="row">
        <NextDateField
          value={day}
          onChange={(next) => {
            setIsSaved(false);
            setDay(next);
          }}
        />
        <Button type="submit" variant="secondary">
          {boardText('save')}
        </Button>
      </div>
      {failure && <FailureNote text={failureText(failure)} />}
      <p className="muted" role="status">
        {isSaved && `✓ ${t('saved')}`}
      </p>
      {nextDate !== '' && (
        <p>
          <a href={calendarFileUrl(boardId)} download="duken.ics">
            {t('calendar')}
          </a>
        </p>
      )}
    </form>
  );
}
