import { Button } from '@digdir/designsystemet-react';
import { dayAfter, isDay } from '@duken/shared/board';
import type { PlanVersion } from '@duken/shared/plan';
import { maxLifeLine } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agreeOnTime, approvePlan, type RequestFailure, releasePlan, useFailureText } from '../http/index.ts';
import { dayOf } from '../texts/index.ts';
import { DateField, FailureNote, LineField, Modal } from '../ui/index.ts';

/** What a leader can note of a version. */
export type HappeningKind = 'spoken' | 'time' | 'release';

interface HappeningDialogProps {
  /** Nothing: it is closed. */
  readonly kind: HappeningKind | undefined;
  readonly title: string;
  readonly planVersion: PlanVersion;
  readonly onClose: () => void;
}

/** Asks for the day and the words that go with what a leader notes of a version, and says first what it means. */
export function HappeningDialog({ kind, title, planVersion, onClose }: HappeningDialogProps) {
  return (
    <Modal open={kind !== undefined} onClose={onClose} title={title}>
      {kind && <HappeningForm kind={kind} planVersion={planVersion} onClose={onClose} />}
    </Modal>
  );
}

/** How long a family is given to think, in days, until somebody chooses another day. */
const usualThinkingDays = 14;

function HappeningForm({
  kind,
  planVersion,
  onClose,
}: Omit<HappeningDialogProps, 'kind' | 'title'> & { readonly kind: HappeningKind }) {
  const { t } = useTranslation('planlife');
  const failureText = useFailureText();
  const today = dayOf(new Date());
  const [day, setDay] = useState(kind === 'time' ? dayAfter(today, { days: usualThinkingDays }) : today);
  const [line, setLine] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const { boardId, version } = planVersion;
  const words = {
    spoken: { text: t('recordSpokenText'), day: t('whenSaid'), line: t('howSaid'), deed: t('saveSpoken') },
    time: { text: t('agreeTimeText'), day: t('lastDay'), line: undefined, deed: t('saveTime') },
    release: { text: t('releaseText'), day: undefined, line: t('whyRelease'), deed: t('doRelease') },
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
    if (sent.ok) onClose();
    else setFailure(sent.failure);
  };

  return (
    <form className="standing-form" onSubmit={(event) => void submit(event)} noValidate>
      <p>{words.text}</p>
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
          <span>{words.deed}</span>
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </div>
    </form>
  );
}
