import { Button } from '@digdir/designsystemet-react';
import type { FollowUpReply } from '@duken/shared/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { casesFileUrl, useFailureText, useFollowUp, useOutsideWords } from '../http/index.ts';
import { OutsideWordsForm } from '../outside/index.ts';
import { dayInWords, letterLanguage, namesInWords, useLanguage } from '../texts/index.ts';
import { FailureNote, LanguageSwitch, Letter, Modal, TopBar, useDocumentTitle, Waiting } from '../ui/index.ts';
import { ActionLine } from './ActionLine.tsx';
import { CaseBars } from './CaseBars.tsx';
import './followUp.css';
import { DoneHere } from './DoneHere.tsx';
import { groupsOf } from './groupsOf.ts';
import { useActionCommands } from './useActionCommands.ts';

interface FollowUpPageProps {
  /** How far a case has come from meeting to meeting; joined in app/pages.tsx. */
  readonly journey: (boardId: string) => React.ReactNode;
}

/** `/uka`: everything that needs the leader, over all the cases they lead, with the next step of each line. */
export function FollowUpPage({ journey }: FollowUpPageProps) {
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
        {week.kind === 'here' && <Week week={week.value} onChanged={week.reload} journey={journey} />}
      </main>
    </div>
  );
}

function Week({
  week,
  onChanged,
  journey,
}: FollowUpPageProps & { readonly week: FollowUpReply; readonly onChanged: () => void }) {
  const { t } = useTranslation('followUp');
  const language = letterLanguage(useLanguage());
  const commands = useActionCommands(onChanged);
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
      <CaseBars cases={week.cases} journey={journey} />
      <DoneHere commands={commands} />
      {groups.map(({ group, items }) => (
        <section key={group} className={`week-group week-${group}`} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>
            <span>{t(`group_${group}`)}</span> <span className="week-count">{items.length}</span>
          </h2>
          <Lines count={items.length} first={group === 'later' ? firstOfLater : firstLines}>
            {(shown) =>
              items
                .slice(0, shown)
                .map((item) => (
                  <ActionLine
                    key={`${item.boardId}/${item.noteId}`}
                    item={item}
                    today={week.today}
                    caseTitle={titles.get(item.boardId) ?? ''}
                    commands={commands}
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
      <ConsentsEnding week={week} titles={titles} />
      <WordsToCheck week={week} titles={titles} onChanged={onChanged} />
      <WithoutAction week={week} titles={titles} />
      <p>
        <a href={casesFileUrl(language)} download>
          {t('downloadAll')}
        </a>
      </p>
    </>
  );
}

/** How many lines are shown to begin with: of what needs a person, more than anybody gets through in a day; of what can wait, few. */
const firstLines = 100;
const firstOfLater = 5;

/** A list that shows its first lines alone, where it is long. */
function Lines({
  count,
  first,
  children,
}: {
  readonly count: number;
  readonly first: number;
  readonly children: (shown: number) => React.ReactNode;
}) {
  const { t } = useTranslation('followUp');
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? count : Math.min(count, first);
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

function ConsentsEnding({ week, titles }: PartProps) {
  const { t } = useTranslation('followUp');
  const language = useLanguage();
  if (week.consentsEnding.length === 0) return null;
  return (
    <section className="week-group" aria-labelledby="consentsEnding">
      <h2 id="consentsEnding">{t('consentsEnding')}</h2>
      <ul className="plainList week-lines">
        {week.consentsEnding.map(({ boardId, until, services }) => (
          <li key={`${boardId} ${until}`} className="week-line week-plain">
            <bdi>
              {t('consentUntil', { navn: namesInWords(services, language), dato: dayInWords(until, language) })}
            </bdi>
            <Link href={`/duk/${boardId}/samtykke`}>{titles.get(boardId)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Words that leave the building and that nobody has looked over: those who answer see none of them until then. */
function WordsToCheck({ week, titles, onChanged }: PartProps & { readonly onChanged: () => void }) {
  const { t } = useTranslation('followUp');
  const [boardId, setBoardId] = useState<string>();
  const close = () => setBoardId(undefined);
  return (
    <>
      {week.wordsToCheck.length > 0 && (
        <section className="week-group" aria-labelledby="wordsToCheck">
          <h2 id="wordsToCheck">{t('wordsToCheck')}</h2>
          <p className="muted">{t('wordsToCheckText')}</p>
          <Lines count={week.wordsToCheck.length} first={firstOfLater}>
            {(shown) =>
              week.wordsToCheck.slice(0, shown).map(({ boardId: id, count }) => (
                <li key={id} className="week-line">
                  <span>
                    <bdi>{titles.get(id)}</bdi> <span className="muted">{t('wordsCount', { count })}</span>
                  </span>
                  <Button
                    variant="secondary"
                    data-size="sm"
                    aria-label={t('lookOverOf', { tittel: titles.get(id) ?? '' })}
                    onClick={() => setBoardId(id)}
                  >
                    {t('lookOver')}
                  </Button>
                </li>
              ))
            }
          </Lines>
        </section>
      )}
      <Modal open={boardId !== undefined} onClose={close} title={t('lookOver')}>
        {boardId !== undefined && (
          <Words
            boardId={boardId}
            onChecked={() => {
              close();
              onChanged();
            }}
          />
        )}
      </Modal>
    </>
  );
}

function Words({ boardId, onChecked }: { readonly boardId: string; readonly onChecked: () => void }) {
  const failureText = useFailureText();
  const words = useOutsideWords(boardId);
  if (words.kind === 'loading') return <Waiting />;
  if (words.kind === 'failed') return <FailureNote text={failureText(words.failure)} onRetry={words.reload} />;
  const unseen = words.value.items.filter(({ isChecked }) => !isChecked);
  return <OutsideWordsForm boardId={boardId} items={unseen} onChecked={onChecked} />;
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
