import type { agreements as nb } from '../nb/agreements.ts';
import type { TextsLike } from '../textsLike.ts';

export const agreements = {
  nothing: 'Ingenting',
  follows: 'Blir gjort etter at dette er gjort',
  alongside: 'Blir gjort samstundes med',
  settleWith: 'Må avklarast med',
  settleBy: 'Avklarast innan',
  paidBy: 'Kven betaler?',
  paidByHint: 'Når fleire deler på det.',
  waitsFor: 'Ventar på: «{tekst}»',
  firstDone: 'Etter «{tekst}», som er gjort',
  with: 'Samstundes med «{tekst}»',
  settle: 'Må avklarast med {navn}',
  settleByDay: 'Må avklarast med {navn} innan {dato}',
  paid: 'Blir betalt av {navn}',
} as const satisfies TextsLike<typeof nb>;
