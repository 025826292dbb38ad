import type { ServiceOverTime, ServicesMeeting, ServicesOverTime, ServiceThen } from '@duken/shared/services';
import { useTranslation } from 'react-i18next';
import { namesInWords, useLanguage } from '../texts/index.ts';

/** The sentences of the map of services, in the reader's language. */
export function useServiceWords({ meetings, rows }: ServicesOverTime) {
  const { t } = useTranslation('progress');
  const language = useLanguage();
  const listed = (names: readonly string[]): string => (names.length === 0 ? '' : namesInWords(names, language));
  const nameOf = ({ name, side }: Pick<ServiceOverTime, 'name' | 'side'>): string => name || t(`unnamed-${side}`);

  /** «1 åpent, 2 gjort (Mona)». */
  const thenInWords = ({ open, over, people }: ServiceThen): string => {
    const counts = [
      ...(open > 0 ? [t('openCount', { count: open })] : []),
      ...(over > 0 ? [t('overCount', { count: over })] : []),
    ].join(', ');
    return people.length === 0 ? counts : `${counts} (${listed(people)})`;
  };

  /** «3 tjenester, 3 personer å møte.» */
  const countInWords = ({ services, people }: ServicesMeeting): string =>
    services === 0 && people.length === 0
      ? t('nobodyToMeet')
      : t('toMeet', {
          tjenester: t('services', { count: services }),
          personer: t('people', { count: people.length }),
        });

  const last = meetings.length - 1;
  const others = rows.filter(({ side }) => side === 'service' || side === 'volunteer');
  const meetNow = others.flatMap((row) =>
    (row.at[last]?.people ?? []).map((navn) => (row.name === '' ? navn : t('from', { navn, tjeneste: row.name }))),
  );
  const finishedNow = others.filter(({ name, at }) => name !== '' && at[last]?.open === 0).map(nameOf);

  return {
    nameOf,
    thenInWords,
    countInWords,
    listInWords: (at: number): string =>
      rows.flatMap((row) => (row.at[at] ? [`${nameOf(row)}: ${thenInWords(row.at[at])}.`] : [])).join(' '),
    meetNow: listed(meetNow),
    finishedNow: listed(finishedNow),
  };
}
