import type { Day } from '@duken/shared/board';

const oslo = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day of a moment, in milliseconds since the epoch, where the cases are. */
export function localDay(moment: number): Day {
  return oslo.format(moment);
}

const osloHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' });

/** The hour of a moment there, 0 to 23. */
export function localHour(moment: number): number {
  return Number(osloHour.format(moment));
}
