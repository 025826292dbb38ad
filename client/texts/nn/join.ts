import type { join as nb } from '../nb/join.ts';
import type { TextsLike } from '../textsLike.ts';

export const join = {
  title: 'Velkommen til duken',
  invited: 'Du er invitert til ein duk.',
  lobbyText: 'Investeringsleiaren slepp deg inn når du har sagt kven du er.',
  text: 'De skriv på den same duken, alle saman. Sei kven du er, så er du med.',
  viewerText: 'Du kan følgje med på duken, men ikkje skrive på han.',
  interpreterText: 'Du er tolken. Det du omset, står ved sida av lappane.',
  leaderLink: 'Dette er ei leiarlenkje.',
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
  notLetInTitle: 'Du vart ikkje sleppt inn',
  notLetInText:
    'Investeringsleiaren sleppte deg ikkje inn på duken. Spør investeringsleiaren om du meiner det er feil.',
  goneTitle: 'Duken er ikkje her lenger',
  goneText:
    'Investeringsleiaren kan ha sletta duken, eller denne nettlesaren er ikkje lenger med. Spør investeringsleiaren om du lurer.',
  outOfReachTitle: 'Vi når ikkje duken',
  endedTitle: 'Du har ikkje lenger tilgang',
  endedText:
    'Lenkja du kom inn med, er trekt tilbake eller gått ut på dato, eller du er teken ut av duken. Det du har skrive, ligg framleis på duken. Spør investeringsleiaren om du vil inn att.',
  notInConsentTitle: 'Samtykket gjeld ikkje tenesta di no',
  notInConsentText:
    'Tenesta di er på duken med samtykke til å dele, og det er trekt tilbake, gått ut eller nemner henne ikkje. Det du har skrive, ligg framleis på duken. Spør investeringsleiaren om du meiner det er feil.',
  noCookiesTitle: 'Nettlesaren hugsar deg ikkje',
  noCookiesText:
    'Nettlesaren din tek ikkje vare på informasjonskapslar frå denne sida, og då veit vi ikkje kven du er frå eitt klikk til det neste. Slå dei på for denne sida, og prøv igjen. Lenka di gjeld framleis.',
} as const satisfies TextsLike<typeof nb>;
