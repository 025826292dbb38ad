import type { join as nb } from '../nb/join.ts';
import type { TextsLike } from '../textsLike.ts';

export const join = {
  title: 'Velkommen til duken',
  invitedBy: '{navn} har invitert deg til «{duk}».',
  invitedTo: 'Du er invitert til «{duk}».',
  text: 'De skriv på den same duken, alle saman. Sei kven du er, så er du med.',
  viewerText: 'Du kan følgje med på duken, men ikkje skrive på han.',
  leaderLink: 'Dette er leiarlenkja til «{duk}».',
  leaderText: 'Ho er for deg som leier møtet. Er du ikkje leiaren, be om ei eiga lenkje.',
  name: 'Kva heiter du?',
  nameHelp: 'Førenamnet er nok.',
  nameMissing: 'Skriv eit namn, så dei andre veit kven du er.',
  who: 'Kven er du her?',
  who_citizen: 'Planen handlar om meg',
  who_child: 'Eg er barn i familien',
  who_family: 'Eg er familie, ven eller frivillig',
  who_service: 'Eg jobbar i ei teneste',
  whoMissing: 'Vel kven du er, så dei andre ser kven som snakkar på lappane dine.',
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
    'Lenkja du kom inn med, er trekt tilbake eller gått ut på dato, eller du er teken ut av duken. Det du har skrive, ligg framleis på duken. Spør investeringsleiaren om du vil inn att.',
  noCookiesTitle: 'Nettlesaren hugsar deg ikkje',
  noCookiesText:
    'Nettlesaren din tek ikkje vare på informasjonskapslar frå denne sida, og då veit vi ikkje kven du er frå eitt klikk til det neste. Slå dei på for denne sida, og prøv igjen. Lenka di gjeld framleis.',
} as const satisfies TextsLike<typeof nb>;
