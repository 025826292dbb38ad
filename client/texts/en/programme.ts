import type { programme as nb } from '../nb/programme.ts';
import type { TextsLike } from '../textsLike.ts';

export const programme: TextsLike<typeof nb> = {
  title: 'Programme report',
  lead: 'What has changed for those you follow, in numbers. No duk and no name is in it, and fewer than five are never shown alone. The reports can be given to anybody; the list of your own cases is for you alone.',
  notYours: 'The report is for those who lead cases',
  notYoursText: 'Sign in, or open a duk that you lead, and come back here.',
  toFront: 'To the front page',
  asTable: '{tabell} as a table',
  savePdf: 'Download PDF',
  saveWord: 'Download Word',
  saveTable: 'Save the numbers (CSV)',
  ownCases: 'The cases you lead',
  ownCasesText:
    'Here you see each case, from its first step to its last. Say which target group it is of and how it is followed: that is used for counting only, and opens and closes nothing. They come into the report when all cases are filled in.',
  noCases: 'You lead no cases yet. They come here when the first duk has been frozen into a plan.',
  group: 'Target group',
  groupOf: 'Target group, {sak}',
  followed: 'How the case is followed',
  followedOf: 'How the case is followed, {sak}',
  noStep: 'Step not set',
  inMonths_one: '{vei}, {count} month',
  inMonths_other: '{vei}, {count} months',
  isExample: 'An example, not counted',
  noPlan: 'No plan yet, not counted',
  isClosed: 'Closed',
  saved: '{sak} is saved.',
};
