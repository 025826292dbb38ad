import type { answer as nb } from '../nb/answer.ts';
import type { TextsLike } from '../textsLike.ts';

export const answer = {
  title: 'Dette har du sagt ja til',
  lead: 'Korleis går det? Eitt trykk er nok.',
  nothing: 'Du har ingenting å svare på no.',
  due: 'Frist {dato}',
  noDue: 'Ingen frist',
  done: 'Gjort',
  started: 'I gang',
  help: 'Treng hjelp',
  more: 'Skriv noko, eller foreslå ein annan dag',
  line: 'Noko du vil seie',
  lineHelp: 'Berre den som leier møta, les det. Ikkje skriv namn.',
  lineTooLong: 'Bruk høgst 200 teikn.',
  date: 'Eg rekk det heller til',
  dateHelp: 'Fristen blir flytta først når leiaren seier ja.',
  send: 'Send',
  thanks_done: 'Takk! Det er notert som gjort.',
  thanks_started: 'Takk! Det er notert at du er i gang.',
  thanks_help:
    'Takk for at du seier frå. Den som leier møta, får beskjed no. På neste møte blir det berre vist at nokon treng hjelp.',
  change: 'Du kan endre svaret til {dato}.',
  yours_done: 'Du har svara: gjort',
  yours_started: 'Du har svara: i gang',
  yours_help: 'Du har svara: treng hjelp',
  proposed: 'Du har foreslått {dato}.',
  brokenTitle: 'Lenkja verkar ikkje',
  brokenText: 'Ho kan vere feil, trekt tilbake eller ha gått ut på dato. Be den som sende henne, om ei ny.',
  answersTo: 'Svar på: {tekst}',
  noSecretText: 'Opne lenkja du har fått i ei melding eller på e-post. Då kjem du rett hit neste gong.',
  calendar: 'Få dagane inn i kalenderen din',
  calendarText:
    'Kalenderen seier berre at du har noko å svare på, eller at det er møte, og kva dag. Han har ingen namn, og lenkja opnar ingenting anna.',
  calendarMake: 'Lag kalenderlenkje',
  calendarLink: 'Kalenderlenkja di',
  calendarMade:
    'Lim henne inn der kalenderen din legg til ein kalender frå nettet. Ho blir berre vist no, og verkar til {dato}. Ikkje del henne med andre.',
  calendarDownload: 'Last ned som fil',
  calendarWithdraw: 'Trekk tilbake kalenderlenkjene',
  calendarWithdrawn: 'Kalenderlenkjene verkar ikkje lenger.',
} as const satisfies TextsLike<typeof nb>;
