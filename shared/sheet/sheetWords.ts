import type { ActionStatus, Day, NoteVoice } from '../board/index.ts';
import type { LateSheetLanguage, SheetLanguage } from '../template/index.ts';

/** The sheet's own words, beside those of the template. */
export interface SheetWords {
  readonly language: SheetLanguage | LateSheetLanguage;
  readonly planFor: string;
  readonly vision: string;
  readonly date: string;
  readonly present: string;
  readonly situation: string;
  readonly withoutTheme: string;
  readonly by: string;
  /** Before the name of somebody who wrote for a child. */
  readonly writtenBy: string;
  /** On notes that stand beside each other. */
  readonly differ: string;
  readonly noOwner: string;
  readonly noDate: string;
  readonly status: Readonly<Record<ActionStatus, string>>;
  readonly voice: Readonly<Record<NoteVoice, string>>;
  readonly months: readonly string[];
}

const nb: SheetWords = {
  language: 'nb',
  planFor: 'PLANEN TIL',
  vision: 'MÅLBILDE',
  date: 'DATO',
  present: 'TIL STEDE',
  situation: 'Dagens situasjon',
  withoutTheme: 'Uten tema',
  by: 'innen',
  writtenBy: 'skrevet av',
  differ: 'Vi ser det ulikt',
  noOwner: 'Hvem gjør det?',
  noDate: 'Når?',
  status: { agreed: 'Avtalt', started: 'I gang', done: 'Gjort', stopped: 'Stoppet' },
  voice: {
    citizen: 'Innbygger',
    child: 'Barn',
    family: 'Familie',
    network: 'Nettverk',
    service: 'Tjeneste',
    round: 'Runden',
  },
  months: [
    'januar',
    'februar',
    'mars',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'desember',
  ],
};

const nn: SheetWords = {
  ...nb,
  language: 'nn',
  vision: 'MÅLBILETE',
  present: 'TIL STADES',
  situation: 'Situasjonen i dag',
  withoutTheme: 'Utan tema',
  by: 'innan',
  writtenBy: 'skrive av',
  noOwner: 'Kven gjer det?',
  status: { agreed: 'Avtalt', started: 'I gang', done: 'Gjort', stopped: 'Stoppa' },
  voice: {
    citizen: 'Innbyggjar',
    child: 'Barn',
    family: 'Familie',
    network: 'Nettverk',
    service: 'Teneste',
    round: 'Runden',
  },
};

const en: SheetWords = {
  language: 'en',
  planFor: 'THE PLAN OF',
  vision: 'PICTURE OF THE GOAL',
  date: 'DATE',
  present: 'PRESENT',
  situation: 'The situation today',
  withoutTheme: 'No theme',
  by: 'by',
  writtenBy: 'written by',
  differ: 'We see it differently',
  noOwner: 'Who does it?',
  noDate: 'When?',
  status: { agreed: 'Agreed', started: 'Started', done: 'Done', stopped: 'Stopped' },
  voice: {
    citizen: 'Citizen',
    child: 'Child',
    family: 'Family',
    network: 'Network',
    service: 'Service',
    round: 'The round',
  },
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

export const sheetWords: Readonly<Record<SheetLanguage, SheetWords>> = { nb, nn, en };

/** '12. november 2025'. Not by Intl: the sheet must read alike on every machine, to the byte. */
export function longDate(day: Day, words: SheetWords): string {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return '';
  // In Norwegian a date is an ordinal.
  const dot = words.language === 'nb' || words.language === 'nn' ? '.' : '';
  return `${date}${dot} ${words.months[month - 1]} ${year}`;
}

/** '1.12.25', as people write a date on a note. */
export function shortDate(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return year && month && date ? `${date}.${month}.${String(year % 100).padStart(2, '0')}` : '';
}
