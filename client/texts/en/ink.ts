import type { ink as nb } from '../nb/ink.ts';
import type { TextsLike } from '../textsLike.ts';

export const ink = {
  colour: 'Colour of the pen',
  ink: 'Blue ink',
  spruce: 'Green ink',
  rust: 'Red ink',
} as const satisfies TextsLike<typeof nb>;
