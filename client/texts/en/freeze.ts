import type { freeze as nb } from '../nb/freeze.ts';
import type { TextsLike } from '../textsLike.ts';

export const freeze = {
  title: 'Freeze the meeting',
  text: 'The duk as it lies now becomes a plan version that never changes. You can go on writing on the duk afterwards.',
  goesIn: 'This goes in',
  notes_one: '{count} note',
  notes_other: '{count} notes',
  actions_one: '{count} action',
  actions_other: '{count} actions',
  dreams_one: '{count} dream',
  dreams_other: '{count} dreams',
  lacks: 'Actions that lack something',
  lacksText: 'You can freeze all the same, and agree on it later.',
  lacksOwner: 'lacks who',
  lacksDue: 'lacks a date',
  lacksBoth: 'lacks who and a date',
  lacksNothing: 'Every action has both who and a date.',
  meeting: 'The meeting',
  freeze: 'Freeze the meeting',
  freezing: 'Freezing the duk and making the plan …',
  boardEmpty: 'The duk has no notes yet, so there is nothing to make a plan from.',
  meetingNotFound: 'We cannot find the meeting. Make it again, and freeze the duk afterwards.',
  meetingFrozen: 'The meeting is already frozen as version {versjon}.',
  notLeader: 'Only the investment leader can freeze the duk. Ask the investment leader to do it.',
  unsaved: 'What you wrote last is not saved yet. Wait until it says “Saved”, so that everything goes in.',
} as const satisfies TextsLike<typeof nb>;
