import type { errors as nb } from '../nb/errors.ts';
import type { TextsLike } from '../textsLike.ts';

export const errors = {
  offline: 'We cannot reach the server. Check your connection and try again.',
  unreadable:
    'The server answered something we do not understand. Reload the page, and tell whoever runs Duken if it happens again.',
  brokenTitle: 'Something broke on our side',
  brokenText: 'What was saved is safe. Reload the page to go on where you were.',
  reload: 'Reload the page',
  toFront: 'To the front page',
  notFoundTitle: 'There is no page here',
  notFoundText:
    'The address may be mistyped, or the page is gone. If you were given a link, try opening it again from the message you got.',
  partMissing:
    'This part of the page did not come through. What you have written is here. Check the network, and try again.',
  showAgain: 'Show the page again',
} as const satisfies TextsLike<typeof nb>;
