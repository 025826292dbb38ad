import type { ink as nb } from '../nb/ink.ts';
import type { TextsLike } from '../textsLike.ts';

export const ink = {
  colour: 'Farge på pennen',
  ink: 'Blått blekk',
  spruce: 'Grønt blekk',
  rust: 'Raudt blekk',
} as const satisfies TextsLike<typeof nb>;
