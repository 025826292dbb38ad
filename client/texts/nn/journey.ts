import type { journey as nb } from '../nb/journey.ts';
import type { TextsLike } from '../textsLike.ts';

export const journey = {
  title: 'Investeringsferda',
  notSet: 'ikkje sett',
  overall: 'Samla',
  untenable: 'Uhaldbar',
  exposed: 'Utsett',
  stable: 'Stabil',
  sustainable: 'Berekraftig',
  showThemes: 'Vis kvart tema',
  hideThemes: 'Gøym temaa',
} as const satisfies TextsLike<typeof nb>;
