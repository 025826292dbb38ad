import type { GuestTexts } from '../guestTexts.ts';

export const ink: GuestTexts = {
  colour: 'ሕብሪ ፔና',
  ink: 'ሰማያዊ ቀለም',
  spruce: 'ቀጠልያ ቀለም',
  rust: 'ቀይሕ ቀለም',
};
