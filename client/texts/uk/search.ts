import type { GuestTexts } from '../guestTexts.ts';

export const search: GuestTexts = {
  label: 'Пошук на скатертині',
  hits: '{number} з {count}',
  none: 'Нічого не знайдено',
  next: 'Наступний збіг',
  previous: 'Попередній збіг',
  close: 'Закрити пошук',
};
