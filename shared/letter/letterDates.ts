import type { Day } from '../board/index.ts';
import type { LetterTexts } from './texts/letterTexts.ts';

/** '1. juni 2026', or '' where no day is set. A line never ends between the day and its month. */
export function longDay(day: Day, texts: LetterTexts): string {
  return dayWith(texts.months, day, texts);
}

/** '15. des. 2026', all on one line: for a narrow column; '' where no day is set. */
export function mediumDay(day: Day, texts: LetterTexts): string {
  return dayWith(texts.shortMonths, day, texts).replaceAll(' ', '\u00a0');
}

/** Not by Intl: a letter must read alike on every machine, to the byte. */
function dayWith(months: readonly string[], day: Day, { dayOfMonth }: LetterTexts): string {
  const [year, month, date] = day.split('-').map(Number);
  const name = month ? months[month - 1] : undefined;
  return year && name && date ? `${dayOfMonth(date)}\u00a0${name} ${year}` : '';
}

const osloForm = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/Oslo',
});

/** '22. april 2026 kl. 14.02' of milliseconds since the epoch: people read it in Norway, whatever zone the machine is in. */
export function momentInOslo(moment: number, texts: LetterTexts): string {
  const parts = new Map(osloForm.formatToParts(moment).map(({ type, value }) => [type, value]));
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return texts.moment(longDay(day, texts), `${parts.get('hour')}`, `${parts.get('minute')}`);
}
