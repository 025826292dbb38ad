import { Button, Field, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import { longestBarrier } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RequestFailure, tellBarrier, useFailureText, useMunicipality } from '../http/index.ts';
import { Aloud, FailureNote, LineField, Waiting } from '../ui/index.ts';

/** Where somebody says what shuts them out: to whoever answers for it, by the way there is. */
export function BarrierPart(): ReactNode {
  const { t } = useTranslation('municipality');
  const failureText = useFailureText();
  const municipality = useMunicipality();
  const contact = municipality.kind === 'here' ? municipality.value.accessibility : undefined;
  return (
    <section aria-labelledby="meld" className="barrierPart">
      <h2 id="meld">{t('barrierTitle')}</h2>
      {municipality.kind === 'loading' && <Waiting />}
      {municipality.kind === 'failed' && (
        <FailureNote text={failureText(municipality.failure)} onRetry={municipality.reload} />
      )}
      {municipality.kind === 'here' && !contact && <p>{t('nobodyNamed')}</p>}
      {contact?.canSend && (
        <>
          <p>{t('barrierText')}</p>
          <BarrierForm />
        </>
      )}
      {contact && (
        <p>
          <a href={`mailto:${contact.email}`}>{t('writeMail', { adresse: contact.email })}</a>
        </p>
      )}
    </section>
  );
}

function BarrierForm(): ReactNode {
  const { t } = useTranslation('municipality');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const [words, setWords] = useState('');
  const [answerTo, setAnswerTo] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  /** A new value each time something has been sent. */
  const [sent, setSent] = useState<object>();
  const field = useRef<HTMLTextAreaElement>(null);
  const over = words.length - longestBarrier;
  const isMissing = hasTried && isBlank(words);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setHasTried(true);
    if (isSending) return;
    if (isBlank(words) || over > 0) return field.current?.focus();
    setIsSending(true);
    const answer = await tellBarrier({ words, ...(isBlank(answerTo) ? {} : { answerTo }) });
    setIsSending(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    setWords('');
    setAnswerTo('');
    setHasTried(false);
    setSent({});
  };
  return (
    <form className="barrierPart-form" onSubmit={(event) => void send(event)} noValidate>
      <Field>
        <Label>
          <span>{t('barrierWords')}</span>
        </Label>
        <Textarea
          ref={field}
          value={words}
          dir="auto"
          rows={4}
          aria-invalid={over > 0 || isMissing}
          onChange={(event) => setWords(event.target.value)}
        />
        {over > 0 ? (
          <ValidationMessage>{common('lineTooLong', { over, max: longestBarrier })}</ValidationMessage>
        ) : (
          isMissing && <ValidationMessage>{t('barrierMissing')}</ValidationMessage>
        )}
      </Field>
      <LineField
        label={t('answerTo')}
        description={t('answerToHelp')}
        value={answerTo}
        longest={200}
        autoComplete="email"
        onChange={(event) => setAnswerTo(event.target.value)}
      />
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      <div className="row">
        <Button type="submit" aria-busy={isSending}>
          <span>{t('send')}</span>
        </Button>
        <Aloud className="barrierPart-sent" words={sent && isBlank(words) ? t('sent') : ''} of={sent} />
      </div>
    </form>
  );
}
