import { type Language, languageTags } from './languages.ts';

/** '2026-04-22' as '22. april 2026', or '22. april' where the year is known; '' stays ''. */
export function dayInWords(day: string, language: Language, { year = true } = {}): string {
  if (day === '') return '';
  return new Intl.DateTimeFormat(languageTags[language], {
    day: 'numeric',
    month: 'long',
    ...(year && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** '2026-04-22' as '22. apr. 2026'. */
export function shortDay(day: string, language: Language): string {
  const style = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languageTags[language], style).format(new Date(`${day}T00:00:00Z`));
}

/** A moment, in milliseconds since the epoch, as day and time of the reader's clock. */
export function momentInWords(moment: number, language: Language): string {
  return new Intl.DateTimeFormat(languageTags[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment);
}

/** The time of a moment on the reader's clock: '14.05', and '14' on the hour. */
export function hourInWords(moment: number, language: Language): string {
  return new Intl.DateTimeFormat(languageTags[language], {
    hour: 'numeric',
    ...(new Date(moment).getMinutes() === 0 ? {} : { minute: '2-digit' }),
    hourCycle: 'h23',
  })
    .formatToParts(moment)
    .filter(({ type }) => type === 'hour' || type === 'minute')
    .map(({ value }) => value)
    .join(language === 'en' ? ':' : '.');
}

/** The day of a moment on the reader's clock, as 'YYYY-MM-DD'. */
export function dayOf(moment: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}

/** A number as people write it in the language: a real minus, and in Norwegian spaces that no line breaks at. */
export function numberIn(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(languageTags[language], { maximumFractionDigits: digits })
    .format(value)
    .replace('-', '\u2212');
}

/** Names as a sentence has them: 'Eirin, Gro og Marit', or where any of them will do 'Eirin, Gro eller Marit'. */
export function namesInWords(
  names: readonly string[],
  language: Language,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(languageTags[language], { type }).format(names);
}
