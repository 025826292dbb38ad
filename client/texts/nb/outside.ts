export const outside = {
  about:
    'Slik står det på svarsiden og i brevet. Navnene vi kjenner, er tatt ut. Se etter om noe annet forteller hvem det gjelder.',
  textOf: 'Det {navn} skal gjøre',
  onDuk: 'På duken: {tekst}',
  check: 'Ordene er greie',
  textMissing: 'Skriv noe, så den som svarer, kjenner det igjen.',
  textTooLong: 'Bruk høyst 200 tegn.',
  said_done: '{navn} {dato}: gjort',
  said_started: '{navn} {dato}: i gang',
  said_help: '{navn} {dato}: trenger hjelp',
  said_date: 'foreslår {dato}',
  said_line: '«{ord}»',
  silent: '{navn} har ikke svart',
} as const;
