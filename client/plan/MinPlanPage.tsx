import { Button, Checkbox, Fieldset, Radio } from '@digdir/designsystemet-react';
import { type Letter, letterToText } from '@duken/shared/letter';
import type { PlanVersion } from '@duken/shared/plan';
import { inLanguage } from '@duken/shared/template';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type LetterWish, planFileUrl, readPlan, useFailureText, useLetter, useRemote } from '../http/index.ts';
import { letterLanguage, useLanguage } from '../texts/index.ts';
import { FailureNote, TopBar, useDocumentTitle, useReadAloud, Waiting } from '../ui/index.ts';
import { LetterBlocks } from './LetterBlocks.tsx';
import './plan.css';

interface MinPlanPageProps {
  readonly boardId: string;
  readonly version: number;
}

/** `/duk/:boardId/plan/:version/min`: one sheet for the wall, to see, hear, choose for and take home. */
export function MinPlanPage({ boardId, version }: MinPlanPageProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const failureText = useFailureText();
  const [choice, setChoice] = useState<Pick<LetterWish, 'dream' | 'themes'>>({});
  const wish: LetterWish = { lang: letterLanguage(language), form: 'minplan', ...choice };
  const letter = useLetter(boardId, version, wish);
  const plan = useRemote(`${boardId}/plans/${version}`, () => readPlan(boardId, version));
  useDocumentTitle(t('minPlan'));
  return (
    <div className="planPage">
      <TopBar
        title={<p className="topBar-name">{t('minPlan')}</p>}
        end={
          <Button asChild>
            <a href={planFileUrl(boardId, version, 'pdf', wish)} download>
              {t('minPlanPdf')}
            </a>
          </Button>
        }
      />
      <main className="minPlanPage">
        <p>
          <Link href={`/duk/${boardId}/plan/${version}`}>{t('wholePlan')}</Link>
        </p>
        <p>{t('minPlanWhat')}</p>
        {letter.kind === 'loading' && <Waiting />}
        {letter.kind === 'failed' && <FailureNote text={failureText(letter.failure)} onRetry={letter.reload} />}
        {letter.kind === 'here' && <Sheet letter={letter.value} boardId={boardId} />}
        {plan.kind === 'here' && <Choices planVersion={plan.value.planVersion} choice={choice} onChoose={setChoice} />}
      </main>
    </div>
  );
}

function Sheet({ letter, boardId }: { readonly letter: Letter; readonly boardId: string }) {
  const { t } = useTranslation('plan');
  const { read, stop, isReading } = useReadAloud(letter.language);
  return (
    <article className="minPlan cloth">
      <header>
        {letter.standing.mark !== '' && <p className="draftMark">{letter.standing.mark}</p>}
        <h1>{letter.title}</h1>
        <p className="muted">{letter.subtitle}</p>
        {read && (
          <Button variant="secondary" onClick={() => (isReading ? stop() : read(letterToText(letter)))}>
            <span>{t(isReading ? 'minPlanStop' : 'minPlanRead')}</span>
          </Button>
        )}
      </header>
      {letter.sections.map(({ id, heading, icon, blocks }) => (
        <section key={id} aria-labelledby={`min-${id}`}>
          <h2 id={`min-${id}`}>
            <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" className="planToday-icon">
              <path d={icon} fill="none" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
            </svg>
            <span>{heading}</span>
          </h2>
          <LetterBlocks blocks={blocks} labelledBy={`min-${id}`} boardId={boardId} />
        </section>
      ))}
    </article>
  );
}

interface ChoicesProps {
  readonly planVersion: PlanVersion;
  readonly choice: Pick<LetterWish, 'dream' | 'themes'>;
  readonly onChoose: (choice: Pick<LetterWish, 'dream' | 'themes'>) => void;
}

/** Which dream, and which parts of life: nothing of drugs stands on a wall unless it was chosen. */
function Choices({ planVersion: { plan, template }, choice, onChoose }: ChoicesProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const themes = template.themes.filter(({ id }) => plan.actions.some(({ theme }) => theme === id));
  const chosen = choice.themes?.split(',') ?? themes.map(({ id }) => id).filter((id) => id !== 'substance-use');
  const toggle = (id: string): void => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    onChoose({ ...choice, themes: next.join(',') });
  };
  if (plan.dreams.length < 2 && themes.length === 0) return null;
  return (
    <details className="minPlanChoices">
      <summary>{t('minPlanChoose')}</summary>
      {plan.dreams.length > 1 && (
        <Fieldset>
          <Fieldset.Legend>{t('minPlanDream')}</Fieldset.Legend>
          {plan.dreams.map(({ noteId, text }) => (
            <Radio
              key={noteId}
              name="min-dream"
              label={text}
              value={noteId}
              checked={choice.dream === noteId}
              onChange={() => onChoose({ ...choice, dream: noteId })}
            />
          ))}
        </Fieldset>
      )}
      {themes.length > 0 && (
        <Fieldset>
          <Fieldset.Legend>{t('minPlanThemes')}</Fieldset.Legend>
          {themes.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={inLanguage(name, language)}
              value={id}
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
            />
          ))}
        </Fieldset>
      )}
    </details>
  );
}
