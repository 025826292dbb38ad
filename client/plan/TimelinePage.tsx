import { Button } from '@digdir/designsystemet-react';
import { may } from '@duken/shared/access';
import type { FrozenDuk } from '@duken/shared/plan';
import type { MeReply, MomentReply, TimelineReply } from '@duken/shared/protocol';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { readMoment, readTimeline, useFailureText, useRemote } from '../http/index.ts';
import { dayInWords, dayOf, letterLanguage, momentInWords, useLanguage } from '../texts/index.ts';
import { CasePage, FailureNote, Modal, Waiting } from '../ui/index.ts';
import { RestoreMoment } from './RestoreMoment.tsx';
import { ToldGroups } from './ToldGroups.tsx';
import './plan.css';

interface TimelinePageProps {
  readonly boardId: string;
  readonly me: MeReply;
  /** Draws the duk as it was. */
  readonly frozenBoard: (duk: FrozenDuk) => ReactNode;
}

/** `/duk/:boardId/tidslinje`: the duk as it was at each meeting and between them, and what became different since. */
export function TimelinePage({ boardId, me, frozenBoard }: TimelinePageProps): ReactNode {
  const { t } = useTranslation('timeline');
  return (
    <CasePage boardId={boardId} me={me} title={t('title')}>
      {may(me, 'keepBoard') ? <Timeline boardId={boardId} frozenBoard={frozenBoard} /> : <p>{t('notYours')}</p>}
      <div className="row">
        <Button asChild variant="tertiary">
          <Link href={`/duk/${boardId}`}>{t('toBoard')}</Link>
        </Button>
      </div>
    </CasePage>
  );
}

type PartProps = Omit<TimelinePageProps, 'me'>;

function Timeline({ boardId, frozenBoard }: PartProps): ReactNode {
  const { t } = useTranslation('timeline');
  const failureText = useFailureText();
  const timeline = useRemote(`${boardId}/timeline`, () => readTimeline(boardId));
  if (timeline.kind === 'loading') return <Waiting />;
  if (timeline.kind === 'failed') return <FailureNote text={failureText(timeline.failure)} onRetry={timeline.reload} />;
  const { moments } = timeline.value;
  if (moments.length < 2) return <p>{t('nothingYet')}</p>;
  return <Moments boardId={boardId} moments={moments} frozenBoard={frozenBoard} onChanged={timeline.reload} />;
}

/** How long the slider stays somewhere before the duk of that moment is asked for: the server makes each anew, and the log names it. */
const stayMs = 300;

type Moment = TimelineReply['moments'][number];

interface MomentsProps extends PartProps {
  readonly moments: readonly Moment[];
  /** The duk is another now. */
  readonly onChanged: () => void;
}

function Moments({ boardId, moments, frozenBoard, onChanged }: MomentsProps): ReactNode {
  const { t } = useTranslation('timeline');
  const language = useLanguage();
  const sliderId = useId();
  const last = moments.length - 1;
  // The meeting before this one is what most come back for.
  const [index, setIndex] = useState(() => {
    const meeting = moments.findLastIndex(({ version }, at) => version !== undefined && at < last);
    return meeting < 0 ? last - 1 : meeting;
  });
  const [passed, setPassed] = useState(index);
  useEffect(() => {
    const stays = setTimeout(() => setIndex(passed), stayMs);
    return () => clearTimeout(stays);
  }, [passed]);
  const choose = (at: number): void => {
    setPassed(at);
    setIndex(at);
  };
  const nameOf = ({ takenAt, version, isBeforeRestore }: Moment, at: number): string => {
    if (isBeforeRestore && at !== last) return t('before', { dato: momentInWords(takenAt, language) });
    if (version !== undefined)
      return t(at === last ? 'meetingNow' : 'meeting', {
        versjon: version,
        dato: dayInWords(dayOf(new Date(takenAt)), language),
      });
    return at === last ? t('now') : momentInWords(takenAt, language);
  };
  const [chosen, under] = [moments[index], moments[passed]];
  if (!chosen || !under) return null;
  return (
    <>
      <p>{t('about')}</p>
      <label htmlFor={sliderId}>{t('slider')}</label>
      <input
        id={sliderId}
        className="timeline-slider"
        type="range"
        min={0}
        max={last}
        value={passed}
        aria-valuetext={nameOf(under, passed)}
        onChange={({ currentTarget }) => setPassed(Number(currentTarget.value))}
      />
      <ol className="plainList timeline-moments">
        {moments.map((moment, at) => (
          <li key={moment.position}>
            <button type="button" className="promisers-one" aria-pressed={at === index} onClick={() => choose(at)}>
              {nameOf(moment, at)}
            </button>
          </li>
        ))}
      </ol>
      <ThatMoment
        key={chosen.position}
        boardId={boardId}
        moment={chosen}
        name={nameOf(chosen, index)}
        isNow={index === last}
        frozenBoard={frozenBoard}
        onChanged={onChanged}
      />
    </>
  );
}

interface ThatMomentProps extends PartProps {
  readonly moment: Moment;
  readonly name: string;
  readonly isNow: boolean;
  /** The duk is another now. */
  readonly onChanged: () => void;
}

function ThatMoment({ boardId, moment, name, isNow, frozenBoard, onChanged }: ThatMomentProps): ReactNode {
  const { t } = useTranslation('timeline');
  const failureText = useFailureText();
  const lang = letterLanguage(useLanguage());
  const then = useRemote(
    `${boardId}/timeline/${moment.position}/${lang}`,
    () => readMoment(boardId, moment.position, lang),
    // What is emptied from the bin is in no moment any more: nor does it stay on a device.
    false,
  );
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="timeline-moment" aria-labelledby="moment">
      <h2 id="moment">{name}</h2>
      {then.kind === 'loading' && <Waiting />}
      {then.kind === 'failed' && <FailureNote text={failureText(then.failure)} onRetry={then.reload} />}
      {then.kind === 'here' && (
        <>
          <div className="row">
            <Button variant="secondary" onClick={() => setIsOpen(true)}>
              {t('see')}
            </Button>
          </div>
          <Modal open={isOpen} onClose={() => setIsOpen(false)} title={name} size="screen">
            {isOpen && frozenBoard(dukOf(then.value, moment))}
          </Modal>
          {!isNow && <h3>{t('since')}</h3>}
          {!isNow && then.value.changes.length === 0 && <p>{t('nothingSince')}</p>}
          {!isNow && <ToldGroups groups={then.value.changes} />}
          {!isNow && (
            <RestoreMoment
              boardId={boardId}
              moment={moment}
              restoring={then.value.restoring}
              onChanged={() => {
                then.reload();
                onChanged();
              }}
            />
          )}
        </>
      )}
    </section>
  );
}

function dukOf({ sheet, template, participants }: MomentReply, { takenAt }: Moment): FrozenDuk {
  return {
    ...{ sheet, template, date: dayOf(new Date(takenAt)), present: [] },
    plan: { participants },
  };
}
