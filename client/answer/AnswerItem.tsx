import { Button, Textfield } from '@digdir/designsystemet-react';
import { isDay } from '@duken/shared/board';
import type { StatusReply } from '@duken/shared/protocol';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerStatus, type RequestFailure, useFailureText } from '../http/index.ts';
import { dayInWords, dayOf, useLanguage } from '../texts/index.ts';
import { Aloud, DateField, FailureNote } from '../ui/index.ts';

type Item = StatusReply['items'][number];
const kinds = ['done', 'started', 'help'] as const;
type Kind = (typeof kinds)[number];

interface AnswerItemProps {
  readonly item: Item;
  readonly secret: string | undefined;
  readonly expiresAt: number;
  readonly today: string;
  readonly onAnswered: (status: StatusReply) => void;
}

/** One tiltak, and three large buttons. What was answered stands marked, and can be changed. */
export function AnswerItem({ item, secret, expiresAt, today, onAnswered }: AnswerItemProps) {
  const { t } = useTranslation('answer');
  const language = useLanguage();
  const failureText = useFailureText();
  const textId = useId();
  const [sending, setSending] = useState<Kind>();
  const [thanked, setThanked] = useState<{ readonly kind: Kind }>();
  const [failure, setFailure] = useState<RequestFailure>();

  const send = async (answer: Kind, more: { readonly line?: string; readonly date?: string } = {}) => {
    if (sending) return;
    setSending(answer);
    const answered = await answerStatus(item.itemId, { answer, secret, ...more });
    setSending(undefined);
    setFailure(answered.ok ? undefined : answered.failure);
    if (!answered.ok) return;
    setThanked({ kind: answer });
    onAnswered(answered.value);
  };
  const kept = { ...(item.line ? { line: item.line } : {}), ...(item.date ? { date: item.date } : {}) };
  return (
    <li className="answer-item">
      <h2 id={textId} dir="auto">
        {item.text || t('unnamed')}
      </h2>
      <p className="muted">{item.due ? t('due', { dato: dayInWords(item.due, language) }) : t('noDue')}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would be read before each button. */}
      <div className="answer-buttons" role="group" aria-labelledby={textId}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            variant={item.answer === kind ? 'primary' : 'secondary'}
            aria-pressed={item.answer === kind}
            aria-busy={sending === kind}
            onClick={() => void send(kind, kind === 'done' ? {} : kept)}
          >
            {t(kind)}
          </Button>
        ))}
      </div>
      <Aloud words={thanked ? t(`thanks_${thanked.kind}`) : ''} of={thanked} className="answer-thanks" />
      {failure && <FailureNote text={failureText(failure)} of={failure} />}
      {item.answer && (
        <p className="muted">
          {[
            ...(thanked ? [] : [`${t(`yours_${item.answer}`)}.`]),
            ...(item.date ? [t('proposed', { dato: dayInWords(item.date, language) })] : []),
            t('change', { dato: dayInWords(dayOf(new Date(expiresAt)), language) }),
          ].join(' ')}
        </p>
      )}
      <More item={item} today={today} onSend={send} />
    </li>
  );
}

interface MoreProps {
  readonly item: Item;
  readonly today: string;
  readonly onSend: (answer: Kind, more: { readonly line?: string; readonly date?: string }) => Promise<void>;
}

/** Longest line, in UTF-16 units. */
const maxLine = 200;

/** A line and another day, for whoever has more to say. They go with what was answered, or with being under way. */
function More({ item, today, onSend }: MoreProps) {
  const { t } = useTranslation('answer');
  const [line, setLine] = useState(item.line ?? '');
  const [date, setDate] = useState(item.date ?? '');
  const isTooLong = line.trim().length > maxLine;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isTooLong) return;
    void onSend(item.answer ?? 'started', {
      ...(line.trim() ? { line: line.trim() } : {}),
      ...(isDay(date) && date >= today ? { date } : {}),
    });
  };
  return (
    <details className="answer-more">
      <summary>{t('more')}</summary>
      <form onSubmit={send} noValidate>
        <Textfield
          label={t('line')}
          description={t('lineHelp')}
          value={line}
          error={isTooLong ? t('lineTooLong') : undefined}
          onChange={(event) => setLine(event.target.value)}
        />
        <DateField label={t('date')} value={date} onChange={setDate} />
        <p className="muted">{t('dateHelp')}</p>
        <Button type="submit">{t('send')}</Button>
      </form>
    </details>
  );
}
