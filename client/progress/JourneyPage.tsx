import { type PhaseId, phaseIds } from '@duken/shared/board';
import { drawJourney, type JourneyOverTime, journeyOverTime, type Strand } from '@duken/shared/journey';
import type { MeReply } from '@duken/shared/protocol';
import { inLanguage } from '@duken/shared/template';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FittedChart, pageChart } from '../chart/index.ts';
import { dayInWords, shortDay, useLanguage } from '../texts/index.ts';
import { JourneyTable } from './JourneyTable.tsx';
import { journeyInWords, waySentences } from './journeySentences.ts';
import { NothingYet, ProgressPage } from './ProgressPage.tsx';

interface JourneyPageProps {
  readonly boardId: string;
  readonly me: MeReply;
}

/** `/duk/:boardId/ferden`: how far it has come from meeting to meeting, as a whole and theme by theme. */
export function JourneyPage({ boardId, me }: JourneyPageProps) {
  return (
    <ProgressPage
      boardId={boardId}
      current="journey"
      show={(versions) => <Journey versions={versions} isLeader={me.role === 'leader'} />}
    />
  );
}

function Journey({
  versions,
  isLeader,
}: {
  readonly versions: Parameters<typeof journeyOverTime>[0];
  /** Who works with cases reads the field's words first; everybody else kinder ones. */
  readonly isLeader: boolean;
}) {
  const { t } = useTranslation('progress');
  const language = useLanguage();
  const [words, setWords] = useState<'kind' | 'staff'>(isLeader ? 'staff' : 'kind');
  const journey = useMemo(() => journeyOverTime(versions), [versions]);
  if (!journey.overall && journey.themes.length === 0) return <NothingYet text={t('nothingText')} />;
  const phaseName = (phase: PhaseId): string => (words === 'kind' ? t(`kind-${phase}`) : t(phase, { ns: 'journey' }));
  return (
    <>
      <fieldset className="wordChoice">
        <legend>{t('words')}</legend>
        {(['kind', 'staff'] as const).map((choice) => (
          <label key={choice}>
            <input type="radio" name="words" checked={words === choice} onChange={() => setWords(choice)} />
            <span>{t(`${choice}Words`)}</span>
          </label>
        ))}
      </fieldset>
      <section>
        <h2>{t('overall')}</h2>
        {journey.overall ? (
          <Staircase journey={journey} strand={journey.overall} phaseName={phaseName} name={t('overall')} isLarge />
        ) : (
          <p>{t('notSetOverall')}</p>
        )}
      </section>
      {journey.themes.length > 0 && (
        <section>
          <h2>{t('byTheme')}</h2>
          <div className="journeyThemes">
            {journey.themes.map((strand) => (
              <section key={strand.theme}>
                <h3>{inLanguage(strand.name, language)}</h3>
                <Staircase
                  journey={journey}
                  strand={strand}
                  phaseName={phaseName}
                  name={inLanguage(strand.name, language)}
                />
              </section>
            ))}
          </div>
        </section>
      )}
      <section>
        <h2>{t('asTable')}</h2>
        <JourneyTable journey={journey} phaseName={phaseName} />
      </section>
    </>
  );
}

interface StaircaseProps {
  readonly journey: JourneyOverTime;
  readonly strand: Strand;
  readonly name: string;
  readonly phaseName: (phase: PhaseId) => string;
  readonly isLarge?: boolean;
}

function Staircase({ journey: { meetings }, strand, name, phaseName, isLarge = false }: StaircaseProps) {
  const { t } = useTranslation('progress');
  const language = useLanguage();
  const telling = { t, language, phaseName };
  const alt = t('viewSays', { hvem: name, setning: journeyInWords(meetings, strand, telling) });
  const phases = Object.fromEntries(phaseIds.map((phase) => [phase, phaseName(phase)])) as Record<PhaseId, string>;
  return (
    <div className="journeyStaircase">
      {waySentences(meetings, strand, telling).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <FittedChart
        least={250}
        most={isLarge ? 860 : 420}
        draw={(width) =>
          drawJourney(
            meetings,
            strand,
            {
              phases,
              table: t('table'),
              citizen: t('citizen'),
              day: (day) => (isLarge && width > 600 ? dayInWords(day, language) : shortDay(day, language)),
              alt,
            },
            { width, bandHeight: isLarge ? 54 : 42, look: pageChart },
          )
        }
      />
    </div>
  );
}
