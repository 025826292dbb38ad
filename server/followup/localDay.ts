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
