import type { join as nb } from '../nb/join.ts';
import type { TextsLike } from '../textsLike.ts';

export const join = {
  title: 'Welcome to the duk',
  text: 'Someone wants you at the table. Write the name you want the others to see.',
  name: 'What is your name?',
  nameHelp: 'Your first name is enough.',
  nameMissing: 'Write a name, so that the others know who you are.',
  enter: 'Come in',
  entering: 'Opening the duk …',
  refusedTitle: 'This link no longer works',
  refusedText:
    'It may have been withdrawn, have expired, or been copied without its end. Ask whoever invited you, usually the investment leader, for a new link.',
  noLinkTitle: 'You need a link',
  noLinkText:
    'This browser is not at this duk. Open the link you were given once more, or ask the investment leader for a new one.',
  waitingTitle: 'Just a moment',
  waitingText: 'The investment leader must let you in. The page opens by itself.',
  outOfReachTitle: 'We cannot reach the duk',
  endedTitle: 'You no longer have access',
  endedText:
    'The link you came in by was withdrawn or has expired. What you wrote is still on the duk. Ask the investment leader if you want to come back in.',
} as const satisfies TextsLike<typeof nb>;
