import type { ink as nb } from '../nb/ink.ts';
import type { TextsLike } from '../textsLike.ts';

export const ink = {
  pen: 'Pen',
} as const satisfies TextsLike<typeof nb>;
