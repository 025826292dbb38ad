import type { join as nb } from '../nb/join.ts';
import type { TextsLike } from '../textsLike.ts';

export const join = {
  title: 'Velkommen til duken',
  text: 'Nokon vil ha deg med rundt bordet. Skriv namnet du vil at dei andre skal sjå.',
  name: 'Kva heiter du?',
  nameHelp: 'Førenamnet er nok.',
  nameMissing: 'Skriv eit namn, så dei andre veit kven du er.',
  enter: 'Bli med',
  entering: 'Opnar duken …',
  refusedTitle: 'Denne lenkja verkar ikkje lenger',
  refusedText:
    'Ho kan vere trekt tilbake, gått ut på dato, eller kopiert utan slutten. Be den som inviterte deg, vanlegvis investeringsleiaren, om ei ny lenkje.',
  noLinkTitle: 'Du treng ei lenkje',
  noLinkText:
    'Denne nettlesaren er ikkje med på duken. Opne lenkja du fekk éin gong til, eller be investeringsleiaren om ei ny.',
  waitingTitle: 'Straks',
  waitingText: 'Investeringsleiaren må sleppe deg inn. Sida opnar seg sjølv.',
  outOfReachTitle: 'Vi når ikkje duken',
  endedTitle: 'Du har ikkje lenger tilgang',
  endedText:
    'Lenkja du kom inn med, er trekt tilbake eller gått ut på dato. Det du har skrive, ligg framleis på duken. Spør investeringsleiaren om du vil inn att.',
} as const satisfies TextsLike<typeof nb>;
