import type { GuestTexts } from '../guestTexts.ts';

export const search: GuestTexts = {
  label: 'ኣብ ዱክ ድለ',
  hits: '{number} ካብ {count}',
  none: 'ዝተረኽበ የለን',
  next: 'ዝቕጽል ውጽኢት',
  previous: 'ዝሓለፈ ውጽኢት',
  close: 'ምድላይ ዕጾ',
};
