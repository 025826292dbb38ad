import type { errors as nb } from '../nb/errors.ts';
import type { TextsLike } from '../textsLike.ts';

export const errors = {
  offline: 'Vi får ikkje kontakt med serveren. Sjekk nettet, og prøv igjen.',
  unreadable:
    'Serveren svara noko vi ikkje forstår. Last sida på nytt, og sei frå til den som driv Duken om det skjer igjen.',
  brokenTitle: 'Noko gjekk i stykke hos oss',
  brokenText: 'Det som var lagra, er trygt. Last sida på nytt for å halde fram der du var.',
  reload: 'Last sida på nytt',
  toFront: 'Til framsida',
  notFoundTitle: 'Her er det inga side',
  notFoundText:
    'Adressa kan vere skriven feil, eller sida er borte. Har du fått ei lenkje, prøv å opne ho på nytt frå meldinga du fekk.',
  partMissing: 'Denne delen av sida kom ikkje fram. Det du har skrive, er her. Sjekk nettet, og prøv igjen.',
  showAgain: 'Vis sida igjen',
} as const satisfies TextsLike<typeof nb>;
