import { type Language, languageFacts } from './languages.ts';
import { sheetWordsIn } from './sheetTexts.ts';

/**
 * '2026-04-22' as '22. april 2026', or '22. april' where the year is known; '' stays ''. Browsers know the months of some
 * languages and not of others: those of the sheet are used where they have come with it.
 */
export function dayInWords(day: string, language: Language, { year = true } = {}): string {
  if (day === '') return '';
  const words = sheetWordsIn(language);
  if (words.language === language && !isInBrowser(language)) {
    const [years, month, date] = day.split('-').map(Number);
    return [date, words.months[(month ?? 1) - 1], ...(year ? [years] : [])].join(' ');
  }
  return new Intl.DateTimeFormat(languageFacts[language].tag, {
    day: 'numeric',
    month: 'long',
    ...(year && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** '2026-04-22' as '22. apr. 2026'. */
export function shortDay(day: string, language: Language): string {
  const style = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languageFacts[language].tag, style).format(new Date(`${day}T00:00:00Z`));
}

/** A moment, in milliseconds since the epoch, as day and time of the reader's clock. */
export function momentInWords(moment: number, language: Language): string {
  if (!isInBrowser(language))
    return `${dayInWords(dayOf(new Date(moment)), language)} ${hourInWords(moment, language)}`;
  return new Intl.DateTimeFormat(languageFacts[language].tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment);
}

/** The time of a moment on the reader's clock: '14.05', and '14' on the hour. */
export function hourInWords(moment: number, language: Language): string {
  return new Intl.DateTimeFormat(languageFacts[language].tag, {
    hour: 'numeric',
    ...(new Date(moment).getMinutes() === 0 ? {} : { minute: '2-digit' }),
    hourCycle: 'h23',
  })
    .formatToParts(moment)
    .filter(({ type }) => type === 'hour' || type === 'minute')
    .map(({ value }) => value)
    .join(language === 'nb' || language === 'nn' || language === 'se' ? '.' : ':');
}

/** The day of a moment on the reader's clock, as 'YYYY-MM-DD'. */
export function dayOf(moment: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}

/** A number as people write it in the language: a real minus, and in Norwegian spaces that no line breaks at. */
export function numberIn(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(languageFacts[language].tag, { maximumFractionDigits: digits })
    .format(value)
    .replace('-', '\u2212');
}

/** Names as a sentence has them: 'Eirin, Gro og Marit', or where any of them will do 'Eirin, Gro eller Marit'. */
export function namesInWords(
  names: readonly string[],
  language: Language,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  if (!isInBrowser(language)) return names.join(', ');
  return new Intl.ListFormat(languageFacts[language].tag, { type }).format(names);
}

/** Whether this browser has the words of a language. */
function isInBrowser(language: Language): boolean {
  return Intl.DateTimeFormat.supportedLocalesOf(languageFacts[language].tag).length > 0;
}
