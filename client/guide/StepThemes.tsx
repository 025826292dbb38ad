import { setThemeTalk, type ThemeTalk, themeTalks } from '@duken/shared/board';
import { inLanguage, type Template, type ThemeId } from '@duken/shared/template';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSession } from '../session/index.ts';
import { useLanguage } from '../texts/index.ts';
import { SlashBreaks } from '../ui/index.ts';

interface StepThemesProps {
  readonly session: BoardSession;
  readonly template: Template;
  readonly theme: ThemeId | undefined;
  /** Whether it is said here how far each has come. */
  readonly isTalk: boolean;
  readonly onPick: (theme: ThemeId) => void;
}

const signs: Readonly<Record<ThemeTalk, string>> = { talkedOf: '✓', notYet: '', notRelevant: '–' };

/** The themes as a row to go through, each with how far it has come. */
export function StepThemes({ session, template, theme, isTalk, onPick }: StepThemesProps): ReactNode {
  const { t } = useTranslation('guide');
  const language = useLanguage();
  const name = useId();
  const { meeting } = session.board();
  const talkOf = (id: ThemeId): ThemeTalk =>
    meeting?.talkedOf.includes(id) ? 'talkedOf' : meeting?.notRelevant?.includes(id) ? 'notRelevant' : 'notYet';
  const at = template.themes.find(({ id }) => id === theme);
  const index = at ? template.themes.indexOf(at) : -1;
  const following = [...template.themes.slice(index + 1), ...template.themes.slice(0, Math.max(0, index))];
  const nextTheme = following.find(({ id }) => talkOf(id) === 'notYet');
  const say = (id: ThemeId, talk: ThemeTalk): void => {
    const said = session.run((board) => setThemeTalk(board, id, talk));
    if (!said.ok) throw new Error(`The row offers ${id}, which this layout does not have.`);
  };
  return (
    <div className="guide-themes">
      <fieldset className="guide-chips">
        <legend className="ds-sr-only">{t('themes')}</legend>
        {template.themes.map((each) => (
          <label key={each.id} className={`guide-chip guide-chip-${isTalk ? talkOf(each.id) : 'notYet'}`}>
            <input type="radio" name={`${name}theme`} checked={each.id === theme} onChange={() => onPick(each.id)} />
            {isTalk && talkOf(each.id) !== 'notYet' && (
              <span aria-hidden="true" className="guide-sign">
                {signs[talkOf(each.id)]}
              </span>
            )}
            <SlashBreaks name={inLanguage(each.name, language)} />
            {isTalk && <span className="ds-sr-only">{`, ${t(`talk_${talkOf(each.id)}`)}`}</span>}
          </label>
        ))}
      </fieldset>
      {isTalk && at && session.mayWrite && (
        <div className="guide-talk">
          <fieldset className="guide-chips">
            <legend className="guide-line">{t('talkOf', { theme: inLanguage(at.name, language) })}</legend>
            {themeTalks.map((talk) => (
              <label key={talk} className="guide-chip">
                <input
                  type="radio"
                  name={`${name}talk`}
                  checked={talkOf(at.id) === talk}
                  onChange={() => say(at.id, talk)}
                />
                <span>{t(`talk_${talk}`)}</span>
              </label>
            ))}
          </fieldset>
          {nextTheme && (
            <button type="button" className="guide-link" onClick={() => onPick(nextTheme.id)}>
              {t('nextTheme', { theme: inLanguage(nextTheme.name, language) })}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
