import type { FollowUpReply } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { casesFileUrl, useFailureText, useFollowUp } from '../http/index.ts';
import { dayInWords, letterLanguage, namesInWords, useLanguage } from '../texts/index.ts';
import { FailureNote, LanguageSwitch, Letter, TopBar, useDocumentTitle, Waiting } from '../ui/index.ts';
import { ActionLine } from './ActionLine.tsx';
import { CaseBars } from './CaseBars.tsx';
import './followUp.css';
import { DoneHere } from './DoneHere.tsx';
import { groupsOf } from './groupsOf.ts';
import { useActionDeeds } from './useActionDeeds.ts';

/** `/uka`: everything that needs the leader, over all the cases they lead, with the next step of each line. */
export function FollowUpPage() {
  const { t } = useTranslation('followUp');
  const failureText = useFailureText();
  const week = useFollowUp();
  useDocumentTitle(t('title'));
  const isNobodys =
    week.kind === 'failed' && week.failure.kind === 'problem' && [401, 403].includes(week.failure.problem.status);
  if (isNobodys || (week.kind === 'here' && week.value.cases.length === 0))
    return (
      <Letter title={t('noCases')}>
        <p>{t('noCasesText')}</p>
        <p>
          <Link href="/">{t('toFront')}</Link>
        </p>
      </Letter>
    );
  return (
    <div className="week">
      <TopBar title={<h1 className="topBar-name">{t('title')}</h1>} end={<LanguageSwitch />} />
      <main>
        {week.kind === 'loading' && <Waiting />}
        {week.kind === 'failed' && !isNobodys && <FailureNote text={failureText(week.failure)} onRetry={week.reload} />}
        {week.kind === 'here' && <Week week={week.value} onChanged={week.reload} />}
      </main>
    </div>
  );
}

function Week({ week, onChanged }: { readonly week: FollowUpReply; readonly onChanged: () => void }) {
  const { t } = useTranslation('followUp');
  const language = letterLanguage(useLanguage());
  const deeds = useActionDeeds(onChanged);
  const titles = new Map(week.cases.map(({ boardId, title }) => [boardId, title]));
  const over = week.items.filter(({ daysOver }) => daysOver > 0).length;
  const groups = groupsOf(week.items);
  return (
    <>
      <p className="week-sum">
        {[t('sum', { count: week.items.length }), over === 0 ? t('sumNoneOver') : t('sumOver', { count: over })].join(
          '. ',
        )}
      </p>
      {week.mailFails && (
        <p className="week-mail" role="status">
          {t('mailFails')}
        </p>
      )}
      <CaseBars cases={week.cases} />
      <DoneHere deeds={deeds} />
      {groups.map(({ group, items }) => (
        <section key={group} className={`week-group week-${group}`} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>
            <span>{t(`group_${group}`)}</span> <span className="week-count">{items.length}</span>
          </h2>
          <Lines isLong={group === 'later'} count={items.length}>
            {(shown) =>
              items
                .slice(0, shown)
                .map((item) => (
                  <ActionLine
                    key={`${item.boardId}/${item.noteId}`}
                    item={item}
                    today={week.today}
                    caseTitle={titles.get(item.boardId) ?? ''}
                    deeds={deeds}
                  />
                ))
            }
          </Lines>
        </section>
      ))}
      {groups.length === 0 && week.plans.length === 0 && <p>{t('nothing')}</p>}
      <WaitingPlans week={week} titles={titles} />
      <Meetings week={week} titles={titles} />
      <WithoutInterpreter week={week} titles={titles} />
      <WithoutAction week={week} titles={titles} />
      <p>
        <a href={casesFileUrl(language)} download>
          {t('downloadAll')}
        </a>
      </p>
    </>
  );
}

/** How many lines of what can wait are shown to begin with. */
const firstLines = 5;

/** A list that shows its first lines alone, where it is long and can wait. */
function Lines({
  isLong,
  count,
  children,
}: {
  readonly isLong: boolean;
  readonly count: number;
  readonly children: (shown: number) => React.ReactNode;
}) {
  const { t } = useTranslation('followUp');
  const [showsAll, setShowsAll] = useState(!isLong);
  const shown = showsAll ? count : Math.min(count, firstLines);
  return (
    <>
      <ul className="plainList week-lines">{children(shown)}</ul>
      {shown < count && (
        <button type="button" className="week-more" onClick={() => setShowsAll(true)}>
          {t('showLater', { count: count - shown })}
        </button>
      )}
    </>
  );
}

interface PartProps {
  readonly week: FollowUpReply;
  readonly titles: ReadonlyMap<string, string>;
}

function WaitingPlans({ week, titles }: PartProps) {
  const { t } = useTranslation('followUp');
  const language = useLanguage();
  if (week.plans.length === 0) return null;
  return (
    <section className="week-group" aria-labelledby="plans">
      <h2 id="plans">
        <span>{t('plans')}</span> <span className="week-count">{week.plans.length}</span>
      </h2>
      <ul className="plainList week-lines">
        {week.plans.map(({ boardId, version, date, until, timeIsOver }) => (
          <li key={boardId} className="week-line week-plain">
            <span>
              <span>{t('planFrom', { dato: dayInWords(date, language) })}</span>{' '}
              {until !== undefined && (
                <span className="muted">
                  {t(timeIsOver ? 'planTimeOver' : 'planTimeUntil', { dato: dayInWords(until, language) })}
                </span>
              )}
            </span>
            <Link href={`/duk/${boardId}/plan/${version}`}>{titles.get(boardId)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Meetings({ week, titles }: PartProps) {
  const { t } = useTranslation('followUp');
  const language = useLanguage();
  if (week.meetings.length === 0) return null;
  return (
    <section className="week-group" aria-labelledby="meetings">
      <h2 id="meetings">{t('meetings')}</h2>
      <ul className="plainList week-lines">
        {week.meetings.map(({ boardId, date }) => (
          <li key={`${boardId} ${date}`} className="week-line week-plain">
            <span>{t('meetOn', { dato: dayInWords(date, language) })}</span>
            <Link href={`/duk/${boardId}`}>{titles.get(boardId)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WithoutInterpreter({ week, titles }: PartProps) {
  const { t } = useTranslation('followUp');
  const language = useLanguage();
  if (week.withoutInterpreter.length === 0) return null;
  return (
    <section className="week-group" aria-labelledby="withoutInterpreter">
      <h2 id="withoutInterpreter">{t('withoutInterpreter')}</h2>
      <ul className="plainList week-lines">
        {week.withoutInterpreter.map(({ boardId, personId, name, date }) => (
          <li key={personId} className="week-line week-plain">
            <bdi>{t('interpreterFor', { navn: name, dato: dayInWords(date, language) })}</bdi>
            <Link href={`/duk/${boardId}/team`}>{titles.get(boardId)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WithoutAction({ week, titles }: PartProps) {
  const { t } = useTranslation('followUp');
  const language = useLanguage();
  if (week.withoutAction.length === 0) return null;
  const boards = [...new Set(week.withoutAction.map(({ boardId }) => boardId))];
  return (
    <section className="week-group" aria-labelledby="withoutAction">
      <h2 id="withoutAction">{t('withoutAction')}</h2>
      <p className="muted">{t('withoutActionText')}</p>
      <ul className="plainList week-lines">
        {boards.map((boardId) => (
          <li key={boardId} className="week-line week-plain">
            <bdi>
              {namesInWords(
                week.withoutAction.filter((one) => one.boardId === boardId).map(({ name }) => name),
                language,
              )}
            </bdi>
            <Link href={`/duk/${boardId}?vis=tiltak`}>{titles.get(boardId)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
