import type { journey as nb } from '../nb/journey.ts';
import type { TextsLike } from '../textsLike.ts';

export const journey = {
  title: 'The investment journey',
  notSet: 'not set',
  overall: 'As a whole',
  untenable: 'Untenable',
  exposed: 'Exposed',
  stable: 'Stable',
  sustainable: 'Sustainable',
  showThemes: 'Show each theme',
  hideThemes: 'Hide the themes',
} as const satisfies TextsLike<typeof nb>;
