export const archive = {
  title: 'Til arkivet: versjon {versjon}',
  about:
    'Her henter du planen slik kommunens arkiv tar imot den, og skriver inn hva arkivet svarer. Duken sender ingenting til arkivet selv.',
  missing: 'Dette mangler før pakken kan lages',
  missingYes:
    'Planen er et utkast. Pakken kan lages når innbyggeren har sagt ja, eller når du har tatt planen i bruk etter tiden dere avtalte.',
  missingGround:
    'Det er ikke satt opp hvilken lov planen skal skjermes etter i arkivet. Be den som drifter Duken, om å sette DUK_ARCHIVE_GROUND.',
  holds:
    'Pakken har brevet som PDF, planen som data, bildet av duken, kontrollsummer, og det arkivet trenger for å føre den i journalen. Den offentlige tittelen og filnavnene har ingen navn.',
  pdfA: 'PDF-en er laget etter PDF/A-2a. Ingen har kontrollert den med et eget program.',
  notes: 'Ta med noe fra kontaktloggen',
  chooseNotes: 'Hvilke linjer skal med?',
  notesMean: 'Hver linje blir et eget notat i arkivet, med rettelsene sine. Resten av loggen blir her.',
  noNotes: 'Det står ingenting i kontaktloggen.',
  download: 'Last ned pakken (ZIP)',
  receipts: 'Svaret fra arkivet',
  none: 'Arkivet har ikke svart ennå.',
  receipt: 'Tatt imot {dag}. Ført av {navn}.',
  archiveId: 'Hva kaller arkivet den?',
  archiveIdHelp: 'Journalposten, for eksempel 2026/1234-5. Skriv ikke navn her.',
  archiveIdMissing: 'Skriv det arkivet kaller den.',
  day: 'Dagen arkivet tok imot den',
  dayMissing: 'Velg en dag.',
  dayLate: 'Velg i dag, eller en dag som har vært.',
  save: 'Lagre svaret',
  saved: 'Svaret er lagret.',
  notYours: 'Denne siden er for dem som leder saken.',
  toPlan: 'Til planen',
} as const;
