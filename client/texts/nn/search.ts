import type { search as nb } from '../nb/search.ts';
import type { TextsLike } from '../textsLike.ts';

export const search = {
  label: 'Søk på duken',
  hits: '{number} av {count}',
  none: 'Ingen treff',
  next: 'Neste treff',
  previous: 'Førre treff',
  close: 'Lukk søket',
} as const satisfies TextsLike<typeof nb>;
