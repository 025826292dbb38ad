import type { contacts as nb } from '../nb/contacts.ts';
import type { TextsLike } from '../textsLike.ts';

export const contacts = {
  title: 'Contact log',
  about:
    'Here you note whom you have spoken with, and when. Only those who lead the case can read it. It is not on the duk, in the plan or in anything that is sent out.',
  noJournal: 'This is not a patient record. Write no health information here; it belongs in the system of the service.',
  day: 'Day',
  dayMissing: 'Choose a day.',
  dayLate: 'Choose today, or a day that has been.',
  words: 'What happened?',
  wordsHelp:
    'In short: who, what you agreed on, and what happens now. What you save cannot be changed afterwards, only corrected by another line.',
  wordsMissing: 'Write something first.',
  write: 'Save the line',
  none: 'Nothing is noted yet. The first line can be whom you rang last.',
  written: 'The line is saved.',
  by: 'Written by {navn} {tid}',
  correct: 'Correct',
  correctOf: 'Correct the line of {dato}',
  correction: 'Correction',
  correctWords: 'What is to be corrected?',
  correctHelp: 'The line above stands as it is. The correction comes below it.',
  writeCorrection: 'Save the correction',
  cancel: 'Cancel',
  notYours: 'The contact log is for those who lead the case.',
  toBoard: 'To the duk',
} as const satisfies TextsLike<typeof nb>;
