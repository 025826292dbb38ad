import type { MatterKind, OpenMatter } from '@duken/shared/meeting';

/** The headings that matters stand under. */
type MatterGroup =
  | 'whoAndWhen'
  | 'dueBeforeMeeting'
  | 'noTheme'
  | 'gone'
  | 'emptyNote'
  | 'unprintable'
  | 'untranslated'
  | 'round'
  | 'lost'
  | 'planFor'
  | 'journey'
  | 'dates'
  | 'present';

const groups = {
  whoAndWhen: 'whoAndWhen',
  dueBeforeMeeting: 'dueBeforeMeeting',
  noTheme: 'noTheme',
  gone: 'gone',
  emptyNote: 'emptyNote',
  unprintable: 'unprintable',
  untranslated: 'untranslated',
  roundOpen: 'round',
  personLost: 'lost',
  unprintableFor: 'planFor',
  forUnset: 'planFor',
  journeyUnset: 'journey',
  dateFar: 'dates',
  horizonBeforeMeeting: 'dates',
  nextBeforeMeeting: 'dates',
  nobodyPresent: 'present',
  subjectAbsent: 'present',
} as const satisfies Record<MatterKind, MatterGroup>;

export function groupOf({ kind }: OpenMatter): MatterGroup {
  return groups[kind];
}

/** Matters under their headings, in the order of the first of each. */
export function groupsOf(matters: readonly OpenMatter[]): readonly (readonly [MatterGroup, readonly OpenMatter[]])[] {
  return [...Map.groupBy(matters, groupOf)];
}
