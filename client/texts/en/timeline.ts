import type { timeline as nb } from '../nb/timeline.ts';
import type { TextsLike } from '../textsLike.ts';

export const timeline = {
  title: 'Time line',
  about:
    'See the sheet as it was at the meetings and between them, and what has become different since. Looking changes nothing on the sheet.',
  slider: 'Drag, or use the arrow keys, to go back and forth',
  meeting: 'The meeting on {dato} (version {versjon})',
  meetingNow: 'Now, as the meeting on {dato} ended (version {versjon})',
  now: 'Now',
  see: 'See the sheet as it was',
  since: 'What has become different since',
  nothingSince: 'Nothing has become different since.',
  nothingYet: 'There is nothing to go back to yet. When you have written on the sheet for a while, it is shown here.',
  notYours: 'Only whoever leads the case can see the sheet as it was.',
  toBoard: 'To the sheet',
} as const satisfies TextsLike<typeof nb>;
