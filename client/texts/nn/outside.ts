import type { outside as nb } from '../nb/outside.ts';
import type { TextsLike } from '../textsLike.ts';

export const outside = {
  about:
    'Slik står det på svarsida og i brevet. Namna vi kjenner, er tekne ut. Sjå etter om noko anna fortel kven det gjeld.',
  textOf: 'Det {navn} skal gjere',
  onDuk: 'På duken: {tekst}',
  check: 'Orda er greie',
  textMissing: 'Skriv noko, så den som svarer, kjenner det att.',
  textTooLong: 'Bruk høgst 200 teikn.',
  said_done: '{navn} {dato}: gjort',
  said_started: '{navn} {dato}: i gang',
  said_help: '{navn} {dato}: treng hjelp',
  said_date: 'føreslår {dato}',
  said_line: '«{ord}»',
  silent: '{navn} har ikkje svara',
} as const satisfies TextsLike<typeof nb>;
