import { type JourneyOverTime, type JourneyTelling, movesOf, type Strand } from '@duken/shared/journey';
import { inLanguage } from '@duken/shared/template';
import { useTranslation } from 'react-i18next';
import { WideTable } from '../chart/index.ts';
import { shortDay, useLanguage } from '../texts/index.ts';

interface JourneyTableProps {
  readonly journey: JourneyOverTime;
  readonly telling: JourneyTelling;
}

/** The staircases as a table: a row for each part of life and view, a column for each meeting. */
export function JourneyTable({ journey, telling }: JourneyTableProps) {
  const { t } = useTranslation('progress');
  const language = useLanguage();
  const rows = [
    ...(journey.overall ? rowsOf(t('overall'), journey.overall) : []),
    ...journey.themes.flatMap((strand) => rowsOf(inLanguage(strand.name, language), strand)),
  ];
  return (
    <WideTable caption={t('journeyTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('theme')}</th>
          {journey.meetings.map(({ version, date }) => (
            <th key={version} scope="col">
              <time dateTime={date}>{shortDay(date, language)}</time>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, view, steps }) => (
          <tr key={`${name} ${view}`}>
            <th scope="row">
              <span>{name}</span>
              {view === 'citizen' && <span className="journeyTable-view">{t('citizen')}</span>}
            </th>
            {movesOf(steps).map((move, at) => {
              const phase = steps[at];
              return (
                <td key={journey.meetings[at]?.version}>
                  <span className={phase ? '' : 'muted'}>{phase ? telling.phase(phase) : t('notSaid')}</span>
                  {move !== undefined && <span className="journeyTable-move">{telling.move(move)}</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function rowsOf(name: string, { table, citizen }: Strand) {
  return [
    { name, view: 'table' as const, steps: table },
    ...(citizen ? [{ name, view: 'citizen' as const, steps: citizen }] : []),
  ];
}
