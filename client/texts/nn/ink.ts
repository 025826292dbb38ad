import type { ink as nb } from '../nb/ink.ts';
import type { TextsLike } from '../textsLike.ts';

export const ink = {
  pen: 'Penn',
} as const satisfies TextsLike<typeof nb>;
