import { journeyOverTime } from '@duken/shared/journey';
import type { MeReply } from '@duken/shared/protocol';
import { inLanguage } from '@duken/shared/template';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../texts/index.ts';
import { JourneyTable } from './JourneyTable.tsx';
import { journeyTelling } from './journeyTelling.ts';
import { NothingYet, ProgressPage } from './ProgressPage.tsx';
import { Staircase } from './Staircase.tsx';

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
  const telling = journeyTelling(t, language, (phase) =>
    words === 'kind' ? t(`kind-${phase}`) : t(phase, { ns: 'journey' }),
  );
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
          <Staircase journey={journey} strand={journey.overall} telling={telling} name={t('overall')} isLarge />
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
                  telling={telling}
                  name={inLanguage(strand.name, language)}
                />
              </section>
            ))}
          </div>
        </section>
      )}
      <section>
        <h2>{t('asTable')}</h2>
        <JourneyTable journey={journey} telling={telling} />
      </section>
    </>
  );
}
