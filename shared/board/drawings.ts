import type { Cell } from '../template/index.ts';
import { cellKey } from '../template/index.ts';
import type { ParticipantId, Stroke } from './board.ts';

/** What one person has drawn in one cell: one thing, for whoever cannot see it. */
export interface Drawing {
  readonly cell: Cell;
  readonly author: ParticipantId;
  /** What it shows, as the drawer says it; '' until they have. */
  readonly words: string;
}

/** The drawings on a duk: strokes of the same hand in the same cell are one. Of several words the longest counts. */
export function drawingsOf(strokes: readonly Stroke[]): readonly Drawing[] {
  const drawings = new Map<string, Drawing>();
  for (const { cell, author, words = '' } of strokes) {
    const key = `${cellKey(cell)} ${author}`;
    const known = drawings.get(key);
    if (!known || words.length > known.words.length) drawings.set(key, { cell, author, words });
  }
  return [...drawings.values()];
}
