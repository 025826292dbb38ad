/** Whether text is a day of the calendar as 'YYYY-MM-DD', between 1900 and 2199. */
export function isDay(text: string): boolean {
  const match = /^(19|20|21)(\d\d)-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const year = Number(match[1]) * 100 + Number(match[2]);
  const month = Number(match[3]);
  const day = Number(match[4]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/**
 * The day so many days or calendar months after one; a month that is too short gives its last day.
 * @param from a day, as `isDay` has it
 */
export function dayAfter(
  from: string,
  { days = 0, months = 0 }: { readonly days?: number; readonly months?: number },
): string {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const monthsOn = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(monthsOn / 12), (monthsOn % 12) + 1];
  const moment = new Date(Date.UTC(inYear, inMonth - 1, Math.min(day, daysIn(inYear, inMonth)) + days));
  return moment.toISOString().slice(0, 10);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** How many days from one day to another; less than 0 when that lies before it. Both must be days (`isDay`). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
