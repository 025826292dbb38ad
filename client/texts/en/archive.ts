import type { archive as nb } from '../nb/archive.ts';
import type { TextsLike } from '../textsLike.ts';

export const archive = {
  title: 'To the archive: version {versjon}',
  about:
    "Here you get the plan as the municipality's archive takes it, and note what the archive answers. Duken sends nothing to the archive itself.",
  missing: 'This is missing before the package can be made',
  missingYes:
    'The plan is a draft. The package can be made when the citizen has said yes, or when you have taken the plan into use after the time you agreed on.',
  missingGround:
    'It is not set up which law the plan is shielded by in the archive. Ask whoever runs Duken to set DUK_ARCHIVE_GROUND.',
  holds:
    'The package has the letter as PDF, the plan as data, the picture of the duk, checksums, and what the archive needs to enter it in its journal. The public title and the file names have nobody’s name in them.',
  pdfA: 'The PDF is made after PDF/A-2a. Nobody has checked it with a program of its own.',
  notes: 'Take something along from the contact log',
  chooseNotes: 'Which lines go along?',
  notesMean:
    'Each line becomes a note of its own in the archive, with its corrections. The rest of the log stays here.',
  noNotes: 'There is nothing in the contact log.',
  download: 'Download the package (ZIP)',
  receipts: 'The answer from the archive',
  none: 'The archive has not answered yet.',
  receipt: 'Taken in {dag}. Noted by {navn}.',
  archiveId: 'What does the archive call it?',
  archiveIdHelp: 'The journal entry, for example 2026/1234-5. Do not write names here.',
  archiveIdMissing: 'Write what the archive calls it.',
  day: 'The day the archive took it',
  dayMissing: 'Choose a day.',
  dayLate: 'Choose today, or a day that has been.',
  save: 'Save the answer',
  saved: 'The answer is saved.',
  notYours: 'This page is for those who lead the case.',
  toPlan: 'To the plan',
} as const satisfies TextsLike<typeof nb>;
