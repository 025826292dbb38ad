import type { contacts as nb } from '../nb/contacts.ts';
import type { TextsLike } from '../textsLike.ts';

export const contacts = {
  title: 'Kontaktlogg',
  about:
    'Her noterer du kven du har snakka med, og når. Berre dei som leier saka, kan lese det. Det kjem ikkje på duken, i planen eller i noko som blir sendt ut.',
  noJournal:
    'Dette er ikkje ein pasientjournal. Skriv ikkje helseopplysningar her; dei høyrer heime i tenesta sitt eige system.',
  day: 'Dag',
  dayMissing: 'Vel ein dag.',
  dayLate: 'Vel i dag, eller ein dag som har vore.',
  words: 'Kva skjedde?',
  wordsHelp:
    'Kort: kven, kva de vart samde om, og kva som skjer no. Det du lagrar, kan ikkje endrast etterpå, berre rettast med ei ny linje.',
  wordsMissing: 'Skriv noko først.',
  write: 'Lagre linja',
  none: 'Ingenting er notert enno. Den første linja kan vere kven du ringde sist.',
  written: 'Linja er lagra.',
  by: 'Skrive av {navn} {tid}',
  correct: 'Rett',
  correctOf: 'Rett linja frå {dato}',
  correction: 'Retting',
  correctWords: 'Kva skal rettast?',
  correctHelp: 'Linja over blir ståande slik ho er. Rettinga kjem under.',
  writeCorrection: 'Lagre rettinga',
  cancel: 'Avbryt',
  notYours: 'Kontaktloggen er for dei som leier saka.',
  toBoard: 'Til duken',
} as const satisfies TextsLike<typeof nb>;
