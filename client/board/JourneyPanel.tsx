import { type Board, type PhaseId, phaseIds, setPhase } from '@duken/shared/board';
import { inLanguage, type Template } from '@duken/shared/template';
import { ChevronDownIcon, ChevronUpIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardSession, tellsForCitizen } from '../session/index.ts';
import { useLanguage } from '../texts/index.ts';
import { recall, remember, SlashBreaks } from '../ui/index.ts';

interface JourneyPanelProps {
  readonly session: BoardSession;
  readonly board: Board;
  readonly template: Template;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** How far it has come from meeting to meeting; absent for whoever may read no plan of it. */
  readonly overTime: ReactNode;
}

const storageKey = 'duk.journeyOpen';

/**
 * Whether the panel is open: only where somebody has asked for it, and the next time as they left it.
 * @param asked a new value opens it
 */
export function useJourneyPanel(asked: object | undefined): { readonly isOpen: boolean; readonly toggle: () => void } {
  const [isOpen, setIsOpen] = useState(() => recall(storageKey) === 'yes');
  useEffect(() => {
    if (asked) setIsOpen(true);
  }, [asked]);
  const toggle = (): void => {
    remember(storageKey, isOpen ? 'no' : 'yes');
    setIsOpen(!isOpen);
  };
  return { isOpen, toggle };
}

/**
 * The investeringsferd as Lørenskog's staircase: the phase as a whole and, folded away, per theme. What the table agreed on and how the citizen
 * sees it stand beside each other.
 */
export function JourneyPanel({ session, board, template, isOpen, onToggle, overTime }: JourneyPanelProps): ReactNode {
  const { t } = useTranslation('journey');
  const language = useLanguage();
  const [showsThemes, setShowsThemes] = useState(false);
  const phaseName = (phase: PhaseId | undefined): string => (phase ? t(phase) : t('notSet'));
  const seat = useSyncExternalStore(session.subscribe, () => session.seat());
  const mayTell = tellsForCitizen(seat);
  const citizen = board.journey.citizen;
  const whose = board.for.trim();
  const citizenSees = whose === '' ? t('citizenSees') : t('citizenSeesNamed', { navn: whose });
  const pick = (of: string, phase: PhaseId, current: PhaseId | undefined, view: 'table' | 'citizen'): void => {
    const next = phase === current ? undefined : phase;
    const answer = session.run((document) => setPhase(document, of, next, view));
    // Only a theme that the layout on screen does not have: the panel lists its own.
    if (!answer.ok) throw new Error(`The panel offers ${of}, which this layout does not have.`);
  };
  return (
    <section className="journey" aria-label={t('title')}>
      <button type="button" className="journey-title" aria-expanded={isOpen} onClick={onToggle}>
        <span>{t('title')}</span>
        {isOpen ? <ChevronDownIcon aria-hidden /> : <ChevronUpIcon aria-hidden />}
      </button>
      {isOpen && (
        <>
          <Staircase
            label={t('overall')}
            current={board.journey.overall}
            mayWrite={session.mayWrite}
            onPick={(phase) => pick('overall', phase, board.journey.overall, 'table')}
          />
          {(citizen || mayTell) && (
            <div className="journey-citizen">
              <p>{citizenSees}</p>
              <Staircase
                label={`${t('overall')}, ${citizenSees}`}
                current={citizen?.overall}
                mayWrite={mayTell}
                isSmall
                onPick={(phase) => pick('overall', phase, citizen?.overall, 'citizen')}
              />
              <p className="journey-phase">{phaseName(citizen?.overall)}</p>
            </div>
          )}
          <button
            type="button"
            className="journey-more"
            aria-expanded={showsThemes}
            onClick={() => setShowsThemes(!showsThemes)}
          >
            {showsThemes ? t('hideThemes') : t('showThemes')}
          </button>
          {overTime !== undefined && <OverTime>{overTime}</OverTime>}
          <details className="journey-means">
            <summary>{t('means')}</summary>
            <dl>
              {phaseIds.map((phase) => (
                <div key={phase}>
                  <dt>{t(phase)}</dt>
                  <dd>{t(`${phase}Means`)}</dd>
                </div>
              ))}
            </dl>
          </details>
          {showsThemes && (
            <ul className="journey-themes">
              {template.themes.map((theme) => (
                <li key={theme.id}>
                  <span>
                    <SlashBreaks name={inLanguage(theme.name, language)} />
                    <span className="journey-phase">{phaseName(board.journey.themes[theme.id])}</span>
                  </span>
                  <Staircase
                    label={inLanguage(theme.name, language)}
                    current={board.journey.themes[theme.id]}
                    mayWrite={session.mayWrite}
                    isSmall
                    onPick={(phase) => pick(theme.id, phase, board.journey.themes[theme.id], 'table')}
                  />
                  {(citizen?.themes[theme.id] || mayTell) && (
                    <>
                      <span className="journey-citizenTheme">
                        {citizenSees}
                        <span className="journey-phase">{phaseName(citizen?.themes[theme.id])}</span>
                      </span>
                      <Staircase
                        label={`${inLanguage(theme.name, language)}, ${citizenSees}`}
                        current={citizen?.themes[theme.id]}
                        mayWrite={mayTell}
                        isSmall
                        onPick={(phase) => pick(theme.id, phase, citizen?.themes[theme.id], 'citizen')}
                      />
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}

/** Folded away, and made when it is asked for. */
function OverTime({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('journey');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="journey-means" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t('overTime')}</summary>
      {isOpen && children}
    </details>
  );
}

interface StaircaseProps {
  readonly label: string;
  readonly current: PhaseId | undefined;
  readonly mayWrite: boolean;
  readonly isSmall?: boolean;
  readonly onPick: (phase: PhaseId) => void;
}

/** Four steps up; the one where they stand is filled. Clicking it again takes it away. */
function Staircase({ label, current, mayWrite, isSmall = false, onPick }: StaircaseProps): ReactNode {
  const { t } = useTranslation('journey');
  const reached = current ? phaseIds.indexOf(current) : -1;
  return (
    <fieldset className={isSmall ? 'staircase staircase-small' : 'staircase'} aria-label={label}>
      {phaseIds.map((phase, step) => (
        <button
          key={phase}
          type="button"
          className={step < reached ? 'staircase-step staircase-passed' : 'staircase-step'}
          aria-pressed={phase === current}
          disabled={!mayWrite}
          title={t(phase)}
          onClick={() => onPick(phase)}
        >
          <span className={isSmall ? 'ds-sr-only' : undefined}>{t(phase)}</span>
        </button>
      ))}
    </fieldset>
  );
}
