import { Button } from '@digdir/designsystemet-react';
import { dayAfter, isDay } from '@duken/shared/board';
import type { PlanVersion } from '@duken/shared/plan';
import { maxLifeLine } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agreeOnTime, approvePlan, type RequestFailure, releasePlan, useFailureText } from '../http/index.ts';
import { dayInWords, dayNow, useLanguage } from '../texts/index.ts';
import { DateField, FailureNote, LineField, Modal } from '../ui/index.ts';

/** What a leader can note of a version. */
export type HappeningKind = 'spoken' | 'time' | 'release';

interface HappeningDialogProps {
  /** Nothing: it is closed. */
  readonly kind: HappeningKind | undefined;
  readonly title: string;
  readonly planVersion: PlanVersion;
  /** The last day of the time that is agreed on already: it is not made shorter. */
  readonly until: string | undefined;
  /** It is noted. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks for the day and the words that go with what a leader notes of a version, and says first what it means. */
export function HappeningDialog({ kind, title, ...rest }: HappeningDialogProps) {
  return (
    <Modal open={kind !== undefined} onClose={rest.onClose} title={title}>
      {kind && <HappeningForm kind={kind} {...rest} />}
    </Modal>
  );
}

/** How long a family is given to think, in days, until somebody chooses another day. */
const usualThinkingDays = 14;

function HappeningForm({
  kind,
  planVersion,
  until,
  onDone,
  onClose,
}: Omit<HappeningDialogProps, 'kind' | 'title'> & { readonly kind: HappeningKind }) {
  const { t } = useTranslation('planlife');
  const language = useLanguage();
  const failureText = useFailureText();
  const today = dayNow();
  const usual = dayAfter(today, { days: usualThinkingDays });
  const longer = until !== undefined && until > usual ? until : usual;
  const [day, setDay] = useState(kind === 'time' ? longer : today);
  const [line, setLine] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const { boardId, version } = planVersion;
  const words = {
    spoken: { text: t('recordSpokenText'), day: t('whenSaid'), line: t('howSaid'), command: t('saveSpoken') },
    time: { text: t('agreeTimeText'), day: t('lastDay'), line: undefined, command: t('saveTime') },
    release: { text: t('releaseText'), day: undefined, line: t('whyRelease'), command: t('doRelease') },
  }[kind];
  const send = {
    spoken: () => approvePlan(boardId, version, { by: 'spoken', when: day, how: line }),
    time: () => agreeOnTime(boardId, version, { until: day }),
    release: () => releasePlan(boardId, version, { reason: line }),
  }[kind];
  const lacksDay = words.day !== undefined && !isDay(day);
  const lacksLine = words.line !== undefined && isBlank(line);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(lacksDay || lacksLine);
    if (isSending || lacksDay || lacksLine) return;
    setIsSending(true);
    setFailure(undefined);
    const sent = await send();
    setIsSending(false);
    if (!sent.ok) return setFailure(sent.failure);
    onClose();
    onDone();
  };

  return (
    <form className="standing-form" onSubmit={(event) => void submit(event)} noValidate>
      <p>{words.text}</p>
      {kind === 'time' && until !== undefined && <p>{t('timeOnlyLater', { dag: dayInWords(until, language) })}</p>}
      {words.day !== undefined && (
        <DateField label={words.day} value={day} onChange={setDay} missing={t('dayMissing')} data-first-focus />
      )}
      {words.line !== undefined && (
        <LineField
          label={words.line}
          {...(kind === 'spoken' ? { description: t('howSaidExample') } : { 'data-first-focus': true })}
          value={line}
          onChange={(event) => setLine(event.target.value)}
          longest={maxLifeLine}
          autoComplete="off"
          error={isMissing && lacksLine ? t('lineMissing') : undefined}
        />
      )}
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <div className="row">
        <Button type="submit" loading={isSending}>
          <span>{words.command}</span>
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </div>
    </form>
  );
}
