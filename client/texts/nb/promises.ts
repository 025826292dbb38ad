export const promises = {
  title: 'Dette har dere sagt ja til',
  about:
    'Ett brev til hver: hva de har sagt ja til, innen når, og hvem de kan ringe. Brevet har ingen andres tiltak, og ingen navn fra familien.',
  nobody: 'Ingen har sagt ja til noe som står igjen.',
  count_one: '{count} tiltak',
  count_other: '{count} tiltak',
  without: 'Var med, og har ingen oppgave: {navn}. Alle voksne rundt duken bør ha noe å gjøre.',
  unknown: 'Gjør noe, men er ikke ført opp i saken, så de får ikke brev: {navn}.',
  pdf: 'Last ned som PDF',
  docx: 'Last ned som Word',
  pdfWithLink: 'Last ned PDF med lenken',
  docxWithLink: 'Last ned Word med lenken',
  makeLink: 'Lag lenke å svare med',
  linkMade:
    'Lenken til {navn} er laget, og vises bare nå. Last ned brevet med den, eller la {navn} peke telefonen på ruten.',
  link: 'Lenken',
  fileName: 'Dette har du sagt ja til {navn}',
  lookOver: 'Se over ordene til {navn}',
  otherWords: 'Andre ord',
  toPlan: 'Til planen',
  notYours: 'Bare den som leder møtene, lager disse brevene.',
} as const;
