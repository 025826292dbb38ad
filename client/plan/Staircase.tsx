import { phaseIds } from '@duken/shared/board';
import type { InvestmentPlan } from '@duken/shared/plan';
import { inLanguage, type Template } from '@duken/shared/template';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../texts/index.ts';

interface StaircaseProps {
  readonly journey: InvestmentPlan['journey'];
  readonly template: Template;
}

/** The investeringsferd as Lørenskog draws it: four steps, and the one we stand on. */
export function Staircase({ journey, template }: StaircaseProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const here = journey.overall ? phaseIds.indexOf(journey.overall) : -1;
  return (
    <>
      {journey.overall && (
        <p>
          <span>{t('phaseNow', { fase: t(journey.overall, { ns: 'journey' }) })}</span>
          <span className="planStaircase-means">{t(`${journey.overall}Means`, { ns: 'journey' })}</span>
        </p>
      )}
      <ol className="plainList planStaircase" aria-label={t('journey')}>
        {phaseIds.map((phase, step) => (
          <li
            key={phase}
            data-step={step < here ? 'behind' : step === here ? 'here' : 'ahead'}
            aria-current={step === here ? 'step' : undefined}
          >
            <span>{t(phase, { ns: 'journey' })}</span>
          </li>
        ))}
      </ol>
      {journey.themes.length > 0 && (
        <dl className="planStaircase-themes">
          {journey.themes.map(({ theme, phase }) => (
            <div key={theme}>
              <dt>{inLanguage(template.themes.find(({ id }) => id === theme)?.name, language) ?? theme}</dt>
              <dd>{t(phase, { ns: 'journey' })}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
