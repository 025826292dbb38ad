import type { common as nb } from '../nb/common.ts';
import type { TextsLike } from '../textsLike.ts';

export const common = {
  loading: 'Loading …',
  toFront: 'To the front page',
  close: 'Close',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not let us copy. Select the text and copy it yourself.',
  language: 'Language',
  roleLeader: 'Investment leader',
  roleEditor: 'Can write',
  roleInterpreter: 'Interpreter',
  roleViewer: 'Can read',
  roleAdmin: 'Administrator',
  views: 'Views',
  'view-duk': 'Duk',
  'view-liste': 'List',
  'view-tiltak': 'Actions',
  'view-plan': 'Plan',
  exampleEndsToday: 'This is an example. It is deleted today at {tid}.',
  exampleEndsTomorrow: 'This is an example. It is deleted tomorrow at {tid}.',
} as const satisfies TextsLike<typeof nb>;
