import type { meeting as nb } from '../nb/meeting.ts';
import type { TextsLike } from '../textsLike.ts';

export const meeting = {
  title: 'Møtet',
  date: 'Dato',
  dateMissing: 'Vel datoen for møtet.',
  present: 'Til stades',
  presentHelp: 'Dei som er på duken no, er føreslått. Legg til dei som sit rundt bordet utan eigen skjerm.',
  nobody: 'Ingen er lagde til enno.',
  addName: 'Legg til namn',
  alsoHere: 'Er på duken no',
  alsoKnown: 'Kjende i saka',
  nextUnset: 'Neste møte er ikkje avtalt.',
  next: 'Neste møte (valfritt)',
  open: 'Opne møtet',
  opening: 'Opnar møtet …',
  openText: 'Opne møtet når de set dykk. Det du frys til slutt, blir planen frå dette møtet.',
  isOpen: 'Møtet er ope. Det du endrar her, blir lagra med ein gong.',
  saved: 'Endringane er lagra.',
  earlier: 'Tidlegare møte',
  earlierMeeting: '{dato}, versjon {versjon}',
  presentCount_one: '{count} til stades',
  presentCount_other: '{count} til stades',
  calendar: 'Legg møta i kalenderen',
} as const satisfies TextsLike<typeof nb>;
