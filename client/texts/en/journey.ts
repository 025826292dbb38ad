import type { journey as nb } from '../nb/journey.ts';
import type { TextsLike } from '../textsLike.ts';

export const journey = {
  title: 'The investment journey',
  untenable: 'Untenable',
  exposed: 'Exposed',
  stable: 'Stable',
  sustainable: 'Sustainable',
} as const satisfies TextsLike<typeof nb>;
