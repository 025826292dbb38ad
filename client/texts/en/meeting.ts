import type { meeting as nb } from '../nb/meeting.ts';
import type { TextsLike } from '../textsLike.ts';

export const meeting = {
  title: 'The meeting',
  date: 'Date',
  dateMissing: 'Choose the date of the meeting.',
  present: 'Present',
  presentHelp: 'Those on the duk now are proposed. Add those who sit at the table without a screen of their own.',
  nobody: 'Nobody has been added yet.',
  addName: 'Add a name',
  alsoHere: 'On the duk now',
  alsoKnown: 'Known in the case',
  nextUnset: 'The next meeting is not agreed.',
  next: 'Next meeting (optional)',
  open: 'Open the meeting',
  opening: 'Opening the meeting …',
  openText: 'Open the meeting when you sit down. What you freeze at the end becomes the plan from this meeting.',
  isOpen: 'The meeting is open. What you change here is saved at once.',
  saved: 'The changes are saved.',
  earlier: 'Earlier meetings',
  earlierMeeting: '{dato}, version {versjon}',
  presentCount_one: '{count} present',
  presentCount_other: '{count} present',
  calendar: 'Add the meetings to your calendar',
} as const satisfies TextsLike<typeof nb>;
