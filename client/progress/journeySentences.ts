import type { PhaseId } from '@duken/shared/board';
import { type JourneyMeeting, movesOf, type Steps, type Strand, wayGone } from '@duken/shared/journey';
import type { TFunction } from 'i18next';
import { dayInWords, type Language } from '../texts/index.ts';

interface Telling {
  readonly t: TFunction<'progress'>;
  readonly language: Language;
  /** What a step is called here: in staff's words or kinder ones. */
  readonly phaseName: (phase: PhaseId) => string;
}

/** How far one part of life has come, in one sentence for each view; the table's first. */
export function waySentences(meetings: readonly JourneyMeeting[], strand: Strand, telling: Telling): readonly string[] {
  const { t } = telling;
  const table = waySentence(meetings, strand.table, telling);
  const citizen = strand.citizen && waySentence(meetings, strand.citizen, telling);
  if (!citizen) return table ? [table] : [];
  return [
    ...(table ? [t('viewSays', { hvem: t('table'), setning: table })] : []),
    t('viewSays', { hvem: t('citizen'), setning: citizen }),
  ];
}

function waySentence(meetings: readonly JourneyMeeting[], steps: Steps, telling: Telling): string | undefined {
  const { t, phaseName } = telling;
  const way = wayGone(meetings, steps);
  if (!way) {
    const only = steps.find((phase) => phase !== undefined);
    return only && t('oneMeeting', { fase: phaseName(only) });
  }
  const key = way.moved > 0 ? 'wayUp' : way.moved < 0 ? 'wayDown' : 'waySame';
  return t(key, {
    fra: phaseName(way.from),
    til: phaseName(way.to),
    tid: way.months === 0 ? t('sameDays') : t('months', { count: way.months }),
    trinn: t('steps', { count: Math.abs(way.moved) }),
  });
}

/** The whole way in words, meeting by meeting, for whoever does not see the picture. */
export function journeyInWords(meetings: readonly JourneyMeeting[], strand: Strand, telling: Telling): string {
  const { t } = telling;
  const table = pointsInWords(meetings, strand.table, telling);
  if (!strand.citizen) return table;
  return [
    ...(table === '' ? [] : [t('viewSays', { hvem: t('table'), setning: table })]),
    t('viewSays', { hvem: t('citizen'), setning: pointsInWords(meetings, strand.citizen, telling) }),
  ].join(' ');
}

function pointsInWords(meetings: readonly JourneyMeeting[], steps: Steps, telling: Telling): string {
  const { t, language, phaseName } = telling;
  const moves = movesOf(steps);
  return meetings
    .flatMap(({ date }, at) => {
      const phase = steps[at];
      if (!phase) return [];
      const said = { dato: dayInWords(date, language), fase: phaseName(phase) };
      const moved = moveInWords(moves[at], t);
      return [moved === '' ? t('pointSays', said) : t('pointMoved', { ...said, endring: moved })];
    })
    .join(' ');
}

/** «ett trinn opp»; '' where there is nothing to compare with. */
export function moveInWords(move: number | undefined, t: Telling['t']): string {
  if (move === undefined) return '';
  if (move === 0) return t('movedNot');
  return t(move > 0 ? 'movedUp' : 'movedDown', { trinn: t('steps', { count: Math.abs(move) }) });
}
