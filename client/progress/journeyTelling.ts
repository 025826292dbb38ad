import type { PhaseId } from '@duken/shared/board';
import type { JourneyTelling } from '@duken/shared/journey';
import type { TFunction } from 'i18next';
import { dayInWords, type Language } from '../texts/index.ts';

/** The words that a journey is told in on the pages. */
export function journeyTelling(
  t: TFunction<'progress'>,
  language: Language,
  phaseName: (phase: PhaseId) => string,
): JourneyTelling {
  const says = (whose: string, sentence: string): string => t('viewSays', { hvem: whose, setning: sentence });
  return {
    phase: phaseName,
    day: (day) => dayInWords(day, language),
    table: t('table'),
    citizen: t('citizen'),
    says,
    once: (phase) => t('oneMeeting', { fase: phase }),
    way: ({ from, to, moved, months }) =>
      t(moved > 0 ? 'wayUp' : moved < 0 ? 'wayDown' : 'waySame', {
        fra: from,
        til: to,
        tid: months === 0 ? t('sameDays') : t('months', { count: months }),
        trinn: t('steps', { count: Math.abs(moved) }),
      }),
    move: (steps) =>
      steps === 0
        ? t('movedNot')
        : t(steps > 0 ? 'movedUp' : 'movedDown', { trinn: t('steps', { count: Math.abs(steps) }) }),
    point: (day, phase, move) =>
      move === ''
        ? t('pointSays', { dato: day, fase: phase })
        : t('pointMoved', { dato: day, fase: phase, endring: move }),
  };
}
