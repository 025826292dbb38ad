import { Button } from '@digdir/designsystemet-react';
import { isDay } from '@duken/shared/board';
import { maxLifeLine } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteReceipt, type RequestFailure, useFailureText } from '../http/index.ts';
import { dayNow } from '../texts/index.ts';
import { DateField, FailureNote, LineField } from '../ui/index.ts';

interface ReceiptFormProps {
  readonly boardId: string;
  readonly version: number;
  readonly onSaved: () => void;
}

/** What the archive called the version, and the day it took it. */
export function ReceiptForm({ boardId, version, onSaved }: ReceiptFormProps): ReactNode {
  const { t } = useTranslation('archive');
  const failureText = useFailureText();
  const [archiveId, setArchiveId] = useState('');
  const [day, setDay] = useState(dayNow());
  const [isSent, setIsSent] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const form = useRef<HTMLFormElement>(null);
  const isLate = isDay(day) && day > dayNow();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsSent(true);
    if (isAsking) return;
    if (isBlank(archiveId) || isLate || !isDay(day)) {
      form.current?.querySelectorAll('input')[isBlank(archiveId) ? 0 : 1]?.focus();
      return;
    }
    setIsAsking(true);
    setFailure(undefined);
    const noted = await noteReceipt(boardId, version, { archiveId, day });
    setIsAsking(false);
    if (noted.ok) onSaved();
    else setFailure(noted.failure);
  };
  return (
    <form ref={form} className="archive-form" onSubmit={(event) => void submit(event)} noValidate>
      <LineField
        label={t('archiveId')}
        description={t('archiveIdHelp')}
        value={archiveId}
        longest={maxLifeLine}
        autoComplete="off"
        error={isSent && isBlank(archiveId) && t('archiveIdMissing')}
        onChange={(event) => setArchiveId(event.target.value)}
      />
      <DateField
        label={t('day')}
        value={day}
        missing={t('dayMissing')}
        error={isLate && t('dayLate')}
        onChange={setDay}
      />
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <div className="row">
        <Button type="submit" variant="secondary" aria-busy={isAsking}>
          <span>{t('save')}</span>
        </Button>
      </div>
    </form>
  );
}
