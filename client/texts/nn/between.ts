import type { between as nb } from '../nb/between.ts';
import type { TextsLike } from '../textsLike.ts';

export const between = {
  title: 'Mellom møta',
  since: 'Sidan møtet {dato}:',
  done: '{count} gjort',
  help: '{count} treng hjelp',
  started: '{count} i gang',
  silent: '{count} utan svar',
  ended: '{count} er ikkje aktuelt lenger',
  oneByOne: 'Sjå dei eitt for eitt',
  fold: 'Legg saman',
  hide: 'Skjul det som er gjort sidan sist',
  at: '{nummer} av {antall}',
  before: 'Førre',
  next: 'Neste',
  show: 'Vis lappen',
  markDone: 'Gjort',
  markStarted: 'I gang',
  dueWas: 'Skulle vore gjort {dato}',
  dueOn: 'Frist {dato}',
  noDue: 'Ingen frist',
  nobody: 'Ingen har teke det',
  emptyText: 'Tiltak utan ord',
  gone: 'Tiltaket er ikkje på duken lenger.',
} as const satisfies TextsLike<typeof nb>;
