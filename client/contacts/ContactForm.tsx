import { Button, Field, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import { type Day, isDay } from '@duken/shared/board';
import { type ContactReply, longestContact } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addContact, type RequestFailure, useFailureText } from '../http/index.ts';
import { newId } from '../session/index.ts';
import { dayNow } from '../texts/index.ts';
import { DateField, FailureNote } from '../ui/index.ts';

interface ContactFormProps {
  readonly boardId: string;
  /** The day that is proposed. */
  readonly today: Day;
  /** The line that this one corrects. */
  readonly corrects?: string;
  readonly onWritten: (line: ContactReply) => void;
  readonly onCancel?: () => void;
}

/** A new line of the contact log, or one that corrects another. */
export function ContactForm({ boardId, today, corrects, onWritten, onCancel }: ContactFormProps): ReactNode {
  const { t } = useTranslation('contacts');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const [day, setDay] = useState(today);
  const [words, setWords] = useState('');
  const [isSent, setIsSent] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const form = useRef<HTMLFormElement>(null);
  /** What was sent last, of which no answer came: sent again as it is, it is the same line. */
  const sent = useRef<{ readonly contactId: string; readonly day: string; readonly words: string }>(undefined);
  const over = words.length - longestContact;
  const isLate = isDay(day) && day > dayNow();
  const lacksWords = isBlank(words) || over > 0;
  useEffect(() => {
    if (corrects !== undefined) form.current?.querySelector('textarea')?.focus();
  }, [corrects]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsSent(true);
    if (isAsking) return;
    if (lacksWords || isLate || !isDay(day)) {
      form.current?.querySelector<HTMLElement>(lacksWords ? 'textarea' : 'input')?.focus();
      return;
    }
    setIsAsking(true);
    const isSame = sent.current?.day === day && sent.current.words === words;
    const line = { contactId: (isSame && sent.current?.contactId) || newId(), day, words };
    sent.current = line;
    const added = await addContact(boardId, { ...line, ...(corrects === undefined ? {} : { corrects }) });
    setIsAsking(false);
    setFailure(added.ok ? undefined : added.failure);
    if (!added.ok) return;
    sent.current = undefined;
    setWords('');
    setIsSent(false);
    onWritten(added.value);
  };
  return (
    <form ref={form} className="contactForm" onSubmit={(event) => void submit(event)} noValidate>
      <DateField
        label={t('day')}
        value={day}
        missing={t('dayMissing')}
        error={isLate && t('dayLate')}
        onChange={setDay}
      />
      <Field>
        <Label>
          <span>{t(corrects === undefined ? 'words' : 'correctWords')}</span>
        </Label>
        <Field.Description>
          <span>{t(corrects === undefined ? 'wordsHelp' : 'correctHelp')}</span>
        </Field.Description>
        <Textarea
          value={words}
          dir="auto"
          rows={3}
          aria-invalid={over > 0 || (isSent && lacksWords)}
          onChange={(event) => setWords(event.target.value)}
        />
        {over > 0 ? (
          <ValidationMessage>{common('lineTooLong', { over, max: longestContact })}</ValidationMessage>
        ) : (
          isSent && lacksWords && <ValidationMessage>{t('wordsMissing')}</ValidationMessage>
        )}
      </Field>
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <div className="row">
        <Button type="submit" aria-busy={isAsking}>
          <span>{t(corrects === undefined ? 'write' : 'writeCorrection')}</span>
        </Button>
        {onCancel && (
          <Button type="button" variant="tertiary" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
