import type { archive as nb } from '../nb/archive.ts';
import type { TextsLike } from '../textsLike.ts';

export const archive = {
  title: 'Til arkivet: versjon {versjon}',
  about:
    'Her hentar du planen slik arkivet i kommunen tek imot han, og skriv inn kva arkivet svarer. Duken sender ingenting til arkivet sjølv.',
  missing: 'Dette manglar før pakken kan lagast',
  missingYes:
    'Planen er eit utkast. Pakken kan lagast når innbyggjaren har sagt ja, eller når du har teke planen i bruk etter tida de avtalte.',
  missingGround:
    'Det er ikkje sett opp kva lov planen skal skjermast etter i arkivet. Be den som driftar Duken, om å setje DUK_ARCHIVE_GROUND.',
  holds:
    'Pakken har brevet som PDF, planen som data, biletet av duken, kontrollsummar, og det arkivet treng for å føre han i journalen. Den offentlege tittelen og filnamna har ingen namn.',
  pdfA: 'PDF-en er laga etter PDF/A-2a. Ingen har kontrollert han med eit eige program.',
  notes: 'Ta med noko frå kontaktloggen',
  chooseNotes: 'Kva linjer skal med?',
  notesMean: 'Kvar linje blir eit eige notat i arkivet, med rettingane sine. Resten av loggen blir her.',
  noNotes: 'Det står ingenting i kontaktloggen.',
  download: 'Last ned pakken (ZIP)',
  receipts: 'Svaret frå arkivet',
  none: 'Arkivet har ikkje svart enno.',
  receipt: 'Teken imot {dag}. Ført av {navn}.',
  archiveId: 'Kva kallar arkivet han?',
  archiveIdHelp: 'Journalposten, til dømes 2026/1234-5. Skriv ikkje namn her.',
  archiveIdMissing: 'Skriv det arkivet kallar han.',
  day: 'Dagen arkivet tok imot han',
  dayMissing: 'Vel ein dag.',
  dayLate: 'Vel i dag, eller ein dag som har vore.',
  save: 'Lagre svaret',
  saved: 'Svaret er lagra.',
  notYours: 'Denne sida er for dei som leier saka.',
  toPlan: 'Til planen',
} as const satisfies TextsLike<typeof nb>;
