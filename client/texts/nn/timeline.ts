import type { timeline as nb } from '../nb/timeline.ts';
import type { TextsLike } from '../textsLike.ts';

export const timeline = {
  title: 'Tidslinje',
  about:
    'Sjå duken slik han var ved møta og mellom dei, og kva som er blitt annleis sidan. Ingenting på duken blir endra av at du ser.',
  slider: 'Dra, eller bruk piltastane, for å gå fram og tilbake',
  meeting: 'Møtet {dato} (versjon {versjon})',
  meetingNow: 'No, slik møtet {dato} slutta (versjon {versjon})',
  now: 'No',
  see: 'Sjå duken slik han var',
  since: 'Dette er blitt annleis sidan',
  nothingSince: 'Ingenting er blitt annleis sidan.',
  nothingYet: 'Det er ingenting å gå tilbake til enno. Når de har skrive på duken ei stund, blir det vist her.',
  notYours: 'Berre den som leier saka, kan sjå duken slik han var.',
  toBoard: 'Til duken',
} as const satisfies TextsLike<typeof nb>;
