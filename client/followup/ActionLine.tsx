import { Button } from '@digdir/designsystemet-react';
import { isDay } from '@duken/shared/board';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { dayInWords, useLanguage } from '../texts/index.ts';
import { DateField } from '../ui/index.ts';
import { AnswerLinkDialog } from './AnswerLinkDialog.tsx';
import type { WeekItem } from './groupsOf.ts';
import type { ActionCommands } from './useActionCommands.ts';

interface ActionLineProps {
  readonly item: WeekItem;
  readonly today: string;
  readonly caseTitle: string;
  readonly commands: ActionCommands;
}

/** A tiltak that needs somebody: what, who, by when, what was answered, and the next steps. */
export function ActionLine({ item, today, caseTitle, commands }: ActionLineProps) {
  const { t } = useTranslation('followUp');
  const [isMoving, setIsMoving] = useState(false);
  const [linkFor, setLinkFor] = useState<{ readonly personId: string; readonly name: string }>();
  const tekst = whatOf(item, t('emptyText'));
  return (
    <li className="week-line">
      <div className="week-what">
        <Link href={noteAddress(item)} className="week-text" dir="auto" aria-label={t('openNoteOf', { tekst })}>
          {tekst}
        </Link>
        <p className="week-who">
          <Who item={item} />
          <bdi>{caseTitle}</bdi>
        </p>
        <Due item={item} today={today} />
        <Agreed item={item} today={today} />
        <Said item={item} />
      </div>
      <div className="week-steps">
        <Call item={item} />
        <Settle item={item} commands={commands} />
        {item.doers.map(({ name, personId }) =>
          personId === undefined ? null : (
            <Button
              key={personId}
              variant="secondary"
              data-size="sm"
              aria-label={t('answerLinkOf', { navn: name })}
              onClick={() => setLinkFor({ personId, name })}
            >
              {t('answerLink')}
            </Button>
          ),
        )}
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={t('moveOf', { tekst })}
          onClick={() => setIsMoving(true)}
        >
          {t('move')}
        </Button>
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={t('markDoneOf', { tekst })}
          onClick={() => void commands.markDone(item)}
        >
          {t('markDone')}
        </Button>
      </div>
      {isMoving && <Move item={item} commands={commands} onEnd={() => setIsMoving(false)} />}
      {linkFor && <AnswerLinkDialog boardId={item.boardId} {...linkFor} onClose={() => setLinkFor(undefined)} />}
    </li>
  );
}

/** What is to be done, in its own words. */
export function whatOf({ text }: Pick<WeekItem, 'text'>, emptyText: string): string {
  return text.trim() || emptyText;
}

function noteAddress({ boardId, noteId }: WeekItem): string {
  return `/duk/${boardId}?vis=duk&lapp=${encodeURIComponent(noteId)}`;
}

function Who({ item }: { readonly item: WeekItem }) {
  const { t } = useTranslation('followUp');
  const names = item.doers.map(({ name }) => name).join(', ');
  const service = item.service || item.doers.find((doer) => doer.service)?.service;
  return (
    <>
      <bdi className={names ? 'week-name' : undefined}>{names || t('nobody')}</bdi>
      {service && <bdi className="week-service">{service}</bdi>}
    </>
  );
}

function Due({ item: { due, daysOver }, today }: Pick<ActionLineProps, 'item' | 'today'>) {
  const { t } = useTranslation('followUp');
  const language = useLanguage();
  const dato = dayInWords(due, language, { year: due.slice(0, 4) !== today.slice(0, 4) });
  if (due === '') return <p className="week-due">{t('noDue')}</p>;
  return (
    <p className={daysOver > 0 ? 'week-due week-isOver' : 'week-due'}>
      <time dateTime={due}>
        {daysOver > 0 ? t('dueWas', { dato, count: daysOver }) : due === today ? t('dueToday') : t('dueOn', { dato })}
      </time>
    </p>
  );
}

/** What it waits for, who must say yes to it, and who pays. */
function Agreed({
  item: { waitsFor, with: beside, settleWith, settleBy, paidBy },
  today,
}: Pick<ActionLineProps, 'item' | 'today'>) {
  const { t } = useTranslation('followUp');
  const language = useLanguage();
  const who = waitsFor && (waitsFor.owner || waitsFor.service);
  const first = waitsFor && { tekst: whatOf(waitsFor, t('emptyText')) };
  const lines = [
    ...(first ? [who ? t('waitsForWhom', { ...first, navn: who }) : t('waitsFor', first)] : []),
    ...(beside ? [t('with', { tekst: whatOf(beside, t('emptyText')) })] : []),
    ...(settleWith
      ? [
          settleBy
            ? t('settleByDay', { navn: settleWith, dato: shortDay(settleBy) })
            : t('settle', { navn: settleWith }),
        ]
      : []),
    ...(paidBy ? [t('paid', { navn: paidBy })] : []),
  ];
  function shortDay(day: string): string {
    return dayInWords(day, language, { year: day.slice(0, 4) !== today.slice(0, 4) });
  }
  return lines.map((line) => (
    <p key={line} className="week-agreed" dir="auto">
      {line}
    </p>
  ));
}

/** What somebody answered: the answer, a day they propose, and their own line. */
function Said({ item: { answer, doers } }: Pick<ActionLineProps, 'item'>) {
  const { t } = useTranslation('followUp');
  const language = useLanguage();
  if (!answer) return null;
  const navn = doers.find(({ personId }) => personId === answer.personId)?.name ?? '';
  const said = [
    t(`answer_${answer.answer}`, { navn }),
    ...(answer.date ? [t('answer_date', { navn, dato: dayInWords(answer.date, language) })] : []),
  ];
  return (
    <p className="week-said">
      <span>{said.join('. ')}</span>
      {answer.line && <bdi> {t('theyWrote', { ord: answer.line })}</bdi>}
    </p>
  );
}

/** What was asked of the leader: help, or another day. */
function Settle({ item, commands }: Pick<ActionLineProps, 'item' | 'commands'>) {
  const { t } = useTranslation('followUp');
  const language = useLanguage();
  const tekst = whatOf(item, t('emptyText'));
  if (item.group === 'help')
    return (
      <Button data-size="sm" aria-label={t('seenOf', { tekst })} onClick={() => void commands.settle(item)}>
        {t('seen')}
      </Button>
    );
  if (item.group !== 'newDate' || !item.answer?.date) return null;
  const dato = dayInWords(item.answer.date, language, { year: false });
  return (
    <>
      <Button data-size="sm" aria-label={t('takeDateOf', { dato, tekst })} onClick={() => void commands.takeDate(item)}>
        {t('takeDate', { dato })}
      </Button>
      <Button
        variant="secondary"
        data-size="sm"
        aria-label={t('keepDateOf', { tekst })}
        onClick={() => void commands.settle(item)}
      >
        {t('keepDate')}
      </Button>
    </>
  );
}

function Call({ item }: { readonly item: WeekItem }) {
  const { t } = useTranslation('followUp');
  return item.doers.map(({ name, phone }) =>
    phone === undefined ? null : (
      <Button key={name} asChild variant="secondary" data-size="sm">
        <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{t('call', { navn: name, nummer: phone })}</a>
      </Button>
    ),
  );
}

function Move({ item, commands, onEnd }: Pick<ActionLineProps, 'item' | 'commands'> & { readonly onEnd: () => void }) {
  const { t } = useTranslation('followUp');
  const [due, setDue] = useState(item.answer?.date ?? '');
  const [hasTried, setHasTried] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setHasTried(true);
    if (isDay(due) && (await commands.move(item, due))) onEnd();
  };
  return (
    <form className="week-move" onSubmit={(event) => void save(event)} noValidate>
      <DateField
        label={t('newDue')}
        value={due}
        onChange={setDue}
        error={hasTried && !isDay(due) ? t('dueMissing') : undefined}
      />
      <Button type="submit" data-size="sm">
        {t('save')}
      </Button>
      <Button type="button" variant="tertiary" data-size="sm" onClick={onEnd}>
        {t('cancel')}
      </Button>
    </form>
  );
}
