import type { outside as nb } from '../nb/outside.ts';
import type { TextsLike } from '../textsLike.ts';

export const outside = {
  about:
    'This is what stands on the page for answers and in the letter. The names we know are taken out. See whether anything else tells who it is about.',
  textOf: 'What {navn} is to do',
  onDuk: 'On the duk: {tekst}',
  check: 'The words are fine',
  textMissing: 'Write something, so that whoever answers knows it again.',
  textTooLong: 'Use at most 200 characters.',
  said_done: '{navn} {dato}: done',
  said_started: '{navn} {dato}: under way',
  said_help: '{navn} {dato}: needs help',
  said_date: 'proposes {dato}',
  said_line: '“{ord}”',
  silent: '{navn} has not answered',
} as const satisfies TextsLike<typeof nb>;
