import type { Day } from '@duken/shared/board';

/** Days carry no time zone; read as UTC they come out as the same day everywhere. */
const longForm = new Intl.DateTimeFormat('nb-NO', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const mediumForm = new Intl.DateTimeFormat('nb-NO', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
/** People read a moment on a plan in Norway, whatever zone the server runs in. */
const momentForm = new Intl.DateTimeFormat('nb-NO', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Oslo',
});

/** '1. juni 2026', or '' where no day is set. A line never ends between the day and its month. */
export function longDate(day: Day): string {
  return day === '' ? '' : longForm.format(new Date(`${day}T00:00:00Z`)).replace(' ', '\u00a0');
}

/** '1. juni 2026', '15. des. 2026': for a narrow column; '' where no day is set. */
export function mediumDate(day: Day): string {
  return day === '' ? '' : mediumForm.format(new Date(`${day}T00:00:00Z`));
}

/** '1.6.2026', the form that Norwegian Excel reads as a date; '' where no day is set. */
export function numericDate(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return year && month && date ? `${date}.${month}.${year}` : '';
}

/** '22. april 2026 kl. 14:02' of milliseconds since the epoch. */
export function longMoment(moment: number): string {
  return momentForm.format(new Date(moment));
}
