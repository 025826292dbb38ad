import type { leave as nb } from '../nb/leave.ts';
import type { TextsLike } from '../textsLike.ts';

export const leave = {
  title: 'Leave the duk',
  about:
    'Then this browser forgets the duk, and every other duk it is in on. Nobody can open them from here afterwards without a link or signing in.',
  stays: 'What stands on the duk stays for the others.',
  leadsByLink: 'You lead by a link. Without your leader’s link you cannot come back as leader.',
  waiting: 'Something is not saved yet. Wait a little, it goes by itself.',
  unsent:
    'This device holds words that are not sent. Open the duk they belong to with a network, and they are sent. Then you can leave it.',
  unsentDuk: 'Open duk {nr} that is not sent',
  leave: 'Leave the duk',
  toBoard: 'To the duk',
} as const satisfies TextsLike<typeof nb>;
