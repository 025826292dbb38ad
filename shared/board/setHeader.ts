import { failed, type Result, succeeded } from '../result.ts';
import { cleanLine } from '../text/index.ts';
import type { Day } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { isDay } from './day.ts';
import { cutToLength } from './textEdit.ts';

/** What is written at the head of the sheet. */
export interface Header {
  readonly title: string;
  /** PLANEN TIL. */
  readonly for: string;
  readonly horizonShort: Day;
  readonly horizonLong: Day;
}

/** Longest title or name at the head of the sheet, in UTF-16 units. */
export const maxHeaderLength = 120;

/** Writes at the head of the sheet: only the named fields. */
export function setHeader(
  board: BoardDocument,
  change: Partial<Header>,
): Result<void, { readonly kind: 'dayInvalid'; readonly day: string }> {
  for (const day of [change.horizonShort, change.horizonLong])
    if (day && !isDay(day)) return failed({ kind: 'dayInvalid', day });
  board.transact(() => {
    for (const [field, value] of Object.entries(change)) {
      const fitting = cutToLength(cleanLine(value), maxHeaderLength);
      if (board.duk.get(field) !== fitting) board.duk.set(field, fitting);
    }
  });
  return succeeded(undefined);
}
