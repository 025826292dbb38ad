import { type Day, dayAfter } from '@duken/shared/board';

/** The product's people are in Norway, whatever zone the server runs in; this form is YYYY-MM-DD. */
const dayForm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });
const hourMs = 60 * 60 * 1000;

/** The day in Norway at a moment, in milliseconds since the epoch. */
export function osloDayOf(moment: number): Day {
  return dayForm.format(moment);
}

const hourForm = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' });

/** The hour in Norway at a moment, in milliseconds since the epoch: 0 to 23. */
export function osloHourOf(moment: number): number {
  return Number(hourForm.format(moment));
}

/** The first moment after a day in Norway, in milliseconds since the epoch. */
export function endOfOsloDay(day: Day): number {
  const next = dayAfter(day, { days: 1 });
  const midnight = Date.parse(`${next}T00:00:00Z`);
  // Two hours before UTC in summer, one in winter; the clocks never change at midnight.
  const inSummer = midnight - 2 * hourMs;
  return osloDayOf(inSummer) === next ? inSummer : midnight - hourMs;
}
