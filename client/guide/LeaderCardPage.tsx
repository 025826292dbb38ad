import { Button } from '@digdir/designsystemet-react';
import { guideSteps } from '@duken/shared/guide';
import { inLanguage, templates } from '@duken/shared/template';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../texts/index.ts';
import { LanguageSwitch, TopBar, useDocumentTitle } from '../ui/index.ts';
import './leaderCard.css';
import { useStepOrder } from './useStepOrder.ts';

const before = ['cardAsk', 'cardLay', 'cardTime'] as const;
const along = ['cardQuiet', 'cardPause', 'cardDiffer', 'cardCloth'] as const;
const after = ['cardRead', 'cardNext'] as const;

/** `/lederkort`: how a meeting goes, on one A4 sheet, made from the same steps as the guided meeting. */
export function LeaderCardPage(): ReactNode {
  const { t } = useTranslation('guide');
  const language = useLanguage();
  const steps = guideSteps(templates.lorenskog, undefined, useStepOrder());
  useDocumentTitle(`${t('cardTitle')} · Duken`);
  const list = (
    title: 'cardBefore' | 'cardAlong' | 'cardAfter',
    lines: readonly (typeof before | typeof along | typeof after)[number][],
  ) => (
    <section>
      <h2>{t(title)}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ul>
    </section>
  );
  return (
    <div className="sheetPage leaderCard">
      <TopBar title={<p className="topBar-name">{t('cardTitle')}</p>} end={<LanguageSwitch />} />
      <main className="cloth sheetPage-sheet leaderCard-sheet">
        <header>
          <h1>{t('cardTitle')}</h1>
          <p>{t('cardLead')}</p>
          <Button variant="secondary" onClick={() => window.print()}>
            {t('cardPrint')}
          </Button>
        </header>
        {list('cardBefore', before)}
        <section className="leaderCard-steps" aria-labelledby="steps">
          <h2 id="steps">{t('cardSteps')}</h2>
          <ol>
            {steps.map((step) => (
              <li key={step.id}>
                <h3>
                  <span>{inLanguage(step.question, language)}</span>{' '}
                  <span className="muted">{t('cardMinutes', { count: step.minutes })}</span>
                </h3>
                <p>{inLanguage(step.aloud, language)}</p>
              </li>
            ))}
          </ol>
        </section>
        {list('cardAlong', along)}
        {list('cardAfter', after)}
      </main>
    </div>
  );
}
