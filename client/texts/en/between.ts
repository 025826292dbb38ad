import type { between as nb } from '../nb/between.ts';
import type { TextsLike } from '../textsLike.ts';

export const between = {
  title: 'Between the meetings',
  since: 'Since the meeting on {dato}:',
  done: '{count} done',
  help: '{count} in need of help',
  started: '{count} started',
  silent: '{count} without an answer',
  ended: '{count} no longer relevant',
  oneByOne: 'See them one by one',
  fold: 'Fold away',
  hide: 'Hide what was done since last time',
  at: '{nummer} of {antall}',
  before: 'Previous',
  next: 'Next',
  show: 'Show the note',
  markDone: 'Done',
  markStarted: 'Started',
  dueWas: 'Was due {dato}',
  dueOn: 'Due {dato}',
  noDue: 'No date',
  nobody: 'Nobody has taken it',
  emptyText: 'An action without words',
  gone: 'The action is not on the duk any more.',
} as const satisfies TextsLike<typeof nb>;
