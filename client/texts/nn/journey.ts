import type { journey as nb } from '../nb/journey.ts';
import type { TextsLike } from '../textsLike.ts';

export const journey = {
  title: 'Investeringsferda',
  untenable: 'Uhaldbar',
  exposed: 'Utsett',
  stable: 'Stabil',
  sustainable: 'Berekraftig',
} as const satisfies TextsLike<typeof nb>;
