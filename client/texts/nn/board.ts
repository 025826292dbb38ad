import type { board as nb } from '../nb/board.ts';
import type { TextsLike } from '../textsLike.ts';

export const board = {
  title: 'Planen til {navn}',
} as const satisfies TextsLike<typeof nb>;
