import type { GuestTexts } from '../guestTexts.ts';

export const search: GuestTexts = {
  label: 'Ka raadi Duken',
  hits: '{number} ee {count}',
  none: 'Waxba lama helin',
  next: 'Natiijada xigta',
  previous: 'Natiijadii hore',
  close: 'Xir raadinta',
};
