import type { GuestTexts } from '../guestTexts.ts';

export const ink: GuestTexts = {
  colour: 'لون القلم',
  ink: 'حبر أزرق',
  spruce: 'حبر أخضر',
  rust: 'حبر أحمر',
};
