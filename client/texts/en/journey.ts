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
  untenableMeans:
    'It cannot go on as it is. Something quite necessary is missing, such as a place to live, money to live on or the right help.',
  exposedMeans:
    'It is unsafe. There is some help, but not the right one, and home, health, money or everyday life can soon give way.',
  stableMeans: 'It goes round. A good place to live, somewhere to go, and enough of the right help.',
  sustainableMeans: 'It stands on its own feet. Home, income, friends and leisure, with little or no help.',
  means: 'What do the steps mean?',
  showThemes: 'Show each theme',
  hideThemes: 'Hide the themes',
  citizenSees: 'How the one the plan is for sees it',
  citizenSeesNamed: 'How {navn} sees it',
  overTime: 'The journey over time',
  around: 'Who is around',
  pulse: 'How was the meeting?',
} as const satisfies TextsLike<typeof nb>;
