import { Button } from '@digdir/designsystemet-react';
import { endOpening, forgetTalk, gatherAt, type SheetPart, setStep } from '@duken/shared/board';
import { firstStep, type GuideStep, guideSteps, stepNow, untouchedAt } from '@duken/shared/guide';
import { inLanguage, type ThemeId } from '@duken/shared/template';
import { ChevronDownIcon, ChevronLeftIcon, ChevronUpIcon, XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useId, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../texts/index.ts';
import { Aloud } from '../ui/index.ts';
import { GatheringLine } from './GatheringLine.tsx';
import type { GuideSlot } from './guideSlot.ts';
import './guide.css';
import { StepChild } from './StepChild.tsx';
import { StepClock } from './StepClock.tsx';
import { StepHearts } from './StepHearts.tsx';
import { StepMore } from './StepMore.tsx';
import { StepThemes } from './StepThemes.tsx';
import { untouchedWords } from './stepWords.ts';
import { useGathering } from './useGathering.ts';
import { useStepOrder } from './useStepOrder.ts';

/** The guided meeting, above the sheet: one question at a time that everybody sees. Whoever does not want it puts it away. */
export function GuideBar(props: GuideSlot): ReactNode {
  const { session, template } = props;
  const board = useSyncExternalStore(session.subscribe, () => session.board());
  const { now, meeting } = board;
  const order = useStepOrder();
  const steps = useMemo(
    () => guideSteps(template, { ...(now ? { now } : {}), ...(meeting ? { meeting } : {}) }, order),
    [template, now, meeting, order],
  );
  const step = stepNow(steps, board.meeting?.step);
  const gathering = useGathering(session, props.onLook);
  const isAsked = props.isShown && (step !== undefined || props.isLeader);
  return (
    <>
      {isAsked && (step ? <Step {...props} steps={steps} step={step} /> : <Choice {...props} steps={steps} />)}
      <GatheringLine {...props} {...gathering} />
    </>
  );
}

/** Whether the table wants to be led, or just the cloth. */
function Choice({ session, steps, onHide }: GuideSlot & { readonly steps: readonly GuideStep[] }): ReactNode {
  const { t } = useTranslation('guide');
  const titleId = useId();
  const { meeting } = session.board();
  const hasTalked = meeting !== undefined && meeting.talkedOf.length + (meeting.notRelevant?.length ?? 0) > 0;
  const start = (step: GuideStep | undefined, isAnew: boolean): void => {
    if (isAnew) session.run(forgetTalk);
    if (step) session.run((board) => setStep(board, step.id));
  };
  const begin = firstStep(steps, session.board());
  return (
    <section className="guide guide-choice" aria-labelledby={titleId}>
      <div className="guide-asked">
        <h2 id={titleId} className="guide-question">
          {t('chooseTitle')}
        </h2>
        <p className="guide-line muted">{t('chooseText')}</p>
      </div>
      <div className="guide-commands">
        {hasTalked && (
          <Button data-size="sm" onClick={() => start(steps.find(({ byTheme }) => byTheme) ?? begin, false)}>
            {t('followOn')}
          </Button>
        )}
        <Button data-size="sm" variant={hasTalked ? 'secondary' : 'primary'} onClick={() => start(begin, true)}>
          <span>{hasTalked ? t('followAnew') : t('follow')}</span>
        </Button>
        <Button data-size="sm" variant="tertiary" onClick={onHide}>
          {t('onlyCloth')}
        </Button>
      </div>
    </section>
  );
}

interface StepProps extends GuideSlot {
  readonly steps: readonly GuideStep[];
  readonly step: GuideStep;
}

function Step(props: StepProps): ReactNode {
  const { session, template, isLeader, steps, step } = props;
  const { t } = useTranslation('guide');
  const language = useLanguage();
  const moreId = useId();
  const board = session.board();
  const [picked, setPicked] = useState<{ readonly step: string; readonly theme: ThemeId }>();
  const [isOpen, setIsOpen] = useState(false);
  const [isThemeMissing, setIsThemeMissing] = useState<object>();

  const column = template.columns.find(({ id }) => id === step.answersIn);
  const needsTheme = column?.themes === 'one';
  const atTable = board.now?.theme;
  // Whoever leads says where the table is; everybody else may look elsewhere for themselves.
  const theme = (isLeader ? undefined : picked?.step === step.id ? picked.theme : undefined) ?? atTable;
  const themeName = inLanguage(template.themes.find(({ id }) => id === theme)?.name, language);
  const question = inLanguage(step.question, language);
  const asked = themeName && step.byTheme ? t('questionAbout', { question, theme: themeName }) : question;
  const part: SheetPart = { columns: step.columns, ...(theme === undefined ? {} : { theme }) };
  const { answersIn, columns } = step;
  const { onAsk } = props;
  const asksTheme = needsTheme && !step.byTheme;
  useEffect(() => {
    onAsk(
      answersIn && { key: `${step.id}/${theme ?? ''}`, question: asked, columns, column: answersIn, theme, asksTheme },
    );
    return () => onAsk(undefined);
  }, [onAsk, step.id, asked, columns, answersIn, theme, asksTheme]);

  const index = steps.indexOf(step);
  const [before, next] = [steps[index - 1], steps[index + 1]];
  /** Who ends it has seen enough of it, and is not asked at once whether to begin. */
  const end = (): void => {
    session.run((document) => setStep(document, ''));
    props.onHide();
  };
  const go = (to: GuideStep): void => {
    session.run((document) => setStep(document, to.id));
    if (to === steps.at(-1)) session.run(endOpening);
  };

  const pick = (to: ThemeId): void => {
    setIsThemeMissing(undefined);
    if (isLeader) session.run((document) => setStep(document, step.id, to));
    else setPicked({ step: step.id, theme: to });
  };
  const answer = (): void => {
    if (!column) return;
    if (needsTheme && theme === undefined) setIsThemeMissing({});
    else props.onAnswer({ column: column.id, theme: column.themes === 'none' ? '' : (theme ?? '') });
  };

  return (
    <section className="guide" aria-label={t('title')}>
      <div className="guide-row">
        {isLeader && before && (
          <Button
            data-size="sm"
            variant="tertiary"
            icon
            aria-label={t('back')}
            title={t('back')}
            onClick={() => go(before)}
          >
            <ChevronLeftIcon aria-hidden />
          </Button>
        )}
        <div className="guide-asked">
          <p className="guide-step">
            <span>{t('stepOf', { number: index + 1, count: steps.length })}</span>
            <span className="guide-progress" aria-hidden>
              {steps.map(({ id }, at) => (
                <span key={id} className={at < index ? 'guide-done' : at === index ? 'guide-now' : ''} />
              ))}
            </span>
            <span className="guide-name">{inLanguage(step.name, language)}</span>
          </p>
          <StepClock timer={board.now?.timer} isLeader={isLeader} />
          {!(props.composes && step.answersIn) && (
            <h2 className="guide-question">
              <span key={asked}>{asked}</span>
            </h2>
          )}
        </div>
        <div className="guide-commands">
          {session.mayWrite && column && !props.composes && (
            <Button data-size="sm" variant={isLeader ? 'secondary' : 'primary'} onClick={answer}>
              {t('answer')}
            </Button>
          )}
          {session.mayWrite && !isLeader && step.matter === 'notes' && (
            <Button data-size="sm" variant="tertiary" onClick={props.onQuiet}>
              {t('writeQuietly')}
            </Button>
          )}
          {step.columns.length > 0 && (
            <Button data-size="sm" variant="tertiary" className="guide-look" onClick={() => props.onShow(part)}>
              {t('look')}
            </Button>
          )}
          {step.id === 'dream' && session.mayWrite && (
            <Button data-size="sm" variant="tertiary" onClick={props.onVision}>
              {t('writeVision')}
            </Button>
          )}
          {step.matter === 'journey' && (
            <Button data-size="sm" variant="secondary" onClick={props.onOpenJourney}>
              {t('openJourney')}
            </Button>
          )}
          {isLeader && (step.matter === 'nextMeeting' || step.matter === 'freeze') && (
            <Button data-size="sm" variant="secondary" onClick={props.onFreeze}>
              <span>{t(step.matter === 'freeze' ? 'freeze' : 'setNext')}</span>
            </Button>
          )}
          {isLeader && (
            <>
              <Button
                data-size="sm"
                variant="tertiary"
                title={t('gatherHint')}
                onClick={() => session.run((document) => gatherAt(document, { ...part, at: Date.now() }))}
              >
                {t('gather')}
              </Button>
              {next ? (
                <Button
                  data-size="sm"
                  onClick={() => go(next)}
                  title={t('nextStep', { name: inLanguage(next.name, language) })}
                >
                  {t('next')}
                </Button>
              ) : (
                <Button data-size="sm" onClick={end}>
                  {t('end')}
                </Button>
              )}
              <Button
                data-size="sm"
                variant="tertiary"
                icon
                aria-label={t('more')}
                title={t('more')}
                aria-expanded={isOpen}
                aria-controls={moreId}
                onClick={() => setIsOpen(!isOpen)}
              >
                {isOpen ? <ChevronUpIcon aria-hidden /> : <ChevronDownIcon aria-hidden />}
              </Button>
            </>
          )}
          <Button
            data-size="sm"
            variant="tertiary"
            icon
            aria-label={t('hide')}
            title={t('hide')}
            onClick={props.onHide}
          >
            <XMarkIcon aria-hidden />
          </Button>
        </div>
      </div>
      <Aloud
        className={isThemeMissing ? 'guide-line guide-missing' : 'ds-sr-only'}
        words={isThemeMissing ? t('pickTheme') : asked}
        of={isThemeMissing ?? asked}
      />
      {step.id === 'childFirst' && <StepChild {...props} />}
      {step.id === 'matters' && session.mayWrite && <StepHearts {...props} />}
      {(step.byTheme || (asksTheme && !props.composes)) && (
        <StepThemes session={session} template={template} theme={theme} isTalk={step.byTheme} onPick={pick} />
      )}
      {isLeader && (
        <div id={moreId} hidden={!isOpen}>
          {isOpen && (
            <StepMore
              session={session}
              step={step}
              steps={steps}
              untouched={untouchedWords(untouchedAt(step, board, template), template, language, t)}
              hasTimer={board.now?.timer !== undefined}
              onGo={go}
              onEnd={end}
              people={props.people}
            />
          )}
        </div>
      )}
    </section>
  );
}
