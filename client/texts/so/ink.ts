import type { GuestTexts } from '../guestTexts.ts';

export const ink: GuestTexts = {
  colour: 'Midabka qalinka',
  ink: 'Khad buluug ah',
  spruce: 'Khad cagaar ah',
  rust: 'Khad guduud ah',
};
