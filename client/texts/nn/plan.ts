import type { plan as nb } from '../nb/plan.ts';
import type { TextsLike } from '../textsLike.ts';

export const plan = {
  versions: 'Versjonar',
} as const satisfies TextsLike<typeof nb>;
