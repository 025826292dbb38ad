import { Alert, Button } from '@digdir/designsystemet-react';
import type { PersonId } from '@duken/shared/board';
import type { PlanVersion } from '@duken/shared/plan';
import type { MeReply, PlanLifeReply } from '@duken/shared/protocol';
import { SpeakerIcon, StopIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answerAction, type RequestFailure, readPlan, useFailureText, usePlanLife, useRemote } from '../http/index.ts';
import { dayInWords, letterLanguage, useLanguage } from '../texts/index.ts';
import { FailureNote, Letter, useDocumentTitle, useReadAloud, Waiting } from '../ui/index.ts';
import { ActionQuestion, type Unsaved } from './ActionQuestion.tsx';
import { ApproveDialog } from './ApproveDialog.tsx';
import { countInWords, ownPlanOf, sentencesOf } from './ownPlan.ts';
import './planlife.css';
import { standingSentences } from './standingSentences.ts';

interface OwnPlanPageProps {
  readonly boardId: string;
  readonly version: number;
  readonly me: MeReply;
}

/** `/duk/:boardId/plan/:version/din`: the plan for whom it is about, on a phone first: read or heard, answered, approved. */
export function OwnPlanPage({ boardId, version, me }: OwnPlanPageProps) {
  const { t } = useTranslation('planlife');
  const failureText = useFailureText();
  useDocumentTitle(t('ownTitle'));
  const plan = useRemote(`${boardId}/plans/${version}`, () => readPlan(boardId, version));
  const life = usePlanLife(boardId, version);
  const failed = plan.kind === 'failed' ? plan : life.kind === 'failed' ? life : undefined;
  if (failed) {
    const { failure } = failed;
    return (
      <Letter title={t('ownTitle')}>
        <FailureNote
          text={failureText(failure)}
          onRetry={() => {
            plan.reload();
            life.reload();
          }}
        />
        <Link href={`/duk/${boardId}/plan`}>{t('wholePlan')}</Link>
      </Letter>
    );
  }
  if (plan.kind !== 'here' || life.kind !== 'here') return <Waiting isPage />;
  return <OwnPlan planVersion={plan.value.planVersion} life={life.value} me={me} reload={life.reload} />;
}

interface OwnPlanProps {
  readonly planVersion: PlanVersion;
  readonly life: PlanLifeReply;
  readonly me: MeReply;
  readonly reload: () => void;
}

function OwnPlan({ planVersion, life, me, reload }: OwnPlanProps): ReactNode {
  const { t, i18n } = useTranslation('planlife');
  const language = useLanguage();
  const { boardId, version, plan, date } = planVersion;
  const who = { personId: me.personId as PersonId, name: me.name };
  const own = ownPlanOf(planVersion, who, { t, language });
  // What is heard is in the language of the voice.
  const heardIn = letterLanguage(language);
  const heard = i18n.getFixedT(heardIn, 'planlife');
  const ownHeard = ownPlanOf(planVersion, who, { t: heard, language: heardIn });
  const givenTo = (noteId: string) => life.answers.find((given) => given.isOwn && given.noteId === noteId);
  const isAlone = life.mayAnswer && life.subjects === 1;
  const unsaved = useRef<Unsaved>(new Map()).current;
  const saveTyped = async () => {
    for (const [noteId, said] of unsaved) {
      const sent = await answerAction(boardId, version, noteId, said);
      if (!sent.ok) return sent.failure;
      unsaved.delete(noteId);
    }
    return undefined;
  };
  const thanks = useRef<HTMLParagraphElement>(null);
  const [hasApproved, setHasApproved] = useState(false);
  const isThanked = life.state === 'approved' && life.mayApprove;
  // The button that was pressed is gone then.
  useEffect(() => {
    if (hasApproved && isThanked) thanks.current?.focus();
  }, [hasApproved, isThanked]);
  const isOpen = life.isNewest && life.state !== 'approved';
  return (
    <main className="ownPlan">
      <header className="ownPlan-head">
        <h1>{t('ownTitle')}</h1>
        <p className="muted">{t('ownSubtitle', { dag: dayInWords(date, language) })}</p>
        {life.state === 'draft' && <p className="draftMark">{t('draft')}</p>}
        <Listen sentences={sentencesOf(ownHeard, planVersion, { t: heard, isAlone })} />
      </header>
      {!life.mayAnswer && <Alert data-color="info">{t('notYours')}</Alert>}
      {plan.dreams.length > 0 && (
        <section aria-labelledby="own-dreams">
          <h2 id="own-dreams">{t(isAlone ? 'ownDreams' : 'dreams')}</h2>
          <ul className="plainList ownPlan-dreams">
            {plan.dreams.map(({ noteId, text }) => (
              <li key={noteId} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="own-actions">
        <h2 id="own-actions">{t('whatWeDo')}</h2>
        <p className="ownPlan-count">{countInWords(own, t)}</p>
        <ul className="plainList ownPlan-actions">
          {own.actions.map(({ action, isOwn, sentence }) => (
            <li key={action.noteId} data-own={isOwn}>
              {isOwn && <p className="ownPlan-own">{t('isYours')}</p>}
              <p className="ownPlan-words" dir="auto">
                {action.text}
              </p>
              <p className="muted">{sentence}</p>
              {isOpen && life.mayAnswer && (
                <ActionQuestion
                  boardId={boardId}
                  version={version}
                  action={action}
                  given={givenTo(action.noteId)}
                  unsaved={unsaved}
                  onSaid={reload}
                />
              )}
              {!isOpen && <Said given={givenTo(action.noteId)} />}
            </li>
          ))}
        </ul>
      </section>
      <footer className="ownPlan-end">
        {standingSentences(life, { t, language }).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {isOpen && life.mayApprove && (
          <Approve
            life={life}
            planVersion={planVersion}
            saveTyped={saveTyped}
            onApproved={() => {
              setHasApproved(true);
              reload();
            }}
          />
        )}
        {isOpen && life.mayAnswer && !life.mayApprove && <p>{t('childText')}</p>}
        <p role="status" className="ownPlan-thanks" ref={thanks} tabIndex={-1}>
          {isThanked && t('thanks')}
        </p>
        <Link href={`/duk/${boardId}/plan/${version}`}>{t('wholePlan')}</Link>
      </footer>
    </main>
  );
}

/** What they said to a tiltak, when it is not asked any more. */
function Said({ given }: { readonly given: PlanLifeReply['answers'][number] | undefined }): ReactNode {
  const { t } = useTranslation('planlife');
  return (
    given && (
      <p className="ownPlan-said">
        <strong>{t('youSaid', { svar: t(`answer-${given.answer}`) })}</strong>
        {given.line !== '' && <span dir="auto">{given.line}</span>}
      </p>
    )
  );
}

/** Only where the machine has a voice for the language. */
function Listen({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  const { t } = useTranslation('planlife');
  const { isReading, read, stop } = useReadAloud(letterLanguage(useLanguage()));
  if (!read) return null;
  return (
    <Button variant="secondary" onClick={() => (isReading ? stop() : read(sentences.join('.\n')))}>
      {isReading ? <StopIcon aria-hidden /> : <SpeakerIcon aria-hidden />}
      <span>{isReading ? t('stopListening') : t('listen')}</span>
    </Button>
  );
}

interface ApproveProps extends Pick<OwnPlanProps, 'life' | 'planVersion'> {
  readonly saveTyped: () => Promise<RequestFailure | undefined>;
  readonly onApproved: () => void;
}

function Approve({ life, planVersion, ...rest }: ApproveProps): ReactNode {
  const { t } = useTranslation('planlife');
  const [isAsking, setIsAsking] = useState(false);
  const open = life.answers.filter(({ isOwn, answer }) => isOwn && answer !== 'yes').length;
  return (
    <>
      <p className="muted">{t('approveHint')}</p>
      <Button data-size="lg" onClick={() => setIsAsking(true)}>
        {t('approve')}
      </Button>
      <ApproveDialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        planVersion={planVersion}
        openAnswers={open}
        {...rest}
      />
    </>
  );
}
