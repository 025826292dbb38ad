import type { promises as nb } from '../nb/promises.ts';
import type { TextsLike } from '../textsLike.ts';

export const promises = {
  title: 'Dette har de sagt ja til',
  about:
    'Eitt brev til kvar: kva dei har sagt ja til, innan når, og kven dei kan ringje. Brevet har ingen andre sine tiltak, og ingen namn frå familien.',
  nobody: 'Ingen har sagt ja til noko som står att.',
  count_one: '{count} tiltak',
  count_other: '{count} tiltak',
  without: 'Var med, og har inga oppgåve: {navn}. Alle vaksne rundt duken bør ha noko å gjere.',
  unknown: 'Gjer noko, men er ikkje ført opp i saka, så dei får ikkje brev: {navn}.',
  pdf: 'Last ned som PDF',
  docx: 'Last ned som Word',
  pdfWithLink: 'Last ned PDF med lenkja',
  docxWithLink: 'Last ned Word med lenkja',
  makeLink: 'Lag lenkje å svare med',
  linkMade:
    'Lenkja til {navn} er laga, og blir vist berre no. Last ned brevet med ho, eller la {navn} peike telefonen på ruta.',
  link: 'Lenkja',
  fileName: 'Dette har du sagt ja til {navn}',
  lookOver: 'Sjå over orda til {navn}',
  otherWords: 'Andre ord',
  toPlan: 'Til planen',
  notYours: 'Berre den som leier møta, lagar desse breva.',
} as const satisfies TextsLike<typeof nb>;
