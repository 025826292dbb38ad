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
  const parts = partsInOslo(moment);
  return texts.moment(longDay(dayOfParts(parts), texts), `${parts.get('hour')}`, `${parts.get('minute')}`);
}

/** '22. april 2026' of milliseconds since the epoch, as it was in Norway. */
export function dayInOslo(moment: number, texts: LetterTexts): string {
  return longDay(dayOfParts(partsInOslo(moment)), texts);
}

function partsInOslo(moment: number): ReadonlyMap<string, string> {
  return new Map(osloForm.formatToParts(moment).map(({ type, value }) => [type, value]));
}

function dayOfParts(parts: ReadonlyMap<string, string>): Day {
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
