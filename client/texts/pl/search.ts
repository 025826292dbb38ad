import type { GuestTexts } from '../guestTexts.ts';

export const search: GuestTexts = {
  label: 'Szukaj na obrusie',
  hits: '{number} z {count}',
  none: 'Brak wyników',
  next: 'Następny wynik',
  previous: 'Poprzedni wynik',
  close: 'Zamknij szukanie',
};
