import type { list as nb } from '../nb/list.ts';
import type { TextsLike } from '../textsLike.ts';

export const list = {
  title: 'Duken som liste',
} as const satisfies TextsLike<typeof nb>;
