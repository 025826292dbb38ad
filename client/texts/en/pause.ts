import type { pause as bokmal } from '../nb/pause.ts';
import type { TextsLike } from '../textsLike.ts';

export const pause: TextsLike<typeof bokmal> = {
  askTitle: 'Take a breath',
  askText:
    'Would you like to ask for five minutes of pause? Everybody sees that there is a pause. Nobody sees who asked.',
  ask: 'Ask for a pause',
  asking: 'Asking for a pause …',
  title: 'We take a pause',
  text: 'Stand up, get something to drink, or just breathe. Everything you have written is saved.',
  left: 'Left of the pause',
  back: 'Back to the duk',
  goOn: 'We go on, for all',
  show: 'Show the pause',
  until: 'We take a pause until {time}.',
};
