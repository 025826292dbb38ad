export const contacts = {
  title: 'Kontaktlogg',
  about:
    'Her noterer du hvem du har snakket med, og når. Bare de som leder saken, kan lese det. Det kommer ikke på duken, i planen eller i noe som sendes ut.',
  noJournal:
    'Dette er ikke en pasientjournal. Skriv ikke helseopplysninger her; de hører hjemme i tjenestens eget system.',
  day: 'Dag',
  dayMissing: 'Velg en dag.',
  dayLate: 'Velg i dag, eller en dag som har vært.',
  words: 'Hva skjedde?',
  wordsHelp:
    'Kort: hvem, hva dere ble enige om, og hva som skjer nå. Det du lagrer, kan ikke endres etterpå, bare rettes med en ny linje.',
  wordsMissing: 'Skriv noe først.',
  write: 'Lagre linjen',
  none: 'Ingenting er notert ennå. Den første linjen kan være hvem du ringte sist.',
  written: 'Linjen er lagret.',
  by: 'Skrevet av {navn} {tid}',
  correct: 'Rett',
  correctOf: 'Rett linjen fra {dato}',
  correction: 'Rettelse',
  correctWords: 'Hva skal rettes?',
  correctHelp: 'Linjen over blir stående slik den er. Rettelsen kommer under.',
  writeCorrection: 'Lagre rettelsen',
  cancel: 'Avbryt',
  notYours: 'Kontaktloggen er for dem som leder saken.',
  toBoard: 'Til duken',
} as const;
