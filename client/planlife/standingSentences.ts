import type { PlanLifeReply } from '@duken/shared/protocol';
import type { TFunction } from 'i18next';
import { dayInWords, dayOf, type Language } from '../texts/index.ts';

/** How a version stands, in sentences: who said yes to it and how, or why it is in use without, or that it waits. */
export function standingSentences(
  life: PlanLifeReply,
  { t, language }: { readonly t: TFunction<'planlife'>; readonly language: Language },
): readonly string[] {
  const dayOfMoment = (at: number): string => dayInWords(dayOf(new Date(at)), language);
  const { state, approval, release, until } = life;
  if (approval?.by === 'citizen') return [t('approvedBy', { navn: approval.name, dato: dayOfMoment(approval.at) })];
  if (approval) {
    const { name, at, when, how } = approval;
    return [
      t('approvedAsSpoken', { dag: dayInWords(when, language), navn: name, dato: dayOfMoment(at) }),
      t('saidSo', { tekst: how }),
    ];
  }
  if (release)
    return [
      t('released', { navn: release.name, dato: dayOfMoment(release.at) }),
      t('reason', { tekst: release.reason }),
    ];
  if (state === 'unasked') return [t('unasked')];
  return [
    t('draftText'),
    ...(life.subject === 'absent' ? [t('subjectAbsent'), t('notWithoutMe')] : []),
    ...(life.subject === 'unmarked' && life.subjects > 0 ? [t('subjectUnmarked')] : []),
    ...(life.isNewest ? [] : [t('newerVersion')]),
    ...(life.isNewest && until !== undefined
      ? [t(life.timeIsOver ? 'timeOver' : 'timeUntil', { dag: dayInWords(until, language) })]
      : []),
  ];
}
