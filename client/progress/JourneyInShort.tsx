import { journeyOverTime, waySentences } from '@duken/shared/journey';
import { inLanguage } from '@duken/shared/template';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFailureText } from '../http/index.ts';
import { useLanguage } from '../texts/index.ts';
import { FailureNote, Waiting } from '../ui/index.ts';
import { journeyTelling } from './journeyTelling.ts';
import './progress.css';
import { Staircase } from './Staircase.tsx';
import { usePlanVersions } from './usePlanVersions.ts';

/** The journey over time where something else is the page's matter: as a whole, each theme in a sentence, and the way to all of it. */
export function JourneyInShort({ boardId }: { readonly boardId: string }) {
  const { t } = useTranslation('progress');
  const failureText = useFailureText();
  const language = useLanguage();
  const plans = usePlanVersions(boardId);
  const versions = plans.kind === 'here' ? plans.value.versions : undefined;
  const journey = useMemo(() => versions && journeyOverTime(versions), [versions]);
  if (plans.kind === 'loading') return <Waiting />;
  if (plans.kind === 'failed') return <FailureNote text={failureText(plans.failure)} onRetry={plans.reload} />;
  const { leftOut } = plans.value;
  const left = leftOut > 0 && <p className="muted">{t('leftOut', { count: leftOut })}</p>;
  if (!journey || (!journey.overall && journey.themes.length === 0))
    return (
      <div className="journeyInShort">
        {left}
        <p>{t('nothingText')}</p>
      </div>
    );
  const telling = journeyTelling(t, language, (phase) => t(phase, { ns: 'journey' }));
  return (
    <div className="journeyInShort">
      {left}
      {journey.overall ? (
        <Staircase journey={journey} strand={journey.overall} telling={telling} name={t('overall')} />
      ) : (
        <p>{t('notSetOverall')}</p>
      )}
      {journey.themes.length > 0 && (
        <dl>
          {journey.themes.map((strand) => (
            <div key={strand.theme}>
              <dt>{inLanguage(strand.name, language)}</dt>
              {waySentences(journey.meetings, strand, telling).map((sentence) => (
                <dd key={sentence}>{sentence}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      <Link href={`/duk/${boardId}/ferden`}>{t('wholeJourney')}</Link>
    </div>
  );
}
