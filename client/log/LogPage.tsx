import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { may } from '@duken/shared/access';
import type { CaseLogReply, LogLineReply, MeReply } from '@duken/shared/protocol';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFailureText } from '../http/index.ts';
import { dayInWords, dayOf, hourInWords, useLanguage } from '../texts/index.ts';
import { CasePage, FailureNote, useRoleName, Waiting } from '../ui/index.ts';
import { byDay } from './byDay.ts';
import './log.css';
import { HideStaff } from './HideStaff.tsx';
import { useCaseLog } from './useCaseLog.ts';
import { useLogSentence, whoInWords } from './useLogSentence.ts';

interface LogPageProps {
  readonly boardId: string;
  readonly me: MeReply;
}

/** `/duk/:boardId/logg`: who has looked, for whoever leads and for whom the plan is about. */
export function LogPage({ boardId, me }: LogPageProps): ReactNode {
  const { t } = useTranslation('log');
  return (
    <CasePage boardId={boardId} me={me} title={t('title')}>
      {may(me, 'readLog') ? (
        <>
          <p>{t('about')}</p>
          <p className="muted">{t('sitting')}</p>
          <CaseLog boardId={boardId} mayHide={may(me, 'keepBoard')} />
        </>
      ) : (
        <p>{t('notYours')}</p>
      )}
      <div className="row">
        <Button asChild variant="tertiary">
          <Link href={`/duk/${boardId}`}>{t('toBoard')}</Link>
        </Button>
      </div>
    </CasePage>
  );
}

const everybody = '';

function CaseLog({ boardId, mayHide }: { readonly boardId: string; readonly mayHide: boolean }): ReactNode {
  const { t } = useTranslation('log');
  const failureText = useFailureText();
  const language = useLanguage();
  const [person, setPerson] = useState(everybody);
  const log = useCaseLog(boardId, person === everybody ? undefined : person);
  const { newest, lines, hasMore, isOlderShown } = log;
  // While those of another person are on their way, the names stay to choose from.
  const people = useRef<CaseLogReply['people']>([]);
  if (newest.kind === 'here') people.current = newest.value.people;
  const nameOf = ({ name, service }: { readonly name: string; readonly service: string | undefined }) =>
    service === undefined || name === ''
      ? whoInWords({ name, service }, t)
      : t('personOf', { navn: name, tjeneste: service });
  const end = useRef<HTMLParagraphElement>(null);
  const isAtEnd = isOlderShown && !hasMore;
  // The button that was pressed is gone then.
  useEffect(() => {
    if (isAtEnd) end.current?.focus();
  }, [isAtEnd]);
  return (
    <>
      {newest.kind === 'here' && mayHide && (
        <HideStaff boardId={boardId} isHidden={newest.value.hidesStaff} onChanged={newest.reload} />
      )}
      {newest.kind === 'here' && !mayHide && newest.value.hidesStaff && <p className="muted">{t('staffNotNamed')}</p>}
      {people.current.length > 1 && (
        <Field className="logPage-person">
          <Label>{t('person')}</Label>
          <Select value={person} onChange={(event) => setPerson(event.target.value)}>
            <Select.Option value={everybody}>{t('everybody')}</Select.Option>
            {people.current.map(({ personId, name, service }) => (
              <Select.Option key={personId} value={personId}>
                {nameOf({ name, service })}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      {newest.kind === 'loading' && <Waiting />}
      {newest.kind === 'failed' && <FailureNote text={failureText(newest.failure)} onRetry={newest.reload} />}
      {newest.kind === 'here' && lines.length === 0 && <p>{t('none')}</p>}
      {byDay(lines, dayOf).map(({ day, lines }) => (
        <section key={day} aria-label={dayInWords(day, language)}>
          <h2 className="logDay-name">{dayInWords(day, language)}</h2>
          <ol className="plainList logDay" reversed>
            {lines.map((line) => (
              <li key={line.number}>
                <LogRow line={line} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      <p role="status" ref={end} tabIndex={-1}>
        {isOlderShown && t(hasMore ? 'showing' : 'all', { antall: lines.length })}
      </p>
      {log.failure && <FailureNote text={failureText(log.failure)} of={log.failure} />}
      {hasMore && (
        <div className="row">
          <Button variant="secondary" loading={log.isAsking} onClick={() => void log.showOlder()}>
            <span>{t('older')}</span>
          </Button>
        </div>
      )}
    </>
  );
}

function LogRow({ line }: { readonly line: LogLineReply }): ReactNode {
  const { t } = useTranslation('log');
  const language = useLanguage();
  const sentence = useLogSentence();
  const roleName = useRoleName();
  const { at, role, access } = line;
  return (
    <div className="logRow">
      <time dateTime={new Date(at).toISOString()}>{t('time', { tid: hourInWords(at, language) })}</time>
      <span className="logRow-words">
        <span dir="auto">{sentence(line)}</span>
        <span className="muted">{[...(role ? [roleName(role)] : []), t(`access_${access}`)].join(' · ')}</span>
      </span>
    </div>
  );
}
