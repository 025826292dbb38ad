import { Button } from '@digdir/designsystemet-react';
import type { PlanVersion } from '@duken/shared/plan';
import type { PlanLifeReply } from '@duken/shared/protocol';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFailureText, usePlanLife } from '../http/index.ts';
import { useLanguage } from '../texts/index.ts';
import { FailureNote, Waiting } from '../ui/index.ts';
import { HappeningDialog, type HappeningKind } from './HappeningDialog.tsx';
import './planlife.css';
import { standingSentences } from './standingSentences.ts';

interface PlanStandingProps {
  readonly planVersion: PlanVersion;
  /** Whether whoever looks leads the case, and so sees to what becomes of the plan. */
  readonly isLeader: boolean;
}

/** Beside a version: whether it is approved, what was said to its tiltak, and what can be done about it now. */
export function PlanStanding({ planVersion, isLeader }: PlanStandingProps) {
  const { t } = useTranslation('planlife');
  const language = useLanguage();
  const failureText = useFailureText();
  const { boardId, version } = planVersion;
  const life = usePlanLife(boardId, version);
  const heading = useRef<HTMLHeadingElement>(null);
  const [actedAt, setActedAt] = useState<string>();
  const stateNow = life.kind === 'here' ? life.value.state : undefined;
  // The button that was pressed is gone then.
  useEffect(() => {
    if (actedAt !== undefined && stateNow !== undefined && stateNow !== actedAt) heading.current?.focus();
  }, [actedAt, stateNow]);
  if (life.kind === 'loading') return <Waiting />;
  if (life.kind === 'failed') return <FailureNote text={failureText(life.failure)} onRetry={life.reload} />;
  const { state, mayAnswer, isNewest } = life.value;
  return (
    <section className="standing" aria-labelledby="standing">
      <h2 id="standing" ref={heading} tabIndex={-1}>
        {t('standing')}
      </h2>
      {standingSentences(life.value, { t, language }).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {isLeader && state === 'draft' && isNewest && life.value.subjects === 0 && (
        <>
          <p>{t('nobodyMarked')}</p>
          <Link href={`/duk/${boardId}`}>{t('toBoard')}</Link>
        </>
      )}
      {mayAnswer && isNewest && state !== 'approved' && (
        <Button asChild>
          <Link href={`/duk/${boardId}/plan/${version}/din`}>{t('readAndAnswer')}</Link>
        </Button>
      )}
      {isLeader && state !== 'draft' && (
        <Button asChild variant="secondary" data-size="sm">
          <Link href={`/duk/${boardId}/plan/${version}/gi`}>{t('giveTo')}</Link>
        </Button>
      )}
      {isLeader && state !== 'draft' && <Link href={`/duk/${boardId}/plan/${version}/lovet`}>{t('toPromises')}</Link>}
      {isLeader && <Link href={`/duk/${boardId}/plan/${version}/arkiv`}>{t('toArchive')}</Link>}
      {(isLeader || mayAnswer) && <Link href={`/duk/${boardId}/utdrag`}>{t('whoGotWhat')}</Link>}
      {isLeader && <Answers life={life.value} planVersion={planVersion} />}
      {isLeader && isNewest && state !== 'approved' && (
        <LeadersPart
          life={life.value}
          planVersion={planVersion}
          onDone={() => {
            setActedAt(state);
            life.reload();
          }}
        />
      )}
    </section>
  );
}

interface PartProps {
  readonly life: PlanLifeReply;
  readonly planVersion: PlanVersion;
}

function Answers({ life, planVersion }: PartProps): ReactNode {
  const { t } = useTranslation('planlife');
  if (life.answers.length === 0) return life.state === 'draft' ? <p className="muted">{t('noAnswers')}</p> : null;
  const actions = planVersion.plan.actions;
  const noteIds = [...new Set(life.answers.map(({ noteId }) => noteId))];
  return (
    <>
      <h3>{t('answersTitle')}</h3>
      <ul className="plainList standing-answers">
        {noteIds.map((noteId) => (
          <li key={noteId}>
            <p dir="auto">{actions.find((action) => action.noteId === noteId)?.text ?? t('gone')}</p>
            <ul className="plainList">
              {life.answers
                .filter((given) => given.noteId === noteId)
                .map(({ name, answer, line, at }) => (
                  <li key={`${name} ${at}`} data-answer={answer}>
                    <strong>{t(`said-${answer}`, { navn: name })}</strong>
                    {line !== '' && <span dir="auto">{line}</span>}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the leader can do while nobody has said yes; each says first what it means. */
function LeadersPart({ life, planVersion, onDone }: PartProps & { readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation('planlife');
  const [open, setOpen] = useState<HappeningKind>();
  const kinds: readonly HappeningKind[] =
    // Without whom it is about there is nothing to wait for but their yes.
    life.state === 'draft' && life.subject === 'present'
      ? ['spoken', 'time', ...(life.timeIsOver ? (['release'] as const) : [])]
      : ['spoken'];
  const names = {
    spoken: t('recordSpoken'),
    time: t(life.until === undefined ? 'agreeTime' : 'changeTime'),
    release: t('release'),
  } satisfies Record<HappeningKind, string>;
  return (
    <div className="standing-commands">
      {kinds.map((kind) => (
        <Button key={kind} variant="secondary" data-size="sm" onClick={() => setOpen(kind)}>
          {names[kind]}
        </Button>
      ))}
      <HappeningDialog
        kind={open}
        title={open ? names[open] : ''}
        planVersion={planVersion}
        until={life.until}
        onDone={onDone}
        onClose={() => setOpen(undefined)}
      />
    </div>
  );
}
