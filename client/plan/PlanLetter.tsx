import type { PlanItem, PlanVersion } from '@duken/shared/plan';
import { type ColumnId, inLanguage, type Template } from '@duken/shared/template';
import { isolated } from '@duken/shared/text';
import { useTranslation } from 'react-i18next';
import { dayInWords, namesInWords, sheetWordsIn, useLanguage } from '../texts/index.ts';
import { ActionTable } from './ActionTable.tsx';
import { Said } from './Said.tsx';
import { Staircase } from './Staircase.tsx';
import { TodayByTheme } from './TodayByTheme.tsx';
import { themeName } from './themeName.ts';

/** The plan as a letter: dreams first and large, then what we do now, the goals, today, the way and the people. */
export function PlanLetter({ planVersion }: { readonly planVersion: PlanVersion }) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const { plan, template, version, date, present } = planVersion;
  const heading = (column: ColumnId) =>
    inLanguage(template.columns.find(({ id }) => id === column)?.heading, language) ?? column;
  const names = present.map(({ name }) => isolated(name));
  return (
    <article className="planLetter cloth">
      <header>
        <h1>{plan.for === '' ? isolated(plan.title) : t('planFor', { navn: plan.for })}</h1>
        <p className="muted">
          <span>{t('version', { versjon: String(version) })}</span> · <span>{t('meetingOn')}</span>{' '}
          <time dateTime={date}>{dayInWords(date, language)}</time>
        </p>
        {plan.vision && <p className="planVision">{isolated(plan.vision)}</p>}
        <p className="muted">
          {names.length === 0 ? t('nobodyPresent') : t('present', { navn: namesInWords(names, language) })}
        </p>
      </header>

      {plan.dreams.length > 0 && (
        <section className="planDreams" aria-labelledby="plan-dreams">
          <h2 id="plan-dreams">{heading('dream')}</h2>
          <Items items={plan.dreams} template={template} />
        </section>
      )}

      {(plan.actions.length > 0 || plan.nowNotes.length > 0) && (
        <section aria-labelledby="plan-now">
          <h2 id="plan-now">{heading('now')}</h2>
          {plan.actions.length > 0 && (
            <ActionTable
              actions={plan.actions}
              template={template}
              labelledBy="plan-now"
              boardId={planVersion.boardId}
            />
          )}
          {plan.nowNotes.length > 0 && (
            <>
              {plan.actions.length > 0 && <h3>{t('alsoNow')}</h3>}
              <Items items={plan.nowNotes} template={template} />
            </>
          )}
        </section>
      )}

      <Goals
        title={heading('short')}
        day={plan.horizonShort}
        goals={plan.shortGoals}
        template={template}
        id="plan-short"
      />
      <Goals title={heading('long')} day={plan.horizonLong} goals={plan.longGoals} template={template} id="plan-long" />

      {plan.today.length > 0 && (
        <section aria-labelledby="plan-today">
          <h2 id="plan-today">{sheetWordsIn(language).situation}</h2>
          <TodayByTheme
            today={plan.today}
            template={template}
            works={heading('works')}
            difficult={heading('difficult')}
          />
        </section>
      )}

      {(plan.journey.overall || plan.journey.themes.length > 0) && (
        <section aria-labelledby="plan-way">
          <h2 id="plan-way">{t('wayAhead')}</h2>
          <Staircase journey={plan.journey} template={template} />
        </section>
      )}

      {plan.leftOut > 0 && <p className="muted">{t('leftOut', { count: plan.leftOut })}</p>}
    </article>
  );
}

interface GoalsProps {
  readonly title: string;
  /** The horizon as 'YYYY-MM-DD', or ''. */
  readonly day: string;
  readonly goals: readonly PlanItem[];
  readonly template: Template;
  readonly id: string;
}

function Goals({ title, day, goals, template, id }: GoalsProps) {
  const language = useLanguage();
  if (goals.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <span>{title}</span>
        {day !== '' && (
          <>
            <span>{`, ${sheetWordsIn(language).by} `}</span>
            <time dateTime={day}>{dayInWords(day, language)}</time>
          </>
        )}
      </h2>
      <Items items={goals} template={template} />
    </section>
  );
}

/** Notes under a heading that spans the themes: each says its own. */
function Items({ items, template }: { readonly items: readonly PlanItem[]; readonly template: Template }) {
  const language = useLanguage();
  return (
    <ul className="plainList planItems">
      {items.map((item) => (
        <li key={item.noteId}>
          <Said item={item} theme={themeName(template, item.theme, language)} />
        </li>
      ))}
    </ul>
  );
}
