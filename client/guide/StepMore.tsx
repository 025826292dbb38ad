import { Button } from '@digdir/designsystemet-react';
import { setTimer } from '@duken/shared/board';
import type { GuideStep } from '@duken/shared/guide';
import { inLanguage } from '@duken/shared/template';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { useLanguage } from '../texts/index.ts';
import type { GuideSlot } from './guideSlot.ts';
import { WhoHasWritten } from './WhoHasWritten.tsx';

interface StepMoreProps {
  readonly session: BoardSession;
  readonly step: GuideStep;
  readonly steps: readonly GuideStep[];
  /** What the step has not come to yet, in words. */
  readonly untouched: string;
  readonly hasTimer: boolean;
  readonly onGo: (step: GuideStep) => void;
  readonly onEnd: () => void;
  readonly people: GuideSlot['people'];
}

/** What whoever leads has beside the question: words to read aloud, what is untouched, all steps, and time. */
export function StepMore({ session, step, steps, untouched, hasTimer, onGo, onEnd, people }: StepMoreProps): ReactNode {
  const { t } = useTranslation('guide');
  const language = useLanguage();
  const start = (minutes: number): void => {
    const from = Date.now();
    session.run((board) => setTimer(board, { from, until: from + minutes * 60_000 }));
  };
  return (
    <div className="guide-more">
      <div>
        <h3>{t('readAloud')}</h3>
        <blockquote>{inLanguage(step.aloud, language)}</blockquote>
        <p className="guide-line">{untouched}</p>
        <WhoHasWritten session={session} people={people} />
      </div>
      <div>
        <h3>{t('allSteps')}</h3>
        <ol className="guide-steps">
          {steps.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                className="guide-link"
                aria-current={each === step ? 'step' : undefined}
                onClick={() => onGo(each)}
              >
                {inLanguage(each.name, language)}
              </button>
            </li>
          ))}
        </ol>
      </div>
      <div>
        <h3>{t('time')}</h3>
        <div className="guide-commands">
          {[...new Set([5, step.minutes, 2 * step.minutes])]
            .sort((a, b) => a - b)
            .map((minutes) => (
              <Button key={minutes} data-size="sm" variant="secondary" onClick={() => start(minutes)}>
                {t('minutes', { count: minutes })}
              </Button>
            ))}
          {hasTimer && (
            <Button
              data-size="sm"
              variant="tertiary"
              onClick={() => session.run((board) => setTimer(board, undefined))}
            >
              {t('timeStop')}
            </Button>
          )}
        </div>
        <Button data-size="sm" variant="tertiary" className="guide-end" onClick={onEnd}>
          {t('onlyCloth')}
        </Button>
      </div>
    </div>
  );
}
