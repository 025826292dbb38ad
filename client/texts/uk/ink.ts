import type { GuestTexts } from '../guestTexts.ts';

export const ink: GuestTexts = {
  colour: 'Колір пера',
  ink: 'Синє чорнило',
  spruce: 'Зелене чорнило',
  rust: 'Червоне чорнило',
};
