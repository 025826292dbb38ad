import { Button } from '@digdir/designsystemet-react';
import type { MeetingReply, ParticipantReply } from '@duken/shared/protocol';
import { XMarkIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { dayInWords, namesInWords, useLanguage } from '../texts/index.ts';

interface PlanReadyProps {
  readonly boardId: string;
  readonly meeting: MeetingReply;
  readonly participants: readonly ParticipantReply[];
  readonly onDismiss: () => void;
}

/** *Planen er klar* on every screen: the way to it for those who may read it, and whom to ask for those who may not. */
export function PlanReady({ boardId, meeting, participants, onDismiss }: PlanReadyProps): ReactNode {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation('common');
  const language = useLanguage();
  const leaders = new Set(
    participants.filter(({ role, state }) => role === 'leader' && state === 'in').map(({ name }) => name),
  );
  const name = leaders.size === 0 ? t('leaderWord') : namesInWords([...leaders], language, 'disjunction');
  return (
    <div className="notice planReady">
      <span>
        <strong>{t('planReady')}</strong>
        {meeting.nextDate !== undefined && (
          <span>{` ${t('nextMeeting', { day: dayInWords(meeting.nextDate, language) })}`}</span>
        )}
        {meeting.version === undefined && <span>{` ${t('planAsk', { name })}`}</span>}
      </span>
      {meeting.version !== undefined && (
        <Button asChild data-size="sm" variant="secondary">
          <Link href={`/duk/${boardId}/plan/${meeting.version}`}>{t('seePlan')}</Link>
        </Button>
      )}
      <button type="button" className="notice-close" aria-label={common('close')} onClick={onDismiss}>
        <XMarkIcon aria-hidden />
      </button>
    </div>
  );
}
