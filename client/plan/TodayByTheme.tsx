import type { PlanItem, PlanToday } from '@duken/shared/plan';
import { inLanguage, type Template } from '@duken/shared/template';
import { sheetWordsIn, useLanguage } from '../texts/index.ts';
import { Said } from './Said.tsx';

interface TodayByThemeProps {
  readonly today: readonly PlanToday[];
  readonly template: Template;
  /** The two columns' headings. */
  readonly works: string;
  readonly difficult: string;
}

/** Today, theme by theme: what works, and what is hard. */
export function TodayByTheme({ today, template, works, difficult }: TodayByThemeProps) {
  const language = useLanguage();
  return today.map((part) => {
    const theme = template.themes.find(({ id }) => id === part.theme);
    return (
      <section key={part.theme} className="planToday">
        <h3>
          {theme && (
            <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className="planToday-icon">
              <path d={theme.icon} fill="none" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
            </svg>
          )}
          {inLanguage(theme?.name, language) ?? sheetWordsIn(language).withoutTheme}
        </h3>
        <div className="planToday-sides">
          <Side title={works} items={part.works} side="works" />
          <Side title={difficult} items={part.difficult} side="difficult" />
        </div>
      </section>
    );
  });
}

interface SideProps {
  readonly title: string;
  readonly items: readonly PlanItem[];
  readonly side: 'works' | 'difficult';
}

function Side({ title, items, side }: SideProps) {
  if (items.length === 0) return null;
  return (
    <div className={`planToday-side planToday-${side}`}>
      <h4>{title}</h4>
      <ul className="plainList">
        {items.map((item) => (
          <li key={item.noteId}>
            <Said item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}
