import type { GuestTexts } from '../guestTexts.ts';

export const ink: GuestTexts = {
  colour: 'Kolor pióra',
  ink: 'Niebieski atrament',
  spruce: 'Zielony atrament',
  rust: 'Czerwony atrament',
};
