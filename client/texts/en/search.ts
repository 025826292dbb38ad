import type { search as nb } from '../nb/search.ts';
import type { TextsLike } from '../textsLike.ts';

export const search = {
  label: 'Search the duk',
  hits: '{number} of {count}',
  none: 'No hits',
  next: 'Next hit',
  previous: 'Previous hit',
  close: 'Close the search',
} as const satisfies TextsLike<typeof nb>;
